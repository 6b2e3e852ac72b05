/** What the record knows of a user and her fichas, gathered for the condition; and who of it may be the same person. */
import {
  comesFromAnotherCentre,
  plannedServices,
  type CaseHistory,
  type EarlierFicha,
  type SectionAAnswers,
  type SectionBAnswers,
} from '../../shared/intake/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { decide } from '../../shared/access/index.ts';
import {
  getCaseRow,
  getIncident,
  getPair,
  listCasesOfPerson,
  occurredOn,
  validatedBefore,
  type CaseRow,
  type IncidentRow,
  type PairRow,
} from './case-repository.ts';
import { isClosedTo } from './case-persons.ts';
import { openDoubt, womenOf } from './doubts.ts';
import { isContactDue } from './earlier-visit.ts';
import { identityAnswers } from './identity-answers.ts';
import { contradictionsWith } from './identity-facts.ts';
import { likelyPersons, type Likely } from './likely.ts';
import type { Reader } from './person-sight.ts';
import { allowed } from './rights.ts';
import { getFormSection, getSectionA, getSectionB, type SavedSection } from './section-repository.ts';
import type { Trx, Use } from './tables.ts';

/** What domains above this one know of a case. */
export type HistoryParts = {
  /** Newest act that counts as an attention among these cases; null when none was recorded. */
  readonly lastAttentionOn: (trx: Trx, caseIds: readonly CaseId[]) => Promise<CivilDate | null>;
  readonly places: PlaceIndex;
};

/** `isHidden`: reserved, or closed to the reader by a conflict: nothing of it is named. */
type Earlier = { readonly row: CaseRow & { aggressor_id: string }; readonly isHidden: boolean };

/** Validated fichas of the user admitted before this one, newest first. */
export async function earlierFichas(unit: Use, row: CaseRow, pair: PairRow): Promise<Earlier[]> {
  const found: Earlier[] = [];
  for (const userId of await womenOf(unit.trx, row, pair))
    for (const one of await validatedBefore(unit.trx, row, userId))
      found.push({ row: one, isHidden: await isClosedTo(unit.trx, one, unit.session.staffId) });
  return found;
}

/**
 * How the aggressor of a case stands to those of other fichas of the same user. He is another one where somebody said so
 * or a document, a birth date or the sex separates them; that names do not agree says only that he was not found.
 */
export async function readAggressors(
  trx: Trx,
  own: { readonly row: CaseRow; readonly aggressorId: string },
  others: readonly string[],
): Promise<(id: string) => EarlierFicha['aggressor']> {
  const { row, aggressorId } = own;
  const answers = await identityAnswers(trx, row.id, 'aggressor');
  const him = { row, role: 'aggressor', personId: aggressorId } as const;
  const apart = new Set<string>();
  for (const id of new Set(others)) {
    if (id === aggressorId) continue;
    const isSaid = answers.get(id) === 'different';
    if (isSaid || (await contradictionsWith(trx, him, id)).some(({ isFirm }) => isFirm)) apart.add(id);
  }
  return (id) => (id === aggressorId ? 'same' : apart.has(id) ? 'other' : 'undecided');
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
    if (await isClosedTo(unit.trx, await getCaseRow(unit.trx, one.id), unit.session.staffId)) continue;
    if (decide(unit.session.roles, 'person.readAggressorCases', null).allowed) return true;
    const decision = await allowed(unit, 'person.readIdentity', one.id);
    if (decision !== null && decision.view === null) return true;
  }
  return false;
}

/** What is saved of a case, read once for everything that is asked of it. */
export type SavedCase = {
  readonly row: CaseRow;
  readonly pair: PairRow;
  readonly incident: IncidentRow;
  readonly a: SavedSection<SectionAAnswers>;
  readonly b: SavedSection<SectionBAnswers>;
  /** The contact of an earlier ficha, of which the reader may know, was not asked again in this one. */
  readonly isContactDue: boolean;
};

/** @throws not-found */
export async function savedCase(trx: Trx, reader: Reader, caseId: CaseId): Promise<SavedCase> {
  const row = await getCaseRow(trx, caseId);
  const pair = await getPair(trx, row.pair_id);
  return {
    row,
    pair,
    incident: await getIncident(trx, row.incident_id),
    a: await getSectionA(trx, caseId),
    b: await getSectionB(trx, caseId),
    isContactDue: await isContactDue(trx, reader, row, pair.user_id),
  };
}

export type Gathered = {
  readonly history: CaseHistory;
  readonly likely: readonly Likely[];
  readonly earlier: readonly Earlier[];
};

/** Everything the condition of a case rests on, as this reader may be told it. */
export async function gatherHistory(unit: Use, saved: SavedCase, parts: HistoryParts): Promise<Gathered> {
  const { trx } = unit;
  const { row, pair } = saved;
  const [a, b] = [saved.a.answers, saved.b.answers];
  const plan = await getFormSection(trx, 'e', row.id);
  const earlier = await earlierFichas(unit, row, pair);
  const standing = await readAggressors(
    trx,
    { row, aggressorId: pair.aggressor_id },
    earlier.map((one) => one.row.aggressor_id),
  );
  const likely = await likelyPersons(unit, row, pair, parts.places);
  const women = likely.filter(({ role, isAsked }) => role === 'user' && isAsked);
  const fichas: EarlierFicha[] = [];
  for (const one of earlier) {
    const incident = await getIncident(trx, one.row.incident_id);
    const admittedOn = one.row.admitted_on;
    fichas.push({
      cited: one.isHidden ? { number: null, on: null } : { number: one.row.number, on: admittedOn },
      admittedOn,
      isSameEvent: one.row.incident_id === row.incident_id,
      aggressor: standing(one.row.aggressor_id),
      occurredOn: occurredOn(incident),
      lastAttentionOn: (await parts.lastAttentionOn(trx, [one.row.id])) ?? admittedOn,
    });
  }
  const history: CaseHistory = {
    today: unit.today,
    earlier: fichas,
    userDoubt:
      (await openDoubt(trx, row, 'user')) !== null
        ? 'linked'
        : women.some(({ answer }) => answer === null)
          ? 'alike'
          : null,
    ruledOut: women.filter(({ answer }) => answer === 'different').length,
    isReviewAsked: women.some(({ answer }) => answer === 'reviewAsked'),
    isAggressorSettled: (await openDoubt(trx, row, 'aggressor')) === null,
    isKnownOnlyAsAggressor: earlier.length === 0 && (await mayKnowAsAggressor(unit, pair.user_id)),
    occurredOn: occurredOn(saved.incident),
    isSentByAnotherCentre: comesFromAnotherCentre(a),
    knownAsUser: yes(a.knownAsUser),
    fichaElsewhere: fichaElsewhere(a),
    knownAsAggressor: yes(a.knownAsAggressor),
    needsLegalRepresentation: yes(b.wantsLegalRepresentation),
    plannedServices: plannedServices(plan.answers),
  };
  return { history, likely, earlier };
}
