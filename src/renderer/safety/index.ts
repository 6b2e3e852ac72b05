/** The door of the safety domain in the window. */
export { SafetyPlanPage } from './plan-page.tsx';
