/** What the record knows of a user and her fichas, gathered for the condition; and who of it may be the same person. */
import {
  comesFromAnotherCentre,
  plannedServices,
  type CaseHistory,
  type intakeContract,
  type EarlierFicha,
  type SectionAAnswers,
  type SectionBAnswers,
  type SectionEAnswers,
} from '../../shared/intake/index.ts';
import { displayName, type Match, type UserPerson } from '../../shared/people/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId, PersonId } from '../../shared/platform/ids.ts';
import { decide } from '../../shared/access/index.ts';
import type { Trx } from '../database.ts';
import { compareWith, displayNamesOf, getPerson, probablySame } from '../people/index.ts';
import type { Unit } from '../platform/gate/handler.ts';
import {
  getCaseRow,
  getIncident,
  getPair,
  listCasesOfPerson,
  listCasesOfUser,
  listValidatedCasesOfUsers,
  usersOfValidatedCases,
  occurredOn,
  type CaseRow,
  type IncidentRow,
  type PairRow,
} from './case-repository.ts';
import { closedTo, isClosedTo } from './case-persons.ts';
import { allowed } from './rights.ts';
import { getFormSection, getSectionA, getSectionB, type SavedSection } from './section-repository.ts';

type Use = Unit<Trx>;

/** What domains above this one know of a case. */
export type HistoryParts = {
  /** Newest act that counts as an attention among these cases; null when none was recorded. */
  readonly lastAttentionOn: (trx: Trx, caseIds: readonly string[]) => Promise<CivilDate | null>;
};

export type AlikePerson = OutputOf<(typeof intakeContract)['proposeCondition']>['alike'][number];

/** The same woman's aggressors are few: less has to agree than among all persons of a centre. */
const aggressorsOfOne = 100;

type Earlier = { readonly row: CaseRow & { aggressor_id: string }; readonly isHidden: boolean };

function isBefore(one: CaseRow, other: CaseRow): boolean {
  const order = (row: CaseRow) => `${row.admitted_on} ${row.admitted_time} ${row.number}`;
  return one.id !== other.id && order(one) < order(other);
}

/** Reserved, or closed to the reader by a conflict: nothing of it is named. */
export function isHiddenFrom(unit: Use, row: CaseRow): Promise<boolean> {
  return isClosedTo(unit.trx, row, unit.session.staffId);
}

/** Validated fichas of the user admitted before this one, newest first. */
export async function earlierFichas(unit: Use, row: CaseRow, pair: PairRow): Promise<Earlier[]> {
  const found: Earlier[] = [];
  for (const one of await listCasesOfUser(unit.trx, pair.user_id)) {
    if (one.state === 'draft' || !isBefore(one, row)) continue;
    found.push({ row: one, isHidden: await isHiddenFrom(unit, one) });
  }
  return found.sort((one, other) => (isBefore(one.row, other.row) ? 1 : -1));
}

function isNobody({ nameState, aliases, document }: UserPerson & { nameState?: string }): boolean {
  return nameState === 'unknown' && aliases === null && document.number === null;
}

async function unidentified(trx: Trx, ids: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const id of ids) if (isNobody(await getPerson(trx, id))) found.add(id);
  return found;
}

/** How the aggressor of this ficha stands to those of the earlier ones. */
class Aggressors {
  readonly #own: string;
  readonly #nobodies: ReadonlySet<string>;
  readonly matches: ReadonlyMap<string, Match>;

  constructor(own: string, nobodies: ReadonlySet<string>, matches: ReadonlyMap<string, Match>) {
    this.#own = own;
    this.#nobodies = nobodies;
    this.matches = matches;
  }

  standing(id: string): EarlierFicha['aggressor'] {
    if (id === this.#own) return 'same';
    const isUnknown = this.#nobodies.has(id) || this.#nobodies.has(this.#own);
    return isUnknown || (this.matches.get(id)?.level ?? null) !== null ? 'undecided' : 'other';
  }

  reasons(id: string): string[] {
    if (this.#nobodies.has(id) || this.#nobodies.has(this.#own)) return ['No se sabe quién es en una de las fichas.'];
    return (this.matches.get(id)?.reasons ?? []).map((reason) => reason.text);
  }
}

/** Compares the aggressor of a ficha with those of other fichas of the same user. */
export async function readAggressors(trx: Trx, own: string, others: readonly string[]): Promise<Aggressors> {
  const ids = [...new Set(others)].filter((id) => id !== own);
  if (ids.length === 0) return new Aggressors(own, new Set(), new Map());
  const nobodies = await unidentified(trx, [own, ...ids]);
  return new Aggressors(own, nobodies, await compareWith(trx, own, ids, aggressorsOfOne));
}

function fichaElsewhere(a: SectionAAnswers): string | null {
  if (a.knownAsUser !== 1 || a.knownAsUserFichaNumber === null) return null;
  const parts = [a.knownAsUserFichaNumber, a.knownAsUserFichaLetter, a.knownAsUserFichaYear];
  const number = parts.filter((part) => part !== null).join('-');
  return a.knownAsUserCentre === null ? number : `${number} (CEM ${a.knownAsUserCentre})`;
}

const yes = (answer: 0 | 1 | null): boolean | null => (answer === null ? null : answer === 1);

/** That somebody stands as aggressor elsewhere is told to whoever may read it, or may open such a ficha anyway. */
async function mayKnowAsAggressor(unit: Use, personId: string): Promise<boolean> {
  const cases = (await listCasesOfPerson(unit.trx, personId)).filter((one) => one.role === 'aggressor');
  for (const one of cases) {
    if (await isHiddenFrom(unit, await getCaseRow(unit.trx, one.id))) continue;
    if (decide(unit.session.roles, 'person.readAggressorCases', null).allowed) return true;
    const decision = await allowed(unit, 'person.readIdentity', one.id as CaseId);
    if (decision !== null && decision.view === null) return true;
  }
  return false;
}

/** Persons who are users of other fichas and, beyond reasonable doubt of a program, this one. */
async function usersAlike({ trx, session }: Use, pair: PairRow): Promise<AlikePerson[]> {
  const probable = await probablySame(trx, pair.user_id, (near) => usersOfValidatedCases(trx, near));
  const rows = await listValidatedCasesOfUsers(
    trx,
    probable.map(({ personId }) => personId),
  );
  if (rows.length === 0) return [];
  const fichasOf = Map.groupBy(rows, ({ user_id }) => user_id);
  const closed = await closedTo(trx, rows, session.staffId);
  const names = await displayNamesOf(trx, fichasOf.keys());
  return probable.flatMap(({ personId, reasons }) => {
    const fichas = fichasOf.get(personId) ?? [];
    const [newest] = fichas;
    if (newest === undefined) return [];
    const isHidden = fichas.some(({ id }) => closed.has(id));
    return [
      {
        role: 'user' as const,
        personId: isHidden ? null : (personId as PersonId),
        name: isHidden ? 'Requiere revisión de Coordinación' : (names.get(personId) ?? ''),
        reasons: isHidden ? [] : reasons.map((reason) => reason.plain),
        ficha: isHidden ? null : newest.number,
      },
    ];
  });
}

async function aggressorsAlike(unit: Use, earlier: readonly Earlier[], aggressors: Aggressors): Promise<AlikePerson[]> {
  const found = new Map<string, AlikePerson>();
  for (const { row, isHidden } of earlier) {
    const id = row.aggressor_id;
    if (isHidden || found.has(id) || aggressors.standing(id) !== 'undecided') continue;
    found.set(id, {
      role: 'aggressor',
      personId: id as PersonId,
      name: displayName(await getPerson(unit.trx, id)),
      reasons: aggressors.reasons(id),
      ficha: row.number,
    });
  }
  return [...found.values()];
}

/** What is saved of a case, read once for everything that is asked of it. */
export type SavedCase = {
  readonly row: CaseRow;
  readonly pair: PairRow;
  readonly incident: IncidentRow;
  readonly a: SavedSection<SectionAAnswers>;
  readonly b: SavedSection<SectionBAnswers>;
};

/** @throws not-found */
export async function savedCase(trx: Trx, caseId: CaseId): Promise<SavedCase> {
  const row = await getCaseRow(trx, caseId);
  return {
    row,
    pair: await getPair(trx, row.pair_id),
    incident: await getIncident(trx, row.incident_id),
    a: await getSectionA(trx, caseId),
    b: await getSectionB(trx, caseId),
  };
}

export type Gathered = {
  readonly history: CaseHistory;
  readonly alike: AlikePerson[];
  readonly earlier: readonly Earlier[];
};

/** Everything the condition of a case rests on, as this reader may be told it. */
export async function gatherHistory(unit: Use, saved: SavedCase, parts: HistoryParts): Promise<Gathered> {
  const { trx } = unit;
  const { row, pair } = saved;
  const [a, b] = [saved.a.answers, saved.b.answers];
  const plan = await getFormSection(trx, 'e', row.id);
  const earlier = await earlierFichas(unit, row, pair);
  const aggressors = await readAggressors(
    trx,
    pair.aggressor_id,
    earlier.map((one) => one.row.aggressor_id),
  );
  const alikeUsers = earlier.length === 0 && row.maybe_user_id === null ? await usersAlike(unit, pair) : [];
  const fichas: EarlierFicha[] = [];
  for (const one of earlier) {
    const incident = await getIncident(trx, one.row.incident_id);
    const admittedOn = one.row.admitted_on as CivilDate;
    fichas.push({
      cited: one.isHidden ? { number: null, on: null } : { number: one.row.number, on: admittedOn },
      admittedOn,
      isSameEvent: one.row.incident_id === row.incident_id,
      aggressor: aggressors.standing(one.row.aggressor_id),
      occurredOn: occurredOn(incident),
      lastAttentionOn: (await parts.lastAttentionOn(trx, [one.row.id])) ?? admittedOn,
    });
  }
  const history: CaseHistory = {
    today: unit.today,
    earlier: fichas,
    userDoubt: row.maybe_user_id !== null ? 'linked' : alikeUsers.length > 0 ? 'alike' : null,
    isAggressorSettled: row.maybe_aggressor_id === null,
    isKnownOnlyAsAggressor: earlier.length === 0 && (await mayKnowAsAggressor(unit, pair.user_id)),
    occurredOn: occurredOn(saved.incident),
    isSentByAnotherCentre: comesFromAnotherCentre(a),
    knownAsUser: yes(a.knownAsUser),
    fichaElsewhere: fichaElsewhere(a),
    knownAsAggressor: yes(a.knownAsAggressor),
    needsLegalRepresentation: yes(b.wantsLegalRepresentation),
    plannedServices: plannedServices(plan.answers as SectionEAnswers),
  };
  const alike = [...alikeUsers, ...(await aggressorsAlike(unit, earlier, aggressors))];
  return { history, alike, earlier };
}
