/** The door of monitoring in the window. */
export { monitoringRoutes } from './routes.tsx';
