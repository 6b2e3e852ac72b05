/** What of a case starts terms by itself and what of it was done, read from the record as it stands. */
import { Temporal } from 'temporal-polyfill';
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
import { addDays, spanOf, type CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { attentionsByCase, type GivenAttention } from '../care/index.ts';
import { getCentre } from '../centre/index.ts';
import { casesComplete, casesDescribed, termFactsOf, type Assault, type TermFacts } from '../intake/index.ts';
import { among } from '../platform/storage/among.ts';
import { valuedAt } from '../risk/index.ts';
import { ruleWords, toStored, fromStored } from './computed.ts';
import { tablesIn, type Trx } from './tables.ts';

type ByCase<Value> = (trx: Trx, caseIds: readonly CaseId[]) => Promise<ReadonlyMap<string, Value>>;

/** Of domains above this one; a case of which there is nothing to say is left out. */
export type RecordParts = {
  /** Days on which the kit was delivered, or the reason not to refer was recorded. */
  readonly kitAnsweredOn: ByCase<KitAnswered>;
  /** The first day on which a writ that asks for measures was left at a desk. */
  readonly measuresAskedOn: ByCase<CivilDate>;
};

/** What is known of a case for its terms. */
type Found = {
  readonly facts: TermFacts;
  /** Acts of attention, oldest first. */
  readonly given: readonly GivenAttention[];
  readonly valuedAt: string | null;
  readonly kit: KitAnswered;
  /** Measures were requested, by an event or a writ, or decided. */
  readonly measuresOn: CivilDate | null;
  /** Section B misses nothing. */
  readonly isInterviewed: boolean;
  readonly isDescribed: boolean;
  readonly isPlanned: boolean;
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
function assaultOf({ on, time }: Assault): RecordTrigger {
  const { first, last } = spanOf(on);
  const known = first === last ? time : null;
  return { kind: 'sexualAssault', first: at(first, known), last: at(last, known ?? '23:59') };
}

function triggerOf(kind: RecordTrigger['kind'], moment: RecordTrigger['first'] | null): RecordTrigger[] {
  return moment === null ? [] : [{ kind, first: moment, last: moment }];
}

/** Acts of attention after the day of the validation. */
function contactsAfter(validatedAt: string | null, given: readonly GivenAttention[]): GivenAttention[] {
  if (validatedAt === null) return [];
  const validatedOn = civilDateOf(Date.parse(validatedAt));
  return given.filter(({ on }) => on > validatedOn);
}

/** The next contact runs from the last one: closer in the first month. */
function contactTrigger(validatedAt: string | null, contact: CivilDate | null): RecordTrigger[] {
  if (validatedAt === null || contact === null) return [];
  const month = Temporal.PlainDate.from(civilDateOf(Date.parse(validatedAt))).add({ months: 1 });
  const kind = contact <= month.toString() ? 'firstMonthContact' : 'laterContact';
  return triggerOf(kind, at(contact, null));
}

function triggersOf({ facts, given, valuedAt: valued }: Found): RecordTrigger[] {
  const { assault, validatedAt } = facts;
  const [first, last] = [given[0], given.at(-1)];
  const contact = contactsAfter(validatedAt, given).at(-1)?.on ?? null;
  return [
    ...(assault === null ? [] : [assaultOf(assault)]),
    ...triggerOf('caseAdmitted', at(facts.admittedOn, facts.admittedTime)),
    ...triggerOf('firstInterview', first === undefined ? null : at(first.on, null)),
    ...triggerOf('caseValidated', validatedAt === null ? null : atInstant(validatedAt)),
    ...triggerOf('riskValued', valued === null ? null : atInstant(valued)),
    ...contactTrigger(validatedAt, contact),
    ...triggerOf('lastAttention', last === undefined ? null : at(last.on, null)),
  ];
}

function endsOf({ facts: { validatedAt }, given, kit, measuresOn, ...done }: Found): RecordEnds {
  return {
    attended: given[0]?.on ?? null,
    kit,
    measures: measuresOn,
    contact: contactsAfter(validatedAt, given)[0]?.on ?? null,
    isInterviewed: done.isInterviewed,
    isDescribed: done.isDescribed,
    isPlanned: done.isPlanned,
  };
}

/** The first day on which measures were requested or decided, by case. */
async function measureEvents(trx: Trx, caseIds: readonly CaseId[]): Promise<ReadonlyMap<string, CivilDate>> {
  const rows = await tablesIn(trx)
    .selectFrom('proceeding_event')
    .select(['case_id', ({ fn }) => fn.min('happened_on').as('on')])
    .where('case_id', 'in', among(caseIds))
    .where('withdrawn', '=', 0)
    .where('kind', 'in', ['measuresRequested', 'measuresDecided'])
    .groupBy('case_id')
    .execute();
  return new Map(rows.map(({ case_id, on }) => [case_id, on]));
}

/** The first day on which measures were asked for, by an act or by a writ, or decided. */
export async function measuresByCase(
  trx: Trx,
  caseIds: readonly CaseId[],
  parts: Pick<RecordParts, 'measuresAskedOn'>,
): Promise<ReadonlyMap<string, CivilDate>> {
  const [byEvent, byWrit] = [await measureEvents(trx, caseIds), await parts.measuresAskedOn(trx, caseIds)];
  return new Map(
    caseIds.flatMap((caseId) => {
      const [first] = [byEvent.get(caseId), byWrit.get(caseId)].filter((on) => on !== undefined).sort();
      return first === undefined ? [] : [[caseId, first] as const];
    }),
  );
}

const noKit: KitAnswered = { prophylaxis: null, contraception: null };

/** Of many cases a query for each table; the page of one case asks with one. */
async function findAll(trx: Trx, caseIds: readonly CaseId[], parts: RecordParts): Promise<Found[]> {
  const all = await termFactsOf(trx, caseIds);
  const ids = all.map(({ caseId }) => caseId);
  const given = await attentionsByCase(trx, ids);
  const valued = await valuedAt(trx, ids);
  const kits = await parts.kitAnsweredOn(trx, ids);
  const measures = await measuresByCase(trx, ids, parts);
  const interviewed = await casesComplete(trx, 'b', ids);
  // Description and plan have terms from the first interview on.
  const { described, planned } = await casesDescribed(trx, [...given.keys()]);
  return all.map((facts): Found => {
    const { caseId } = facts;
    return {
      facts,
      given: given.get(caseId) ?? [],
      valuedAt: valued.get(caseId) ?? null,
      kit: kits.get(caseId) ?? noKit,
      measuresOn: measures.get(caseId) ?? null,
      // Whatever Section B may come to ask later: what was validated had its interview.
      isInterviewed: interviewed.has(caseId) || facts.validatedAt !== null,
      isDescribed: described.has(caseId),
      isPlanned: planned.has(caseId),
    };
  });
}

type Sources = { readonly law: LawTables; readonly parts: RecordParts };

/** Terms of the running ones among these cases, by their ids. */
export async function recordTermsByCase(
  trx: Trx,
  caseIds: readonly CaseId[],
  { law, parts }: Sources,
): Promise<ReadonlyMap<CaseId, RecordTerm[]>> {
  const { districtCode } = await getCentre(trx);
  const found = await findAll(trx, caseIds, parts);
  return new Map(
    found.map((one) => {
      const { caseId, level } = one.facts;
      const around = {
        riskLevel: level === null ? null : levels[level],
        // A step of the case names no office: none of the local days of a court are known.
        ...{ district: null, centreDistrict: districtCode },
      };
      return [caseId, recordTermsOf(triggersOf(one), endsOf(one), around, law)];
    }),
  );
}

/** None of a closed case, nor of one that came in from an old list. */
export async function recordTerms(trx: Trx, caseId: CaseId, sources: Sources): Promise<RecordTerm[]> {
  return (await recordTermsByCase(trx, [caseId], sources)).get(caseId) ?? [];
}

/** Days that a health term that ran out is still told of: after them nothing of it can be done. */
const lateDays = 3;

/** What somebody still has to do, or should just have done; dates and what was done long ago are not. */
export function isPending({ trigger, computed, state }: RecordTerm, today: CivilDate): boolean {
  const due = computed.byEffect?.due;
  if (state !== 'open' || due === undefined) return false;
  return trigger.kind !== 'sexualAssault' || due.on >= addDays(today, -lateDays);
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
