export { riskRoutes } from './routes.tsx';
export { SameDayPanel } from './same-day-panel.tsx';
