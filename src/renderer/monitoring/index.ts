/** The door of monitoring in the window. */
export { MonitoringStrip } from './strip.tsx';
export { monitoringRoutes } from './routes.tsx';
