/** What grows with the record: a case read, a person searched, the whole proved, a month closed. */
import { closeCentres, passphrase, type Login, type TestCentre } from '../support/start-application.ts';
import { openCopy } from './growing-centre.ts';
import { alternate, repeat, timeOf, type Row, type Side, type Spread } from './measure.ts';
import { insideFile } from '../services/inside-file.ts';

/** Ids of cases as a person with the file would find them; the call itself is what is measured. */
async function firstCase(snapshot: string): Promise<string> {
  return insideFile(snapshot, (db) => {
    const row = db.prepare('select id from case_file order by number limit 1').get() as { id: string };
    return row.id;
  });
}

/** One call of a person; the clock moves first, so that no ceiling on calls is met. */
async function callSide(
  centre: TestCentre,
  login: Login,
  call: (client: Awaited<ReturnType<TestCentre['as']>>) => Promise<unknown>,
): Promise<Side> {
  const client = await centre.as(login);
  return () => {
    centre.clock.advance(2000);
    return timeOf(() => call(client));
  };
}

function alone(what: string, figure: Spread, note: string): Row {
  return { what, figure, unit: 'ms', aim: null, ours: figure, other: null, note };
}

export async function readCaseRow(snapshots: { small: string; large: string; note: string }): Promise<Row> {
  const side = async (snapshot: string) => {
    const caseId = await firstCase(snapshot);
    return callSide(await openCopy(snapshot), 'psico', (client) => client.getCase({ caseId }));
  };
  const [large, small] = [await side(snapshots.large), await side(snapshots.small)];
  const { ratio, ...sides } = await alternate(large, small, { warmUp: 5, runs: 25 });
  await closeCentres();
  return { what: 'case read, growth', figure: ratio, unit: 'times', aim: '≈ 1 ×', ...sides, note: snapshots.note };
}

export async function searchRow(snapshot: string, persons: number): Promise<Row> {
  const centre = await openCopy(snapshot);
  const search = await callSide(centre, 'coordina', (client) =>
    client.findPersons({ query: 'Rosa Quispe Mamani', arrivalId: null, role: 'any' }),
  );
  const figure = await repeat(search, { warmUp: 5, runs: 25 });
  await closeCentres();
  return alone(`person searched, ${persons} persons`, figure, 'three words, a frequent surname');
}

export async function verifyRow(snapshot: string): Promise<Row> {
  const centre = await openCopy(snapshot);
  let entries = 0;
  let records = 0;
  const verify = await callSide(centre, 'coordina', async (client) => {
    const verdict = await client.verifyRecord({});
    if (!verdict.isSound) throw new Error('The record of the bench does not verify.');
    ({ entries, records } = verdict);
  });
  const whole = await repeat(verify, { warmUp: 1, runs: 5 });
  await closeCentres();
  const { median, min, max, p95 } = whole;
  const each = { median: median / entries, min: min / entries, max: max / entries, p95: p95 / entries };
  const perEntry = { ...whole, ...each };
  const note = `${entries} entries and ${records} sealed records at once`;
  return { ...alone('record verified', perEntry, note), unit: 'ms per entry', ours: whole };
}

export async function closingRow(snapshot: string, cases: number): Promise<Row> {
  const again = { password: passphrase };
  const side = async () => {
    const centre = await openCopy(snapshot, '2026-07-03T14:00:00.000Z');
    const coordinator = await centre.as('coordina');
    const psychologist = await centre.as('psico');
    const time = await timeOf(async () => {
      const proposal = await coordinator.proposeMonthClosing({ month: '2026-06' }, again);
      await psychologist.approveMonthClosing({ proposalId: proposal.id }, again);
    });
    await closeCentres();
    return time;
  };
  const figure = await repeat(side, { warmUp: 1, runs: 5 });
  return alone(`month closed, ${cases} cases`, figure, 'proposed and approved, every file made and frozen');
}
