/** Real kills (reliability design §2.7): work, SIGKILL at some moment, start again, look, go on. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import { insideFile } from '../services/inside-file.ts';
import { seeded } from '../support/invented-people.ts';
import { passphrase, staff } from '../support/start-application.ts';
import type { Line, Sent, Start } from './kill-child.ts';
import { node } from './node-program.ts';
import { Oracle, roomOf, type KnownPassword } from './oracle.ts';
import { aCentre, placeIn } from './scenarios.ts';

export type KillTally = {
  readonly kills: number;
  readonly answered: number;
  readonly retried: number;
  /** From the start of the process to the first sign-in, sorted; by the clock and by the processor. */
  readonly readyMs: readonly number[];
  readonly cpuMs: readonly number[];
  readonly found: readonly { readonly seed: number; readonly round: number; readonly wrong: readonly string[] }[];
};

/** What the callers know: outlives the processes. */
class Knowledge {
  readonly answered = new Map<string, { readonly procedure: string; readonly output: string }>();
  readonly passwords = new Map<string, { anyOf: string[]; dead: string[] }>();
  pending: Sent | null = null;
  retried = 0;

  constructor() {
    for (const login of Object.keys(staff)) this.passwords.set(login, { anyOf: [passphrase], dead: [] });
  }

  take(line: Line): string | null {
    if ('sent' in line) this.#sent(line.sent);
    if ('answered' in line) this.#answered(line.output);
    if (!('refused' in line)) return null;
    const procedure = this.pending?.procedure ?? '';
    this.pending = null;
    return `refused: ${procedure} ${line.code}`;
  }

  #sent(sent: Sent): void {
    if (sent.key === this.pending?.key) this.retried += 1;
    this.pending = sent;
    if (sent.procedure === 'changeOwnPassphrase') {
      const known = this.#of(sent);
      known.anyOf.push(wantedOf(sent));
      // One of before that is asked for again: until the answer comes it may be either.
      known.dead = known.dead.filter((one) => one !== wantedOf(sent));
    }
  }

  #answered(output: unknown): void {
    const sent = this.pending;
    if (sent === null) return;
    this.answered.set(sent.key, { procedure: sent.procedure, output: JSON.stringify(output) });
    this.pending = null;
    if (sent.procedure === 'changeOwnPassphrase') {
      const wanted = wantedOf(sent);
      const known = this.#of(sent);
      known.dead = known.anyOf.filter((one) => one !== wanted);
      known.anyOf = [wanted];
    }
  }

  #of({ login }: Sent): { anyOf: string[]; dead: string[] } {
    return this.passwords.get(login) ?? { anyOf: [], dead: [] };
  }

  people(): KnownPassword[] {
    return [...this.passwords].map(([login, known]) => ({ login, ...known }));
  }
}

const wantedOf = (sent: Sent): string => (sent.input as { newPassphrase: string }).newPassphrase;

const keysIn = (db: Database) => db.prepare('select count(*) from idempotency_key').pluck().get() as number;

/** Every answer stands as it was given; of what was not answered at most the one call that was under way. */
function judge(db: Database, known: Knowledge, before: number): string | null {
  const rows = db.prepare('select key, output from idempotency_key').all() as { key: string; output: string }[];
  const stored = new Map(rows.map(({ key, output }) => [key, output]));
  for (const [key, { output }] of known.answered) {
    if (stored.get(key) !== output) return 'lost: acknowledged work is missing';
  }
  const cases = db.prepare('select count(*) from case_file').pluck().get() as number;
  const opened = db
    .prepare("select count(*) from idempotency_key where procedure = 'openCase'")
    .pluck()
    .get() as number;
  if (cases !== opened) return 'doubled: more records than calls';
  const others = rows.filter(({ key }) => !known.answered.has(key) && key !== known.pending?.key).length;
  return others === before ? null : 'half: something that nobody asked for';
}

/** Runs one process until it is killed; answers how long it took to be ready. */
async function runAndKill(
  root: string,
  start: Start,
  options: { seed: number; afterMs: number; cache: string; take: (line: Line) => void },
) {
  const { seed, afterMs, cache, take } = options;
  const began = performance.now();
  const child = spawn(node, [join(import.meta.dirname, 'kill-child.ts'), root, String(seed)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // The program is compiled once for all starts, as the built one is.
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  child.stdin.write(`${JSON.stringify(start)}\n`);
  let readyMs: number | null = null;
  let cpuMs = 0;
  const over = new AbortController();
  let killing: Promise<unknown> | null = null;
  const ended = new Promise((resolve) => child.once('close', resolve));
  for await (const text of createInterface({ input: child.stdout })) {
    let line: Line;
    try {
      line = JSON.parse(text) as Line;
    } catch {
      // The kill may cut the last line.
      break;
    }
    if (!('ready' in line)) {
      take(line);
      continue;
    }
    readyMs = performance.now() - began;
    cpuMs = line.cpuMs;
    killing = pause(afterMs, null, { signal: over.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    );
  }
  await ended;
  over.abort();
  await killing;
  return { readyMs, cpuMs };
}

/** Which password of each works; of two that may, the folder itself says it. */
async function workingPasswords(data: string, people: readonly KnownPassword[]): Promise<Record<string, string>> {
  const working: Record<string, string> = {};
  const room = roomOf(data);
  try {
    await room.unlock('coordina', passphrase);
    for (const { login, anyOf } of people) {
      for (const password of new Set(anyOf)) if (await room.verify(login, password)) working[login] = password;
    }
  } finally {
    await room.release();
  }
  return working;
}

export async function runKills(work: string, count: number, seed: number): Promise<KillTally> {
  const root = join(work, 'kills');
  mkdirSync(root, { recursive: true });
  const place = placeIn(root);
  await aCentre(place);
  const before = await insideFile(place.data, keysIn);
  const random = seeded(seed);
  const known = new Knowledge();
  const oracle = new Oracle(true);
  const found: KillTally['found'][number][] = [];
  const readyMs: number[] = [];
  const cpuMs: number[] = [];
  const cache = join(work, 'compiled');
  const first: Start = {
    pending: null,
    passwords: {},
    at: new Date(Date.UTC(2026, 5, 10, 13)).toISOString(),
    ends: true,
  };
  await runAndKill(root, first, { seed, afterMs: 60_000, cache, take: () => undefined });
  for (let round = 0; round < count; round += 1) {
    const wrong: string[] = [];
    const passwords = await workingPasswords(place.data, known.people());
    const at = new Date(Date.UTC(2026, 5, 10, 14, round)).toISOString();
    const times = await runAndKill(
      root,
      { pending: known.pending, passwords, at, ends: false },
      {
        seed: seed + round,
        afterMs: random() * 1000,
        cache,
        take: (line) => {
          const refused = known.take(line);
          if (refused !== null) wrong.push(refused);
        },
      },
    );
    if (times.readyMs === null) wrong.push('does not start again');
    else {
      readyMs.push(times.readyMs);
      cpuMs.push(times.cpuMs);
    }
    const content = (_hash: string, db: Database): string | null => judge(db, known, before);
    wrong.push(
      ...(await oracle.check(place.data, {
        passwords: known.people(),
        mayBeFree: false,
        judge: content,
        copies: null,
      })),
    );
    if (wrong.length > 0) found.push({ seed, round, wrong });
    if (times.readyMs === null) break;
  }
  const sorted = (values: number[]) => values.toSorted((a, b) => a - b);
  return {
    kills: readyMs.length,
    answered: known.answered.size,
    retried: known.retried,
    readyMs: sorted(readyMs),
    cpuMs: sorted(cpuMs),
    found,
  };
}
