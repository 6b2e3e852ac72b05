export { timelineRoutes } from './routes.tsx';
