export { isPlanAgreed, openSteps, plansFulfilled, stepsLeft, type OpenStep } from './open-steps.ts';
export { planHandlers } from './service.ts';
