export { planAnswered } from './answered.ts';
export { isPlanAgreed, openSteps, plansFulfilled, stepsLeft, type OpenStep } from './open-steps.ts';
export { listSteps, newestAgreement } from './repository.ts';
export { proposalsOpen } from './proposals-open.ts';
export { planHandlers } from './service.ts';
