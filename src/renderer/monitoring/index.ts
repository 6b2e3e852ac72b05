export { MonitoringStrip } from './strip.tsx';
export { monitoringRoutes } from './routes.tsx';
