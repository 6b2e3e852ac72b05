export { SafetyPlanPage } from './plan-page.tsx';
