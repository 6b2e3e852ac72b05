/** What a run found, kept until the end: a table, and one line with the figures. */
import { faultWords } from './fault-control.ts';
import type { FaultTally } from './faults.ts';
import type { FlipTally } from './flips.ts';
import type { Found } from './images.ts';
import type { KillTally } from './kills.ts';
import type { Story } from './stories.ts';

const mostReadyMs = 3000;
const mostLines = 12;

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

export class Report {
  readonly #rows: string[] = [];
  readonly #violations: string[] = [];
  readonly #figures: string[] = [];
  readonly #images = { count: 0, lost: 0, alarms: 0, other: 0 };
  readonly #faults = { count: 0, stored: 0, half: 0, blocked: 0, wordless: 0 };
  readonly #controls = { shown: 0, of: 0 };
  #stories = 0;
  #flips: string | null = null;

  #row(what: string, figures: string): void {
    const line = `${what.padEnd(34)} ${figures}`;
    this.#rows.push(line);
    console.log(line);
  }

  violation(what: string): void {
    this.#violations.push(what);
  }

  /** The same words once, with how often and where to begin. */
  #gather(what: string, found: readonly { readonly wrong: readonly string[]; readonly where: string }[]): void {
    const places = new Map<string, string[]>();
    for (const { wrong, where } of found) for (const one of wrong) places.set(one, [...(places.get(one) ?? []), where]);
    for (const [words, where] of places)
      this.violation(`${what}: ${where.length} × ${words} (${where.slice(0, 4).join(', ')})`);
  }

  images(
    scenario: string,
    run: { count: number; distinct: number; found: readonly Found[]; ops: number; seconds: number },
  ): void {
    const { count, distinct, found } = run;
    const having = (words: RegExp) => found.filter(({ wrong }) => wrong.some((one) => words.test(one))).length;
    const [lost, alarms] = [having(/^lost/), having(/false alarm/)];
    this.#images.count += count;
    this.#images.lost += lost;
    this.#images.alarms += alarms;
    this.#images.other += found.length - having(/^lost|false alarm/);
    this.#row(
      `cuts, ${scenario}`,
      `${count} images (${distinct} different) of ${run.ops} operations, ${found.length} wrong, ${run.seconds.toFixed(0)} s`,
    );
    this.#gather(
      scenario,
      found.map(({ wrong, seed, cut }) => ({ wrong, where: `seed ${seed} cut ${cut}` })),
    );
  }

  control(name: string, { shown, of }: { shown: number; of: number }, isEnough: boolean): void {
    this.#controls.of += 1;
    if (isEnough) this.#controls.shown += 1;
    else this.violation(`control «${name}» was not found out (${shown} of ${of})`);
    this.#row(`control, ${name}`, `found out in ${shown} of ${of}`);
  }

  /** @param isShared other work runs beside it: the processor's time is judged, not the clock's */
  kills(tally: KillTally, isShared: boolean): void {
    const { kills, answered, retried, readyMs, cpuMs, found } = tally;
    const judged = percentile(isShared ? cpuMs : readyMs, 0.99);
    if (judged > mostReadyMs) this.violation(`ready after a kill only after ${seconds(judged)} (99 %)`);
    this.#gather(
      'kills',
      found.map(({ wrong, seed, round }) => ({ wrong, where: `seed ${seed} kill ${round}` })),
    );
    const lost = found.filter(({ wrong }) => wrong.some((one) => one.startsWith('lost'))).length;
    const ready = `ready p99 ${seconds(percentile(readyMs, 0.99))} (processor ${seconds(percentile(cpuMs, 0.99))})`;
    this.#row('kills', `${kills}, ${answered} answers, ${retried} sent again, ${found.length} wrong, ${ready}`);
    this.#figures.push(`${kills} kills ${lost} lost ${found.length - lost} otherwise wrong, ${ready}`);
  }

  faults(act: string, { faults, refused, unsure, found }: FaultTally): void {
    const having = (words: RegExp) => found.filter(({ wrong }) => wrong.some((one) => words.test(one))).length;
    this.#faults.count += faults;
    this.#faults.stored += having(/stored, but refused|answered, but not stored/);
    this.#faults.half += having(
      /^(?:half|lost|corrupt|does not open|unreadable|password|false alarm|second opening|mark|file|copy)/,
    );
    this.#faults.blocked += having(/next call|colleague|throws|still open/);
    this.#faults.wordless += having(/without words/);
    this.#row(`disk, ${act}`, `${faults} faults, ${refused} refused, ${unsure} unsure, ${found.length} wrong`);
    this.#gather(
      `disk, ${act}`,
      found.map(({ wrong, fault }) => ({ wrong, where: faultWords(fault) })),
    );
  }

  story({ name, figures, wrong }: Story): void {
    this.#stories += 1;
    this.#row(`story, ${name}`, figures);
    this.#gather(
      name,
      wrong.map((one) => ({ wrong: [one], where: figures })),
    );
  }

  flips({ figures, isSound }: FlipTally): void {
    this.#row('flips', figures);
    this.#flips = figures;
    if (!isSound) this.violation(`flips: ${figures}`);
  }

  /** Answers the code to end with. */
  print(): number {
    const { count, lost, alarms, other } = this.#images;
    const { count: faults, stored, half, blocked, wordless } = this.#faults;
    console.log('');
    for (const row of this.#rows) console.log(row);
    for (const one of this.#violations.slice(0, 10 * mostLines)) console.log(`VIOLATION ${one}`);
    const figures = [
      ...(count === 0 ? [] : [`${count} images ${lost} lost ${alarms} false alarms ${other} otherwise wrong`]),
      ...(this.#controls.of === 0 ? [] : [`${this.#controls.shown} of ${this.#controls.of} controls found out`]),
      ...this.#figures,
      ...(faults === 0
        ? []
        : [
            `${faults} faults ${stored} stored-but-refused ${half} half states ${blocked} blocked ${wordless} without words`,
          ]),
      ...(this.#flips === null ? [] : [this.#flips]),
      ...(this.#stories === 0 ? [] : [`${this.#stories} stories`]),
    ];
    console.log(`crash: ${figures.join('; ')}; ${this.#violations.length} violations`);
    return this.#violations.length === 0 ? 0 : 1;
  }
}
