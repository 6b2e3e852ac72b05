/** The door of the history in the window. */
export { timelineRoutes } from './routes.tsx';
