/** A case that has gone on for years is opened like a new one: what its first page reads, with ten times the entries. */
import type { Contract } from '../../src/shared/contract.ts';
import { blankUser } from '../../src/shared/people/index.ts';
import type { Client } from '../../src/shared/platform/contract.ts';
import { addDays, civilDateSchema } from '../../src/shared/platform/dates.ts';
import type { CaseId } from '../../src/shared/platform/ids.ts';
import { newestShown } from '../../src/shared/timeline/index.ts';
import { aUser } from '../support/case-builder.ts';
import { addFile } from '../support/send-file.ts';
import { closeCentres, startCentre, type TestCentre } from '../support/start-application.ts';
import { alternate, timeOf, type Row, type Side } from './measure.ts';

const [short, long] = [12, 120];
/** To so many attentions one interview, one visit, one call and one file. */
const perOther = 12;
const today = civilDateSchema.parse('2026-06-10');
const safe = { ...blankUser().contact, phone: '987654321', whose: 'Su hermana', mayCall: 'yes', hours: 'mañanas' };

type Use = { readonly centre: TestCentre; readonly client: Client<Contract>; readonly caseId: CaseId };

/** One of each other kind, on the days of the attentions beside it. */
async function others({ centre, client, caseId }: Use, at: number, lastCallId: string | null): Promise<string> {
  const on = addDays(today, -at);
  const { staff } = await centre.sessionOf('psico');
  const interview = {
    on,
    started: '09:00',
    ended: '10:00',
    modality: 'centre',
    place: null,
    toldStory: false,
  } as const;
  const present = [{ staffId: staff.id, service: 'psychology' as const }];
  await client.recordInterview({ caseId, interview: { ...interview, present } });
  await client.bookVisit({
    ...{ caseId, saidName: null, day: addDays(today, 1 + at), time: '10:00' },
    ...{ service: 'psychology', staffId: null, note: null, mustCall: false },
  });
  await addFile(client, caseId, { name: `nota-${at}.txt`, bytes: new TextEncoder().encode(`Nota inventada ${at}`) });
  const { callId, version } = await client.startCall({ caseId, lastCallId, isWithinHours: false });
  const ended = { said: null, nextOn: null, nextTime: null, withdraws: false, action: null } as const;
  await client.endCall({ caseId, callId, version, end: { ...ended, result: 'noAnswer' } });
  return callId;
}

async function caseWith(centre: TestCentre, entries: number): Promise<CaseId> {
  const { caseId } = await centre.aCase({ user: aUser({ contact: { ...safe, mayCall: 'yes' } }) });
  const client = await centre.as('psico');
  let lastCallId: string | null = null;
  for (let given = 0; given < entries; given += 1) {
    centre.clock.advance(2000);
    const note = `Atención inventada ${given}.`;
    const on = addDays(today, -Math.floor(given / 2));
    await client.recordAttention({
      caseId,
      attention: { action: 'action-32', on, time: null, withWhom: 'user', outcome: 'done', note },
    });
    if (given % perOther === 0) lastCallId = await others({ centre, client, caseId }, given, lastCallId);
  }
  return caseId;
}

/** What the page of a case asks when it is opened. */
async function openingOf(client: Client<Contract>, caseId: CaseId): Promise<void> {
  await client.getCase({ caseId });
  await Promise.all([
    client.readTimeline({ caseId, newest: newestShown }),
    client.readOpenFichas({ caseId }),
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
  const note = `${long} attentions against ${short}, and to ${perOther} of them an interview, a visit, a call and a file`;
  return [{ what: 'case opened, ten times the entries', figure: ratio, unit: 'times', aim: '≤ 1.3 ×', ...sides, note }];
}
