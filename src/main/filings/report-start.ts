/** What a report starts from: what its service has written and done, so that nobody types it again. */
import { serviceOf } from '../../shared/access/index.ts';
import { actionOn, actionTable } from '../../shared/care/index.ts';
import { reportClasses, type FilingOptions } from '../../shared/filings/index.ts';
import type { AppraisalService } from '../../shared/intake/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { attentionsOf } from '../care/index.ts';
import { readAppraisal } from '../intake/index.ts';
import { latestRiskForm } from '../risk/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import { readRules } from '../rulebook/index.ts';
import type { Use } from './tables.ts';

const classOf = { psychology: 'psychological', social: 'social' } as const;
type Writing = keyof typeof classOf & AppraisalService;

/** «Entrevista (10/06/2026, 12/06/2026). Ficha de valoración de riesgo (10/06/2026).» */
function sentences(done: readonly { readonly words: string; readonly on: CivilDate }[]): string | null {
  const lines = [...Map.groupBy(done, ({ words }) => words)].map(
    ([words, all]) => `${words} (${[...new Set(all.map(({ on }) => formatCivilDate(on)))].join(', ')}).`,
  );
  return lines.length === 0 ? null : lines.join('\n');
}

/** Interviews and attentions of the service, and the risk form, each with its days. */
async function methodsOf(unit: Use, caseId: CaseId, service: Writing): Promise<string | null> {
  const actions = await readRules(unit.trx, actionTable);
  const given = (await attentionsOf(unit.trx, caseId))
    .filter((one) => one.service === service)
    .map(({ action, on }) => ({ words: actionOn(actions, action, on)?.label ?? 'Entrevista', on }));
  const signed = await latestRiskForm(unit.trx, caseId);
  const form =
    signed === null ? [] : [{ words: 'Ficha de valoración de riesgo', on: civilDateOf(Date.parse(signed.assessedAt)) }];
  return sentences([...given, ...form]);
}

/** Answers of the report for who writes for one of its services; none for anybody else. */
export async function reportStart(unit: Use, caseId: CaseId): Promise<FilingOptions['answers']> {
  const own = unit.session.roles
    .map(serviceOf)
    .filter((one): one is Writing => one === 'psychology' || one === 'social');
  const [service, ...others] = own;
  // Who works in both says which report it is.
  if (service === undefined || others.length > 0) return {};
  const { own: appraisal } = await readAppraisal(unit, caseId, service);
  return {
    informe_clase: reportClasses.indexOf(classOf[service]) + 1,
    informe_metodos: await methodsOf(unit, caseId, service),
    informe_hallazgos: appraisal?.text ?? null,
  };
}
