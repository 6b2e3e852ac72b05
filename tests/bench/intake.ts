/** A whole intake through the gate against the same bytes in a plain database, commit by commit. */
import { join } from 'node:path';
import { insideFile } from '../services/inside-file.ts';
import { startCentre, type TestCentre } from '../support/start-application.ts';
import { inventedCase } from './growing-centre.ts';
import { alternate, timeOf, type Row } from './measure.ts';
import { PlainRegister, RowRecorder, type Change } from './row-recorder.ts';

const saved = new Set(['openCase', 'saveSectionA', 'saveSectionB', 'validateCase']);

type Step = { readonly counts: boolean; readonly ms: number; readonly changes: readonly Change[] };

/** Tells each call's time and the rows it left; the centre's own clients go through it unknowingly. */
function watch(centre: TestCentre, recorder: RowRecorder, seen: (step: Step) => void): void {
  const { application } = centre;
  const invoke = application.invoke.bind(application);
  application.invoke = async (call) => {
    const started = performance.now();
    const envelope = await invoke(call);
    const ms = performance.now() - started;
    seen({ counts: saved.has((call as { procedure: string }).procedure), ms, changes: recorder.changes() });
    return envelope;
  };
}

export async function intakeRows(): Promise<Row[]> {
  const centre = await startCentre();
  for (const login of ['admision', 'psico'] as const) await centre.as(login);
  return insideFile(centre.folder, async (db) => {
    const recorder = new RowRecorder(db);
    const plain = new PlainRegister(join(centre.folder, 'plain.db'), db);
    plain.write(recorder.changes());
    let steps: Step[] = [];
    watch(centre, recorder, (step) => void steps.push(step));
    let index = 0;
    const ours = async () => {
      steps = [];
      centre.clock.advance(2000);
      await centre.aCase(inventedCase(index++));
      return steps.reduce((sum, step) => sum + (step.counts ? step.ms : 0), 0);
    };
    const other = async () => {
      let total = 0;
      for (const { counts, changes } of steps) {
        if (changes.length === 0) continue;
        const ms = await timeOf(() => plain.write(changes));
        if (counts) total += ms;
      }
      return total;
    };
    const { ratio, ...sides } = await alternate(ours, other, { warmUp: 20, runs: 25 });
    plain.close();
    const counted = steps.filter((step) => step.counts);
    const rows = counted.reduce((sum, step) => sum + step.changes.length, 0);
    const note = `${counted.length} commits, ${rows} rows; other side: unencrypted, WAL, synchronous=FULL`;
    return [{ what: 'whole intake saved', figure: ratio, unit: 'times', aim: '≤ 4 ×', ...sides, note }];
  });
}
