/** Error after error on every write, flush, rename and open of the acts; what was refused, kept and said. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type FaultAct } from './fault-acts.ts';
import type { FaultResult } from './fault-child.ts';
import { faultErrors, faultKinds, faultWords, makeControl, type Fault, type FaultError } from './fault-control.ts';
import { node } from './node-program.ts';
import { aBusyCentre, aCopyAlone, placeIn, type Place } from './scenarios.ts';
import { age } from './older-centre.ts';

export type FaultFound = { readonly act: string; readonly fault: Fault | null; readonly wrong: readonly string[] };
export type FaultTally = {
  readonly faults: number;
  readonly refused: number;
  readonly unsure: number;
  readonly found: readonly FaultFound[];
};

export const bases: Readonly<Record<FaultAct['base'], (place: Place) => Promise<void>>> = {
  busy: aBusyCentre,
  copied: aCopyAlone,
  older: async (place) => {
    await aBusyCentre(place);
    await age(place.data);
  },
};

/** Asks the child one fault after the other. */
async function* results(
  child: ReturnType<typeof spawn>,
  faults: AsyncIterable<Fault | null>,
): AsyncGenerator<FaultResult> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  for await (const fault of faults) {
    child.stdin?.write(fault === null ? '\n' : `${JSON.stringify(fault)}\n`);
    const line = await lines.next();
    if (line.done === true) throw new Error('the process under the failing disk ended by itself');
    yield JSON.parse(line.value) as FaultResult;
  }
}

/** Every fault of an act, or each `every`th of them with the errors taking turns. */
function faultsOf(calls: Readonly<Record<string, number>>, every: number, from: number): Fault[] {
  const all: Fault[] = [];
  const errors = Object.keys(faultErrors) as FaultError[];
  for (const kind of faultKinds) {
    for (let nth = 1; nth <= (calls[kind] ?? 0); nth += 1) {
      for (const error of errors) for (const lasts of [false, true]) all.push({ kind, nth, error, lasts });
    }
  }
  return all.filter((_fault, at) => at % every === from % every);
}

/** @param every 1 for all faults; a prime leaves each error and each call its turn. @param from which of the `every` */
export async function runFaults(
  { work, shim }: { readonly work: string; readonly shim: string },
  act: FaultAct,
  { every, from }: { readonly every: number; readonly from: number },
): Promise<FaultTally> {
  const folder = join(work, `fault-${act.name}`);
  const [base, root, control] = [join(folder, 'base'), join(folder, 'root'), join(folder, 'control')];
  mkdirSync(base, { recursive: true });
  await bases[act.base](placeIn(base));
  makeControl(control);
  const child = spawn(node, [join(import.meta.dirname, 'fault-child.ts'), act.name, base, root], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, UV_USE_IO_URING: '0', LD_PRELOAD: shim, CRASH_DIR: root, CRASH_CONTROL: control },
  });
  let faults: readonly Fault[] = [];
  const asked: (Fault | null)[] = [];
  async function* asking(): AsyncGenerator<Fault | null> {
    asked.push(null);
    yield await Promise.resolve(null);
    for (const fault of faults) {
      asked.push(fault);
      yield fault;
    }
  }
  const found: FaultFound[] = [];
  let refused = 0;
  let unsure = 0;
  /** What is wrong on a sound disk too is said once. */
  let always: readonly string[] = [];
  let count = 0;
  for await (const result of results(child, asking())) {
    const fault = asked.at(-1) ?? null;
    if (fault === null) {
      faults = faultsOf(result.calls, every, from);
      always = result.wrong;
      if (always.length > 0) found.push({ act: act.name, fault: null, wrong: always });
      continue;
    }
    if (result.fired === 0) continue;
    count += 1;
    if (result.answer !== 'ok') refused += 1;
    if (result.isUnsure) unsure += 1;
    const wrong = result.wrong.filter((one) => !always.includes(one));
    if (wrong.length === 0) continue;
    found.push({ act: act.name, fault, wrong });
    // All of them take hours: what is wrong is not kept for the end.
    console.log(`${act.name}, ${faultWords(fault)}: ${wrong.join('; ')}`);
  }
  child.stdin.end();
  return { faults: count, refused, unsure, found };
}
