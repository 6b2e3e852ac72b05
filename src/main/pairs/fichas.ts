/** Fichas of a pair or of a person as one reader may be told of them. */
import { newestFirst, patternOf, type AggressorFicha } from '../../shared/pairs/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { PartnerRiskRecord } from '../../shared/risk/index.ts';
import {
  allowed,
  getCaseRow,
  getIncident,
  getPair,
  getSectionB,
  isClosedTo,
  listCasesOfPerson,
  occurredOn,
  type CaseRow,
} from '../intake/index.ts';
import { latestRiskForm } from '../risk/index.ts';
import type { Trx, Use } from '../platform/unit.ts';

/** What domains beside this one know of a case. */
export type PairParts = { readonly hasBreach: (trx: Trx, caseId: CaseId) => Promise<boolean> };

async function mayWholly(unit: Use, action: string, caseId: CaseId): Promise<boolean> {
  const decision = await allowed(unit, action, caseId);
  return decision !== null && decision.view === null;
}

export async function openable(unit: Use, caseId: CaseId): Promise<CaseId | null> {
  return (await mayWholly(unit, 'person.readIdentity', caseId)) ? caseId : null;
}

/** Numbers things as they come: the same number for the same one, and nothing else of it. */
export class Numbering {
  readonly #known = new Map<string, number>();

  of(id: string): number {
    const number = this.#known.get(id) ?? this.#known.size + 1;
    this.#known.set(id, number);
    return number;
  }
}

/** What the numbers of one answer count. */
export type Numberings = { readonly events: Numbering; readonly users: Numbering };

async function riskOf(unit: Use, caseId: CaseId): Promise<PartnerRiskRecord | null> {
  return (await mayWholly(unit, 'risk.read', caseId)) ? latestRiskForm(unit.trx, caseId) : null;
}

/** Levels and pattern of a ficha that the reader may open; nothing of another. */
async function readOf(unit: Use, caseId: CaseId | null, parts: PairParts) {
  if (caseId === null || (await allowed(unit, 'registerForm.readB', caseId)) === null)
    return { valuationLevel: null, partnerRisk: null, pattern: null };
  const { answers: b } = await getSectionB(unit.trx, caseId);
  const risk = await riskOf(unit, caseId);
  // A breach is of the proceeding as every service sees it, without the notes of the legal one.
  const mayProceeding = (await allowed(unit, 'legalFile.read', caseId)) !== null;
  const hasBreach = mayProceeding && (await parts.hasBreach(unit.trx, caseId));
  const pattern = patternOf({ b, risk: risk?.answers ?? null, hasBreach });
  return { valuationLevel: b.valuationLevel, partnerRisk: risk?.confirmedLevel ?? null, pattern };
}

/** What every list of fichas shows of one. */
export async function fichaOf(
  unit: Use,
  row: CaseRow,
  of: { readonly thisId: string; readonly userId: string; readonly numberings: Numberings; readonly parts: PairParts },
) {
  const caseId = await openable(unit, row.id);
  return {
    ...{ caseId, number: row.number, isThis: row.id === of.thisId },
    event: of.numberings.events.of(row.incident_id),
    user: of.numberings.users.of(of.userId),
    admittedOn: row.admitted_on,
    state: row.state,
    occurredOn: occurredOn(await getIncident(unit.trx, row.incident_id)),
    ...(await readOf(unit, caseId, of.parts)),
  };
}

/** Fichas of a person in one role that the reader may know of, and how many stay hidden. */
export async function visible(unit: Use, personId: string, role: 'user' | 'aggressor') {
  const rows: CaseRow[] = [];
  let hidden = 0;
  for (const one of await listCasesOfPerson(unit.trx, personId)) {
    if (one.role !== role) continue;
    const row = await getCaseRow(unit.trx, one.id);
    if (await isClosedTo(unit.trx, row, unit.session.staffId)) hidden += 1;
    else rows.push(row);
  }
  return { rows, hidden };
}

/** Fichas in which one person stands as aggressor, the newest event first; users are numbered the oldest first. */
export async function aggressorFichas(
  unit: Use,
  rows: readonly CaseRow[],
  of: { readonly thisId: string; readonly userId: string; readonly parts: PairParts },
): Promise<AggressorFicha[]> {
  const numberings = { events: new Numbering(), users: new Numbering() };
  const fichas: AggressorFicha[] = [];
  for (const row of rows.toReversed()) {
    const { user_id: userId } = await getPair(unit.trx, row.pair_id);
    const ficha = await fichaOf(unit, row, { thisId: of.thisId, userId, numberings, parts: of.parts });
    fichas.push({ ...ficha, isSameUser: userId === of.userId });
  }
  return newestFirst(fichas);
}
