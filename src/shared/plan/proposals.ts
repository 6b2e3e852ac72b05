/** Which actions are proposed for a case: rows of «Tablas y reglas», each with its condition and its days (U38). */
import { serviceLabels, services, type Service } from '../access/index.ts';
import { planActions, planServices, type PlanAction } from '../intake/index.ts';
import { addDays, type CivilDate } from '../platform/dates.ts';
import { oneOf, z } from '../platform/zod.ts';
import { optionsOf } from '../record/index.ts';
import { rowsOn, shippedRow, type DatedRow, type RuleTable } from '../rulebook/index.ts';
import { planActionCodes, proposalWhenLabels, type ProposalWhen } from './codes.ts';
import { evidenceOf, type Evidence, type PlanWork } from './evidence.ts';

const proposalSchema = z.strictObject({
  action: z.enum(planActionCodes as [PlanAction, ...PlanAction[]], { error: 'Elija la acción.' }),
  when: oneOf(proposalWhenLabels, { error: 'Elija cuándo se propone.' }),
  service: z.enum(services, { error: 'Elija el servicio.' }),
  /** From the day on which it is proposed. */
  days: z.int().min(0).max(90),
  isUsed: z.boolean(),
});
type ProposalValue = z.infer<typeof proposalSchema>;

const base = { validFrom: '2019-01-01', source: 'Propuesta del programa (U38)', confirmation: 'toConfirm' } as const;

type Line = readonly [PlanAction, ProposalWhen, Service, number];

const shipped: readonly Line[] = [
  ['informViolence', 'always', 'psychology', 0],
  ['informRights', 'always', 'legal', 3],
  ['informJustice', 'always', 'legal', 3],
  ['identifyImpact', 'always', 'psychology', 7],
  ['safetyPlan', 'always', 'psychology', 0],
  ['promoteComplaint', 'noComplaint', 'legal', 3],
  ['appear', 'complaint', 'legal', 3],
  ['checkComplaint', 'complaint', 'legal', 1],
  ['requestMeasures', 'noMeasures', 'legal', 0],
  ['promoteMeasures', 'breach', 'legal', 1],
  ['policeIntervention', 'accessAndSevere', 'legal', 0],
  ['policeRecord', 'breach', 'legal', 1],
  ['insertInFamily', 'moderate', 'social', 7],
  ['otherServices', 'severe', 'social', 7],
  ['insertInHealth', 'attemptOrStrangulation', 'social', 0],
  ['insertInHealth', 'pregnancyOrBelly', 'social', 0],
  ['insertInHealth', 'suicidalIdeas', 'psychology', 0],
  ['emergencyKit', 'rapeWithinKit', 'social', 0],
  ['singleInterview', 'sexual', 'legal', 3],
  ['reportUnprotected', 'childUnprotected', 'social', 0],
];

export const planProposalTable: RuleTable<ProposalValue> = {
  id: 'plan-proposal',
  title: 'Acciones que propone el plan',
  about: 'Qué se propone en el Plan de Atención Integral, en qué caso, a qué servicio y en cuántos días.',
  value: proposalSchema,
  fields: [
    { name: 'action', label: 'Acción', kind: 'choice', options: planActionOptions() },
    { name: 'when', label: 'Cuándo se propone', kind: 'choice', options: optionsOf(proposalWhenLabels) },
    { name: 'service', label: 'Servicio', kind: 'choice', options: optionsOf(serviceLabels) },
    { name: 'days', label: 'Días', kind: 'number', unit: 'días' },
    { name: 'isUsed', label: 'Se usa desde ese día', kind: 'yesNo' },
  ],
  needsTwoEyes: false,
  mayAdd: true,
  addWords: 'Agregar propuesta',
  // Numbered by their place: a new one goes to the end.
  shipped: shipped.map(([action, when, service, days], at) =>
    shippedRow(`plan-${at + 1}`, { ...base, value: { action, when, service, days, isUsed: true } }),
  ),
  label: ({ action, when }) => `${planActions[action].label}: ${proposalWhenLabels[when].toLocaleLowerCase('es')}`,
};

function planActionOptions() {
  return planActionCodes.map((code) => ({ code, label: planActions[code].label }));
}

export type Proposal = {
  readonly action: PlanAction;
  readonly service: Service;
  /** Null: it is done. */
  readonly dueOn: CivilDate | null;
  /** Every condition that holds. */
  readonly why: readonly ProposalWhen[];
  /** What shows that it is done already: it has to be put, or the plan and Section E do not say it. */
  readonly evidence: Evidence | null;
};

type Asked = {
  readonly rows: readonly DatedRow<ProposalValue>[];
  readonly today: CivilDate;
  /** What is known of the case. */
  readonly holds: ReadonlySet<ProposalWhen>;
  /** Actions that the plan already has, done or not, or that do not apply. */
  readonly known: ReadonlySet<PlanAction>;
  readonly work: PlanWork;
};

/**
 * The actions to propose, each once: what a rule asks for, with the earliest of its days and the service of that row, and
 * what the work shows as done. The earliest first, then in the order of the form; what is done last.
 */
export function proposalsOf({ rows, today, holds, known, work }: Asked): Proposal[] {
  const lines = rowsOn(rows, today)
    .map(({ value }) => value)
    .filter(({ when, isUsed }) => isUsed && holds.has(when));
  const byAction = Map.groupBy(lines, ({ action }) => action);
  const proposals = planActionCodes
    .filter((action) => !known.has(action))
    .flatMap((action): Proposal[] => {
      const found = byAction.get(action) ?? [];
      const [first] = found.toSorted((one, other) => one.days - other.days);
      const evidence = evidenceOf(action, work);
      const why = found.map(({ when }) => when);
      if (evidence !== null) {
        const service = first?.service ?? planServices[action] ?? 'legal';
        return [{ action, service, dueOn: null, why, evidence }];
      }
      return first === undefined
        ? []
        : [{ action, service: first.service, dueOn: addDays(today, first.days), why, evidence }];
    });
  const day = ({ dueOn }: Proposal) => dueOn ?? '9999';
  return proposals.toSorted((one, other) => (day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : 0));
}
