/** The door of the plan in the window. */
export { PlanPage } from './plan-page.tsx';
