/** The door of the risk domain in the window. */
export { riskRoutes } from './routes.tsx';
