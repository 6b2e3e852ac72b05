/** A case that has gone on for years is opened like a new one: what its first page reads, with ten times the entries. */
import type { Contract } from '../../src/shared/contract.ts';
import type { Client } from '../../src/shared/platform/contract.ts';
import type { CaseId } from '../../src/shared/platform/ids.ts';
import { closeCentres, startCentre, type TestCentre } from '../support/start-application.ts';
import { alternate, timeOf, type Row, type Side } from './measure.ts';

const [short, long] = [12, 120];

async function caseWith(centre: TestCentre, entries: number): Promise<CaseId> {
  const { caseId } = await centre.aCase();
  const psychologist = await centre.as('psico');
  for (let given = 0; given < entries; given += 1) {
    centre.clock.advance(2000);
    const note = `Atención inventada ${given}.`;
    await psychologist.recordAttention({
      caseId,
      attention: { action: 'action-32', on: '2026-06-10', time: null, withWhom: 'user', outcome: 'done', note },
    });
  }
  return caseId;
}

/** What the page of a case asks when it is opened. */
function openingOf(client: Client<Contract>, caseId: CaseId): Promise<unknown> {
  return Promise.all([
    client.getCase({ caseId }),
    client.readTimeline({ caseId }),
    client.readCaseNext({ caseId }),
    client.listCaseAlerts({ caseId }),
  ]);
}

export async function longCaseRows(): Promise<Row[]> {
  const centre = await startCentre();
  const client = await centre.as('psico');
  const side = async (entries: number): Promise<Side> => {
    const caseId = await caseWith(centre, entries);
    return () => {
      centre.clock.advance(8000);
      return timeOf(() => openingOf(client, caseId));
    };
  };
  const [small, large] = [await side(short), await side(long)];
  const { ratio, ...sides } = await alternate(large, small, { warmUp: 5, runs: 25 });
  await closeCentres();
  const note = `${long} attentions against ${short}`;
  return [{ what: 'case opened, ten times the entries', figure: ratio, unit: 'times', aim: '≤ 1.3 ×', ...sides, note }];
}
