/** Fichas of a woman that are still open: nobody opens another without knowing of the danger in the first. */
import { oldListVersion, valuationLevels, ValuationLevel } from '../../shared/intake/index.ts';
import type { OpenFichas, pairsContract } from '../../shared/pairs/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, ArrivalId } from '../../shared/platform/ids.ts';
import { partnerRisk2019 } from '../../shared/risk/index.ts';
import {
  getCaseRow,
  getPair,
  getSectionB,
  listCasesOfPerson,
  openDoubt,
  womenOf,
  type CaseRow,
} from '../intake/index.ts';
import { latestRiskForm } from '../risk/index.ts';
import { openable } from './fichas.ts';
import type { Trx, Use } from '../platform/unit.ts';

type Contract = typeof pairsContract;

/** What the door knows, handed in so that this domain does not depend on it. */
export type OpenFichasContext = { isArrivalOpen(unit: Use, arrivalId: ArrivalId): Promise<boolean> };

async function riskOf(trx: Trx, caseId: CaseId): Promise<Pick<OpenFichas['fichas'][number], 'risk' | 'isSevere'>> {
  const form = (await latestRiskForm(trx, caseId))?.confirmedLevel ?? null;
  const level = partnerRisk2019.levels.find((one) => one.level === form);
  if (level !== undefined) return { risk: `Riesgo ${level.label}`, isSevere: level.law === 'severe' };
  const { valuationLevel } = (await getSectionB(trx, caseId)).answers;
  const word = valuationLevels.find(({ code }) => code === valuationLevel)?.label ?? null;
  return { risk: word, isSevere: valuationLevel === ValuationLevel.severe };
}

/** Who may open a ficha whole reads its danger; the desk, and whoever may not, learns that somebody must look. */
async function mayRead(unit: Use, caseId: CaseId): Promise<boolean> {
  if (unit.decision.view !== null) return false;
  return (await openable(unit, caseId)) !== null;
}

type OpenOne = { readonly row: CaseRow; readonly isPossible: boolean };
type Woman = { readonly personId: string; readonly isPossible: boolean };

async function openOnes(trx: Trx, women: readonly Woman[], exceptId: string | null): Promise<OpenOne[]> {
  const found = new Map<string, OpenOne>();
  for (const { personId, isPossible } of women) {
    for (const { id, role } of await listCasesOfPerson(trx, personId)) {
      if (role !== 'user' || id === exceptId || found.has(id)) continue;
      const row = await getCaseRow(trx, id);
      if (row.state !== 'closed' && row.form_version !== oldListVersion) found.set(id, { row, isPossible });
    }
  }
  return [...found.values()];
}

async function told(unit: Use, open: readonly OpenOne[]): Promise<OpenFichas> {
  const fichas: OpenFichas['fichas'] = [];
  for (const { row, isPossible } of open) {
    if (!(await mayRead(unit, row.id))) continue;
    const own = { caseId: row.id, number: row.number, admittedOn: row.admitted_on, isPossible };
    fichas.push({ ...own, isToday: row.admitted_on === unit.today, ...(await riskOf(unit.trx, row.id)) });
  }
  unit.note({ fichas: fichas.length });
  return { fichas, needsReview: fichas.length < open.length };
}

/** @throws rule-broken `no-open-arrival` */
export function findOpenFichas(context: OpenFichasContext) {
  return async (unit: Use, { arrivalId, personId }: InputOf<Contract['findOpenFichas']>): Promise<OpenFichas> => {
    if (!(await context.isArrivalOpen(unit, arrivalId))) throw fail('rule-broken', 'no-open-arrival');
    unit.about('person', personId);
    return told(unit, await openOnes(unit.trx, [{ personId, isPossible: false }], null));
  };
}

export async function readOpenFichas(unit: Use, { caseId }: InputOf<Contract['readOpenFichas']>): Promise<OpenFichas> {
  const row = await getCaseRow(unit.trx, caseId);
  const { user_id } = await getPair(unit.trx, row.pair_id);
  const women = (await womenOf(unit.trx, row, { user_id })).map((personId) => ({ personId, isPossible: false }));
  const left = await openDoubt(unit.trx, row, 'user');
  const asked = left === null ? [] : [{ personId: left, isPossible: true }];
  return told(unit, await openOnes(unit.trx, [...women, ...asked], row.id));
}
