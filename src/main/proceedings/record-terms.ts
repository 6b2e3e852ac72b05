/** What of a case starts terms by itself and what of it was done, read from the record as it stands. */
import { oldListVersion } from '../../shared/intake/index.ts';
import {
  isRecordTermOverdue,
  recordTermsOf,
  warnedAt,
  type KitAnswered,
  type LawTables,
  type RecordEnds,
  type RecordTerm,
  type RecordTermView,
  type RecordTrigger,
} from '../../shared/proceedings/index.ts';
import { civilDateOf, timeOf } from '../../shared/platform/clock.ts';
import { addDays, spanOf, type CivilDate, type PartialDate } from '../../shared/platform/dates.ts';
import { attentionsOf, type GivenAttention } from '../care/index.ts';
import { getCentre } from '../centre/index.ts';
import type { Trx } from '../database.ts';
import { completeSections, getCaseRow, getIncident, getSectionB, occurredOn, type CaseRow } from '../intake/index.ts';
import { latestRiskForm } from '../risk/index.ts';
import { ruleWords, toStored, fromStored } from './computed.ts';
import { listEvents } from './event-repository.ts';

export type RecordParts = {
  /** Days on which the kit was delivered, or the reason not to refer was recorded; it belongs to a domain above this one. */
  readonly kitAnsweredOn: (trx: Trx, caseId: string) => Promise<KitAnswered>;
};

const levels = { 1: 'mild', 2: 'moderate', 3: 'severe' } as const;

function at(on: CivilDate, time: string | null) {
  return { on, time };
}

function atInstant(instant: string) {
  const moment = Date.parse(instant);
  return at(civilDateOf(moment), timeOf(moment));
}

/** The hour counts only on a day that is known. */
function assaultOf(date: PartialDate, hour: string | null): RecordTrigger {
  const { first, last } = spanOf(date);
  const known = first === last ? hour : null;
  return { kind: 'sexualAssault', first: at(first, known), last: at(last, known ?? '23:59') };
}

function triggerOf(kind: RecordTrigger['kind'], moment: RecordTrigger['first'] | null): RecordTrigger[] {
  return moment === null ? [] : [{ kind, first: moment, last: moment }];
}

type Found = { readonly row: CaseRow; readonly given: readonly GivenAttention[] };

async function triggersOf(trx: Trx, { row, given }: Found): Promise<RecordTrigger[]> {
  const { answers } = await getSectionB(trx, row.id);
  const incident = await getIncident(trx, row.incident_id);
  const acts = answers.sexualActs ?? [];
  const date = acts.includes('rape') || acts.includes('rapeByDeceit') ? occurredOn(incident) : null;
  const [first, last] = [given[0], given.at(-1)];
  const valued = await latestRiskForm(trx, row.id);
  return [
    ...(date === null ? [] : [assaultOf(date, incident.occurred_time)]),
    ...triggerOf('caseAdmitted', at(row.admitted_on as CivilDate, row.admitted_time)),
    ...triggerOf('firstInterview', first === undefined ? null : at(first.on, null)),
    ...triggerOf('caseValidated', row.validated_at === null ? null : atInstant(row.validated_at)),
    ...triggerOf('riskValued', valued === null ? null : atInstant(valued.assessedAt)),
    ...triggerOf('lastAttention', last === undefined ? null : at(last.on, null)),
  ];
}

async function endsOf(trx: Trx, { row, given }: Found, parts: RecordParts): Promise<RecordEnds> {
  const complete = await completeSections(trx, row.id);
  const events = (await listEvents(trx, row.id)).filter(({ withdrawn }) => withdrawn === 0);
  const measures = events.find(({ kind }) => kind === 'measuresRequested' || kind === 'measuresDecided');
  const validatedOn = row.validated_at === null ? null : civilDateOf(Date.parse(row.validated_at));
  return {
    attended: given[0]?.on ?? null,
    kit: await parts.kitAnsweredOn(trx, row.id),
    measures: measures === undefined ? null : (measures.happened_on as CivilDate),
    contact: validatedOn === null ? null : (given.find(({ on }) => on > validatedOn)?.on ?? null),
    isDescribed: complete.has('c') && complete.has('d'),
    isPlanned: complete.has('e'),
  };
}

/** Nothing of a closed or annulled case, nor of one that came in from an old list: its steps were taken elsewhere. */
function isRunning({ state, annulled_at, form_version }: CaseRow): boolean {
  return state !== 'closed' && annulled_at === null && form_version !== oldListVersion;
}

export async function recordTerms(
  trx: Trx,
  caseId: string,
  { law, parts }: { readonly law: LawTables; readonly parts: RecordParts },
): Promise<RecordTerm[]> {
  const row = await getCaseRow(trx, caseId);
  if (!isRunning(row)) return [];
  const found = { row, given: await attentionsOf(trx, caseId) };
  const level = (await getSectionB(trx, caseId)).answers.valuationLevel;
  const { districtCode } = await getCentre(trx);
  const around = {
    riskLevel: level === null ? null : levels[level],
    ...{ district: districtCode, centreDistrict: districtCode },
  };
  return recordTermsOf(await triggersOf(trx, found), await endsOf(trx, found, parts), around, law);
}

/** Days that a health term that ran out is still told of: after them nothing of it can be done. */
const lateDays = 3;

/** What somebody still has to do, or should just have done; dates and what was done long ago are not. */
export function isPending({ trigger, computed, state }: RecordTerm, today: CivilDate): boolean {
  const due = computed.byEffect?.due;
  if (state !== 'open' || due === undefined) return false;
  return trigger.kind !== 'sexualAssault' || due.on >= addDays(today, -lateDays);
}

/** Cases of which `recordTerms` answers something. */
export async function casesWithRecordTerms(trx: Trx): Promise<string[]> {
  const rows = await trx
    .selectFrom('case_file')
    .select('id')
    .where('state', '<>', 'closed')
    .where('annulled_at', 'is', null)
    .where('form_version', '<>', oldListVersion)
    .execute();
  return rows.map(({ id }) => id);
}

/** As the page shows it. */
export function recordTermView(term: RecordTerm, now: string): RecordTermView {
  const { trigger, computed, state, doneOn } = term;
  const stored = fromStored(toStored(computed));
  const { rule: _words, ...due } = stored;
  return {
    ruleId: computed.rule.id,
    trigger: { kind: trigger.kind, first: trigger.first, last: trigger.last },
    ...ruleWords(stored),
    due,
    warnsAt: warnedAt(computed),
    isOverdue: isRecordTermOverdue(term, now),
    state,
    doneOn,
  };
}
