/** The door of the risk domain in the window. */
export { riskRoutes } from './routes.tsx';
export { SameDayPanel } from './same-day-panel.tsx';
