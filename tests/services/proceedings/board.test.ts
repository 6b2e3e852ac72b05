/** The board, its number in the navigation and the page of each case speak of the same terms. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import { consequences } from '../../../src/shared/proceedings/index.ts';
import { blankSectionE, sectionOf, ViolenceType, type SectionEAnswers } from '../../../src/shared/intake/index.ts';
import { addDays, type CivilDate } from '../../../src/shared/platform/dates.ts';
import type { OutputOf } from '../../../src/shared/platform/contract.ts';
import { completeAnswers } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  closeCentres,
  startCentre,
  type CaseOptions,
  type Login,
  type TestCentre,
} from '../../support/start-application.ts';
import { anEvent, at, measure } from './a-proceeding.ts';

afterEach(closeCentres);

type Board = OutputOf<Contract['listDeadlines']>;
type Page = OutputOf<Contract['getProceedings']>;
type SectionB = NonNullable<CaseOptions['b']>;

const named = (surname: string): CaseOptions['user'] => ({
  firstSurname: surname,
  document: { kind: 'dni', state: 'known', number: `4${String(surname.length).padStart(3, '0')}1234` },
});
const rape = { violenceType: ViolenceType.sexual, sexualActs: ['rape' as const], valuationLevel: 3 as const };

async function interview(centre: TestCentre, caseId: string, on: string): Promise<void> {
  const { staff } = await centre.sessionOf('psico');
  const present = [{ staffId: staff.id, service: 'psychology' as const }];
  const when = { on, started: '09:10', ended: null, modality: 'centre' as const, place: null };
  await (await centre.as('psico')).recordInterview({ caseId, interview: { ...when, toldStory: false, present } });
}

/** Seven cases: a draft, three levels, an assault, one with acts and measures, one planned, one closed to psychology. */
async function varied(): Promise<{ centre: TestCentre; ids: string[]; closed: string }> {
  const centre = await startCentre({ clock: fixedClock('2026-06-08T15:00:00.000Z') });
  const ids: string[] = [];
  const build = async (surname: string, answers: NonNullable<SectionB['answers']>, more: CaseOptions = {}) => {
    centre.clock.advance(3000);
    const on = '2026-06-08' as CivilDate;
    const admission = { admittedOn: on, admittedTime: '09:00', shift: 'morning' as const, fichaNumber: null };
    const incident = { occurredOn: { year: 2026, month: 6, day: 6 }, occurredTime: '21:30', place: null };
    const { caseId } = await centre.aCase({
      user: named(surname),
      a: { admission: { ...admission, isFromPaper: false } },
      b: { incident, answers },
      ...more,
    });
    ids.push(caseId);
    return caseId;
  };
  await build('Uno', {}, { isValidated: false });
  await interview(centre, await build('Dosdos', { valuationLevel: 1 }), '2026-06-08');
  await interview(centre, await build('Trestre', { valuationLevel: 3 }), '2026-06-08');
  await build('Cuatroxx', rape);
  const acts = await build('Cincoxxxx', { valuationLevel: 2 });
  const lawyer = await centre.as('legal');
  const entry = { form: 'paper' as const, entry: at('2026-06-05 10:00'), effectOn: null };
  const decided = { notification: entry, measures: [measure('no-approach', 'granted')] };
  await lawyer.recordEvent({ caseId: acts, event: anEvent('measuresDecided', '2026-06-03', decided) });
  await lawyer.recordEvent({ caseId: acts, event: anEvent('breach', '2026-06-07 20:00') });
  const planned = await build('Seisxxxxxx', { valuationLevel: 1 });
  await interview(centre, planned, '2026-06-08');
  const e = completeAnswers(sectionOf('e').questions, blankSectionE()) as SectionEAnswers;
  await (
    await centre.as('social')
  ).saveFormSection({ caseId: planned, version: 0, form: { section: 'e', answers: e } });
  const closed = await build('Sietexxxxxx', { valuationLevel: 3 });
  const person = { givenNames: null, firstSurname: null, secondSurname: null, documentKind: 'dni' as const };
  const declared = { ...person, kinship: 'siblingOrGrandparent' as const, documentNumber: '40111234' };
  await (await centre.as('psico')).declareConflict({ person: declared });
  return { centre, ids, closed };
}

const line = (caseId: string, ruleId: string, end: { on: string; time: string } | null, isOverdue: boolean) =>
  `${caseId} ${ruleId} ${end?.on ?? ''} ${end?.time ?? ''} ${isOverdue ? 'late' : ''}`;

const linesOf = ({ deadlines }: Board) =>
  deadlines
    .flatMap(({ caseId, ruleId, warnsAt, isOverdue }) =>
      caseId === null ? [] : [line(caseId, ruleId, warnsAt, isOverdue)],
    )
    .toSorted();

/** What the page of a case says is open and has a date, as the board words it. */
function pendingOn(caseId: string, { deadlines, recordTerms }: Page, now: { today: CivilDate; time: string }) {
  const acts = deadlines
    .filter(({ state }) => state === 'open')
    .map(({ ruleId, warnsAt, isOverdue }) => line(caseId, ruleId, warnsAt, isOverdue));
  const record = recordTerms.flatMap(({ ruleId, trigger, state, warnsAt, due, isOverdue }) => {
    const late = due.byEffect?.due;
    if (state !== 'open' || warnsAt === null || late === undefined) return [];
    if (trigger.kind === 'sexualAssault' && late.on < addDays(now.today, -3)) return [];
    const isPast = `${warnsAt.on} ${warnsAt.time}` < `${now.today} ${now.time}`;
    return [line(caseId, ruleId, isPast && !isOverdue ? late : warnsAt, isOverdue)];
  });
  return [...acts, ...record];
}

async function unionOf(
  centre: TestCentre,
  login: Login,
  ids: readonly string[],
  now: { today: CivilDate; time: string },
) {
  const client = await centre.as(login);
  const lines: string[] = [];
  for (const caseId of ids) {
    centre.clock.advance(50);
    lines.push(...pendingOn(caseId, await client.getProceedings({ caseId }), now));
  }
  return lines.toSorted();
}

describe('listDeadlines', () => {
  it('has what the page of each case has open, for who reads them', async () => {
    const { centre, ids, closed } = await varied();
    const open = ids.filter((id) => id !== closed);
    const check = async (of: TestCentre, now: { today: CivilDate; time: string }) => {
      const legal = linesOf(await (await of.as('legal')).listDeadlines({ scope: 'all' }));
      expect(legal).toEqual(await unionOf(of, 'legal', ids, now));
      expect(legal.length).toBeGreaterThan(15);
      const ofPlanned = legal.filter((one) => one.startsWith(ids[5] ?? '-')).map((one) => one.split(' ')[1]);
      expect(ofPlanned).toEqual(['D31a', 'D33a', 'D34a']);
      const psychologist = linesOf(await (await of.as('psico')).listDeadlines({ scope: 'all' }));
      expect(psychologist).toEqual(await unionOf(of, 'psico', open, now));
      const coordinator = linesOf(await (await of.as('coordina')).listDeadlines({ scope: 'all' }));
      expect(coordinator).toEqual(legal.filter((one) => !/ D2[01] /.test(one)));
    };
    await check(centre, { today: '2026-06-08' as CivilDate, time: '10:00' });
    centre.clock.advance(30 * 3_600_000);
    await check(await centre.restart(), { today: '2026-06-09' as CivilDate, time: '16:00' });
  });
});

describe('the order of the board', () => {
  it('is that of what is lost, then of time; the steps of the centre come last', async () => {
    const { centre } = await varied();
    const { deadlines } = await (await centre.as('legal')).listDeadlines({ scope: 'all' });
    const key = ({ consequence, warnsAt }: Board['deadlines'][number]) =>
      `${consequences.indexOf(consequence)} ${warnsAt === null ? '9999' : `${warnsAt.on} ${warnsAt.time}`}`;
    expect(deadlines.map(key)).toEqual(deadlines.map(key).toSorted());
    const of = (wanted: string) => deadlines.find(({ ruleId }) => ruleId === wanted)?.consequence;
    expect([of('D20'), of('D05'), of('D37'), of('D33a')]).toEqual(['fatal', 'fatal', 'duty', 'internal']);
    expect(new Set(deadlines.map(({ consequence }) => consequence)).size).toBeGreaterThan(2);
  });
});

describe('countDeadlines', () => {
  it('is what the board lists as late and as due today by law, whoever asks', async () => {
    const { centre } = await varied();
    centre.clock.advance(26 * 3_600_000);
    const next = await centre.restart();
    for (const login of ['legal', 'psico', 'coordina', 'admision'] as const) {
      const client = await next.as(login);
      const { today, deadlines } = await client.listDeadlines({ scope: 'all' });
      const ofLaw = deadlines.filter(({ consequence }) => consequence !== 'internal');
      const late = ofLaw.filter(({ isOverdue }) => isOverdue);
      const ofToday = ofLaw.filter(({ isOverdue, warnsAt }) => !isOverdue && warnsAt?.on === today);
      expect(await client.countDeadlines({}), login).toEqual({ overdue: late.length, today: ofToday.length });
      if (login === 'legal') expect(deadlines.length - ofLaw.length).toBeGreaterThan(late.length);
    }
  });
});
