export { openSteps, type OpenStep } from './open-steps.ts';
export { planHandlers } from './service.ts';
