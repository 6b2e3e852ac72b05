/** The facts of every figure, read at once: so many queries, however many fichas there are. */
import { serviceLabels, servicesOf, type Service } from '../../shared/access/index.ts';
import {
  oldListVersion,
  sectionA,
  sectionB,
  sectionOf,
  ViolenceType,
  type SectionAAnswers,
  type SectionBAnswers,
} from '../../shared/intake/index.ts';
import { askedQuestions, isUnanswered, type Answers } from '../../shared/record/index.ts';
import type { Facts, Ficha, Holding, StepDay, Valuation } from '../../shared/monitoring/index.ts';
import { violenceKinds } from '../../shared/pairs/index.ts';
import { civilDateOf, instantAt, monthOf } from '../../shared/platform/clock.ts';
import type { CivilDate, Month } from '../../shared/platform/dates.ts';
import type { CaseId, StaffId } from '../../shared/platform/ids.ts';
import { deadlinesOf, warnedAt } from '../../shared/proceedings/index.ts';
import { minutesBetween, orderLabel } from '../../shared/reception/index.ts';
import { listStaff } from '../access/index.ts';
import { attentionsByCase, type GivenAttention } from '../care/index.ts';
import { getCentre } from '../centre/index.ts';
import { measuresAskedOn, presentedFilings } from '../filings/index.ts';
import { closedTo, contextOfB, grantsAmong, missingInA, missingInB, sectionsByCase } from '../intake/index.ts';
import { countedFor } from '../pairs/index.ts';
import { actTermsAmong, readLaw, standingActs, type StandingAct } from '../proceedings/index.ts';
import { firstAttentions } from '../reception/index.ts';
import { inParts } from '../platform/storage/among.ts';
import { referralsWithAnswers } from '../referrals/index.ts';
import { tablesIn, type Trx } from './tables.ts';
import { holds, indicators, type CaseEvents } from '../../shared/register/index.ts';

export type Asked = {
  readonly today: CivilDate;
  /** Null: of every ficha that is not reserved, for a file that is no reader's. */
  readonly staffId: StaffId | null;
  /** What is asked of the sections is asked of fichas of this month and later; null for all. */
  readonly since: Month | null;
};

const dayOf = (instant: string): CivilDate => civilDateOf(Date.parse(instant));

/** Fichas that count, and the ids of those that nobody sees here. */
async function fichaRows(trx: Trx, staffId: StaffId | null) {
  const rows = await tablesIn(trx)
    .selectFrom('case_file')
    .select(['id', 'number', 'admitted_on', 'validated_at', 'reporting_month', 'state', 'is_sealed', 'form_version'])
    .select(['pair_id', 'informant_id', 'maybe_user_id', 'maybe_aggressor_id'])
    .where('annulled_at', 'is', null)
    .orderBy('number')
    .execute();
  const closed = staffId === null ? new Set<string>() : await closedTo(trx, rows, staffId);
  const unseen = rows.filter(({ id, is_sealed }) => is_sealed === 1 || closed.has(id));
  const hidden = new Set<string>(unseen.map(({ id }) => id));
  return { rows: rows.filter(({ id, form_version: form }) => !hidden.has(id) && form !== oldListVersion), hidden };
}

type Rows = Awaited<ReturnType<typeof fichaRows>>['rows'];

async function answersOf(trx: Trx, rows: readonly Rows[number][], since: Month | null) {
  const isAsked = ({ admitted_on: on, reporting_month: month }: Rows[number]) =>
    since === null || monthOf(on) >= since || (month !== null && month >= since);
  const ids = rows.filter(isAsked).map(({ id }) => id);
  const [a, b] = [await sectionsByCase(trx, 'a', ids), await sectionsByCase(trx, 'b', ids)];
  const d = await sectionsByCase(trx, 'd', ids);
  return (id: CaseId) => ({
    a: a.get(id)?.answers,
    b: b.get(id)?.answers,
    d: d.get(id)?.answers,
  });
}

/** One text for a question, whichever ficha it is not answered in: of many fichas there are millions of them. */
const codesIn = (section: 'a' | 'b') =>
  new Map(Object.keys(sectionOf(section).questions).map((name) => [name, `${section}.${name}`]));
const codes = { a: codesIn('a'), b: codesIn('b') } as const;

/** Questions of A and B that it is asked and that have no answer. */
function unansweredIn(a: SectionAAnswers, b: SectionBAnswers): string[] {
  const left = (section: 'a' | 'b', names: readonly string[], answers: Answers) =>
    names.filter((name) => isUnanswered(answers[name])).flatMap((name) => codes[section].get(name) ?? []);
  return [
    ...left('a', askedQuestions(sectionA.questions, a), a),
    ...left('b', askedQuestions(sectionB.questions, b, contextOfB(a)), b),
  ];
}

async function valuationsOf(trx: Trx, ids: ReadonlySet<string>): Promise<Valuation[]> {
  const forms = await tablesIn(trx)
    .selectFrom('partner_risk_form')
    .select(['case_id', 'assessed_at', 'confirmed_level'])
    .orderBy('assessed_at')
    .execute();
  const law = await readLaw(trx);
  const { districtCode: centreDistrict } = await getCentre(trx);
  const around = { act: null, notification: null, district: null, centreDistrict, distanceDays: null, fixedOn: null };
  return forms
    .filter(({ case_id }) => ids.has(case_id))
    .map(({ case_id: caseId, assessed_at: at, confirmed_level: level }) => {
      const on = dayOf(at);
      const isSevere = level === 'severe1' || level === 'severe2';
      const from = { kind: 'riskValued', fact: { on, time: null }, riskLevel: 'severe', ...around } as const;
      const due = isSevere ? deadlinesOf(from, law).map(warnedAt)[0] : undefined;
      return { caseId, on, isSevere, dueOn: due?.on ?? null };
    });
}

/** The first day of each step, by an act or by a writ left at a desk. */
function stepsOf(acts: readonly StandingAct[], asked: ReadonlyMap<CaseId, CivilDate>): StepDay[] {
  const first = new Map<string, StepDay>();
  const add = (one: StepDay) => {
    const key = `${one.caseId} ${one.step}`;
    const known = first.get(key);
    if (known === undefined || one.on < known.on) first.set(key, one);
  };
  for (const { caseId, kind, on, isGranting } of acts) {
    if (kind === 'measuresRequested') add({ caseId, step: 'asked', on });
    if (kind === 'measuresDecided' && isGranting) add({ caseId, step: 'granted', on });
    if (kind === 'executionStarted') add({ caseId, step: 'executed', on });
    if (kind === 'breach') add({ caseId, step: 'breached', on });
  }
  for (const [caseId, on] of asked) add({ caseId, step: 'asked', on });
  return [...first.values()];
}

type Grants = Awaited<ReturnType<typeof grantsAmong>>;

/** «Luz I.»: as a board calls its own people. */
export function shortName(fullName: string): string {
  const [given = '', next = ''] = fullName.split(' ');
  return next === '' ? given : `${given} ${next.charAt(0)}.`;
}

/** A service of one person is held by her; of several, by the service. */
async function holdersOf(trx: Trx, grants: Grants) {
  const staff = await listStaff(trx);
  const inService = (service: Service) =>
    staff.filter(({ state, roles }) => state === 'active' && servicesOf(roles).includes(service));
  const labels = new Map<string, string>(staff.map(({ id, fullName }) => [id, shortName(fullName)]));
  const personOf = ({ service, staffId }: Pick<Grants[number], 'service' | 'staffId'>): string | null => {
    if (service === null) return staffId;
    const [only, ...others] = inService(service);
    if (only !== undefined && others.length === 0) return only.id;
    labels.set(service, serviceLabels[service]);
    return service;
  };
  const holdings = grants.flatMap((grant): Holding[] => {
    const person = personOf(grant);
    if (person === null) return [];
    const until = grant.untilAt === null ? null : dayOf(grant.untilAt);
    return [{ caseId: grant.caseId, person, from: dayOf(grant.fromAt), until }];
  });
  const codes = [...new Set(holdings.map(({ person }) => person))];
  const people = codes.map((code) => ({ code, label: labels.get(code) ?? '' }));
  const open = grants.filter(({ untilAt }) => untilAt === null);
  const running = Map.groupBy(open, ({ caseId }) => caseId);
  const whoOf = (id: CaseId) => {
    const own = running.get(id) ?? [];
    const [first] = whoFirst.flatMap((service) => own.find((one) => one.service === service) ?? []);
    const person = personOf(first ?? own[0] ?? nobody);
    return person === null ? '' : (labels.get(person) ?? '');
  };
  return { holdings, people: people.toSorted((one, other) => one.label.localeCompare(other.label, 'es')), whoOf };
}

const whoFirst = ['psychology', 'social', 'legal'] as const;
const nobody = { service: null, staffId: null };

async function attendedSince(trx: Trx, since: Month | null): Promise<Facts['attended']> {
  const from = instantAt(`${since ?? '1900-01'}-01` as CivilDate, '00:00');
  return (await firstAttentions(trx, from)).map(({ arrivalId: id, sinceAt, attendedAt, number, channel, caseId }) => ({
    ...{ id, turn: orderLabel(channel, number), on: dayOf(sinceAt), caseId },
    minutes: minutesBetween(sinceAt, attendedAt),
  }));
}

/** Lists that are alike are one: fichas left at the same place lack the same. */
function keptOnce() {
  const lists = new Map<string, readonly string[]>();
  return (list: string[]): readonly string[] => {
    const key = list.join();
    const known = lists.get(key) ?? list;
    lists.set(key, known);
    return known;
  };
}

type Sections = ReturnType<Awaited<ReturnType<typeof answersOf>>>;

/** What a ficha says by itself. */
function told(row: Rows[number], { a, b, d }: Sections, once: (list: string[]) => readonly string[]) {
  return {
    ...{ caseId: row.id, number: row.number, admittedOn: row.admitted_on, countedIn: row.reporting_month },
    validatedOn: row.validated_at === null ? null : dayOf(row.validated_at),
    isClosed: row.state === 'closed',
    type: violenceKinds.find((kind) => ViolenceType[kind] === b?.violenceType) ?? null,
    complaint: typeof a?.complaintFiled === 'number' ? a.complaintFiled === 1 : null,
    isFemicideAttempt: d?.['femicideAttempt'] === 1,
    dependedOnFemicideVictim: b?.dependsOnFemicideVictim === 1,
    missing: a === undefined || b === undefined ? 0 : missingInA(a).length + missingInB(a, b).length,
    unanswered: a === undefined || b === undefined ? [] : once(unansweredIn(a, b)),
  };
}

export async function readFacts(trx: Trx, { today, staffId, since }: Asked): Promise<Facts> {
  const { rows, hidden } = await fichaRows(trx, staffId);
  const ids = rows.map(({ id }) => id);
  const given = await attentionsByCase(trx, ids);
  const acts = await standingActs(trx, ids);
  const kinds = await attentionKinds(trx, ids, given);
  const { holdings, people, whoOf } = await holdersOf(trx, await grantsAmong(trx, ids));
  const counted = staffId === null ? [] : await countedFor({ trx, session: { staffId } }, always);
  const fichas: [string, Ficha][] = [];
  const once = keptOnce();
  for (const part of inParts(rows)) {
    const saved = await answersOf(trx, part, since);
    for (const row of part) {
      const { id } = row;
      const contacts = [...new Set((given.get(id) ?? []).map(({ on }) => on))];
      fichas.push([id, { ...told(row, saved(id), once), ...kinds(id), who: whoOf(id), contacts }]);
    }
  }
  return {
    today,
    fichas: new Map(fichas),
    valuations: await valuationsOf(trx, new Set<string>(ids)),
    steps: stepsOf(acts, await measuresAskedOn(trx, ids)),
    attended: (await attendedSince(trx, since)).filter(({ caseId }) => caseId === null || !hidden.has(caseId)),
    terms: await actTermsAmong(trx, ids),
    referrals: await referralsWithAnswers(trx, ids),
    ...{ holdings, people, acts },
    events: counted.filter(({ caseId }) => !hidden.has(caseId)),
  };
}

const always = { from: null, to: null };

const ruleOf = (variable: string) => indicators.find((one) => one.variable === variable)?.rule ?? null;
const integral = ruleOf('ATENCION_INTEGRAL');
const interdisciplinary = ruleOf('ATENCION_INTERDISCIPLINARIA');

/** What these rules ask of a writ: its kind, and that it was left somewhere. */
const unasked = { asksProtection: false, asksPrecautionary: false, asksPolice: false, toChildProtection: false };

/** Integral and interdisciplinary attention by the rules of the central register, of many cases at once. */
async function attentionKinds(
  trx: Trx,
  caseIds: readonly CaseId[],
  given: ReadonlyMap<string, readonly GivenAttention[]>,
) {
  const filed = Map.groupBy(await presentedFilings(trx, caseIds), ({ case_id }) => case_id);
  return (caseId: CaseId) => {
    const events: CaseEvents = {
      actions: (given.get(caseId) ?? []).map(({ service, number }) => ({ service, number })),
      filings: (filed.get(caseId) ?? []).map(({ kind, instance }) => ({ kind, instance, report: null, ...unasked })),
      ...{ referrals: [], acts: [], valuations: 0 },
    };
    const facts = { answers: {}, events };
    return {
      isIntegral: integral !== null && holds(integral, facts) === true,
      isInterdisciplinary: interdisciplinary !== null && holds(interdisciplinary, facts) === true,
    };
  };
}
