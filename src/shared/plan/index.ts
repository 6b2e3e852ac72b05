/** The Plan de Atención Integral: official actions with who, by when and how one knows that they were done. */
export * from './codes.ts';
export { conditionsOf } from './conditions.ts';
export { planContract, type PlanStep, type StepForm } from './contract.ts';
export { evidenceOf, isMarkedByWork, type PlanWork } from './evidence.ts';
export { sameDayAsks, stepOfAnswer } from './same-day.ts';
export { planProposalTable, proposalsOf, type Proposal } from './proposals.ts';
