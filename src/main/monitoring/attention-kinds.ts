/** Integral and interdisciplinary attention by the rules of the central register, of many cases at once. */
import type { CaseId } from '../../shared/platform/ids.ts';
import { holds, indicators, type CaseEvents } from '../../shared/register/index.ts';
import type { GivenAttention } from '../care/index.ts';
import { presentedFilings } from '../filings/index.ts';
import type { Trx } from './tables.ts';

const ruleOf = (variable: string) => indicators.find((one) => one.variable === variable)?.rule ?? null;
const integral = ruleOf('ATENCION_INTEGRAL');
const interdisciplinary = ruleOf('ATENCION_INTERDISCIPLINARIA');

/** What these rules ask of a writ: its kind, and that it was left somewhere. */
const unasked = { asksProtection: false, asksPrecautionary: false, asksPolice: false, toChildProtection: false };

export async function attentionKinds(
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
