export { openSteps, type OpenStep } from './open-steps.ts';
export { planAnswered } from './answered.ts';
export { planHandlers } from './service.ts';
