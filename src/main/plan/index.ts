export { openSteps } from './open-steps.ts';
export { planHandlers } from './service.ts';
