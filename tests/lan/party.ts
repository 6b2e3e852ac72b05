/** One run: a keeper and its companions at work, over bad lines, with kills of either side; and what came of it. */
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { seeded, type Random } from '../support/invented-people.ts';
import { BadLine } from './bad-line.ts';
import { Child } from './child.ts';
import type { Line } from './companion-child.ts';
import { judge, type Verdict } from './judge.ts';
import { makeOffice, type Office, type Seat } from './office.ts';

export type Plan = {
  readonly companions: number;
  readonly operations: number;
  readonly keeperKills: number;
  readonly companionKills: number;
  readonly seed: number;
};

/** One change of a companion, as its person knows it. */
export type Change = {
  readonly key: string;
  readonly kind: string;
  readonly mark: string;
  readonly seat: Seat;
  isAnswered: boolean;
  /** How often its person asked for it once more, under its key. */
  again: number;
  /** What came out at its computer for it. */
  printed: number;
};

export type Outcome = Verdict & {
  readonly plan: Plan;
  readonly operations: number;
  readonly cuts: number;
  readonly delays: number;
  readonly kills: number;
  readonly acknowledged: number;
  readonly again: number;
  readonly readMs: readonly number[];
  readonly changeMs: readonly number[];
  readonly faults: readonly string[];
  readonly seconds: number;
};

type Desk = { readonly seat: Seat; readonly line: BadLine; readonly port: number; done: number; life: number };

class Party {
  readonly #plan: Plan;
  readonly #office: Office;
  readonly #cache: string;
  readonly #random: Random;
  readonly changes = new Map<string, Change>();
  readonly faults: string[] = [];
  readonly readMs: number[] = [];
  readonly changeMs: number[] = [];
  again = 0;
  kills = 0;
  operations = 0;
  #keeper: Child | null = null;
  #starts = 0;
  /** Told at each operation that is over. */
  #onDone: (() => void)[] = [];

  constructor(plan: Plan, office: Office, cache: string) {
    this.#plan = plan;
    this.#office = office;
    this.#cache = cache;
    this.#random = seeded(plan.seed);
  }

  async startKeeper(): Promise<void> {
    this.#starts += 1;
    const at = new Date(Date.UTC(2026, 5, 10, 15, this.#starts * 5)).toISOString();
    await new Promise<void>((ready, failed) => {
      const hear = (line: string) => (line === 'ready' ? ready() : failed(new Error(`keeper: ${line}`)));
      const args = [this.#office.folder, at];
      this.#keeper = new Child({ program: 'keeper-child.ts', args, first: null, cache: this.#cache, hear });
      void this.#keeper.ended.then(() => failed(new Error('the keeper ended')));
    });
  }

  async stopKeeper(): Promise<void> {
    await this.#keeper?.stop();
  }

  /** At shares of the work that lie apart, each a little off by the seed. */
  async killKeeper(): Promise<void> {
    const { keeperKills, operations } = this.#plan;
    for (let kill = 1; kill <= keeperKills; kill += 1) {
      await this.#reached((operations * (kill - 0.5 + this.#random() * 0.5)) / (keeperKills + 0.5));
      await this.#keeper?.kill();
      this.kills += 1;
      await this.startKeeper();
    }
  }

  #reached(operations: number): Promise<void> {
    return new Promise((reached) => {
      const look = () => {
        if (this.operations < operations) return;
        this.#onDone = this.#onDone.filter((one) => one !== look);
        reached();
      };
      this.#onDone.push(look);
      look();
    });
  }

  /** A companion until its share is done, through its kills. */
  async work(desk: Desk, share: number, killsAt: readonly number[]): Promise<void> {
    const left = [...killsAt];
    while (desk.done < share) {
      desk.life += 1;
      const killAt = left.shift() ?? null;
      const kill: { isUnderWay: Promise<void> | null } = { isUnderWay: null };
      const first = {
        ...{ seat: desk.seat, port: desk.port, life: desk.life, operations: share - desk.done },
        seed: this.#plan.seed * 1000 + desk.life * 100 + Number(desk.seat.login.slice(-2)),
      };
      const hear = (text: string) => {
        this.#hear(desk, text);
        if (killAt !== null && desk.done >= killAt) kill.isUnderWay ??= child.kill();
      };
      const child = new Child({ program: 'companion-child.ts', args: [], first, cache: this.#cache, hear });
      const code = await child.ended;
      const isKilled = kill.isUnderWay !== null;
      if (isKilled) this.kills += 1;
      else if (code !== 0) this.faults.push(`${desk.seat.login} ended with ${String(code)}`);
      if (!isKilled && desk.done < share) break;
    }
  }

  #hear(desk: Desk, text: string): void {
    let line: Line;
    try {
      line = JSON.parse(text) as Line;
    } catch {
      // The kill may cut the last line.
      return;
    }
    if ('sent' in line) {
      const { sent: key, kind, mark } = line;
      this.changes.set(key, { key, kind, mark, seat: desk.seat, isAnswered: false, again: 0, printed: 0 });
    }
    const pressed = 'again' in line ? this.changes.get(line.again) : undefined;
    if (pressed !== undefined) {
      pressed.again += 1;
      this.again += 1;
    }
    if ('notEntered' in line) this.faults.push(`${desk.seat.login}: ${line.notEntered} did not go in: ${line.why}`);
    if ('answered' in line) this.#answered(line);
    if ('refused' in line) this.faults.push(`${desk.seat.login}: ${line.kind} refused: ${line.why}`);
    if (!('answered' in line) && !('refused' in line)) return;
    desk.done += 1;
    this.operations += 1;
    for (const told of [...this.#onDone]) told();
  }

  #answered(line: Extract<Line, { answered: string }>): void {
    const change = this.changes.get(line.answered);
    if (change === undefined) {
      this.readMs.push(line.ms);
      return;
    }
    change.isAnswered = true;
    change.printed = line.printed;
    this.changeMs.push(line.ms);
  }
}

async function desksOf(office: Office): Promise<Desk[]> {
  const desks: Desk[] = [];
  for (const [at, seat] of office.seats.entries()) {
    const line = new BadLine({ port: office.port, from: `127.0.1.${at + 1}` });
    desks.push({ seat, line, port: await line.listen(), done: 0, life: 0 });
  }
  return desks;
}

export async function runParty(plan: Plan, work: string): Promise<Outcome> {
  const office = await makeOffice(join(work, `office-${plan.companions}`), plan.companions);
  const began = performance.now();
  // What made the office was compiled already: where that is kept, the processes begin with it.
  flushCompileCache();
  const party = new Party(plan, office, process.env['NODE_COMPILE_CACHE'] ?? join(work, 'compiled'));
  const desks = await desksOf(office);
  await party.startKeeper();
  for (const [at, { line }] of desks.entries()) line.trouble(seeded(plan.seed + at));
  const share = Math.ceil(plan.operations / plan.companions);
  const killing = party.killKeeper();
  const killsOf = (at: number) =>
    Array.from({ length: plan.companionKills }, (_one, kill) => kill)
      .filter((kill) => kill % desks.length === at)
      .map((_kill, nth, all) => Math.floor((share * (nth + 1)) / (all.length + 1)));
  await Promise.all(desks.map((desk, at) => party.work(desk, share, killsOf(at))));
  await killing;
  for (const { line } of desks) line.rest();
  await party.stopKeeper();
  for (const { line } of desks) await line.close();
  const seconds = (performance.now() - began) / 1000;
  const verdict = await judge(office, [...party.changes.values()]);
  const { operations, kills, again, readMs, changeMs, faults } = party;
  const sum = (figure: (line: BadLine) => number) => desks.reduce((all, { line }) => all + figure(line), 0);
  return {
    ...verdict,
    ...{ plan, operations, kills, again, readMs, changeMs, seconds },
    cuts: sum(({ cuts }) => cuts),
    delays: sum(({ delays }) => delays),
    acknowledged: [...party.changes.values()].filter(({ isAnswered }) => isAnswered).length,
    faults: [...faults, ...verdict.faults],
  };
}
