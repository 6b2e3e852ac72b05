/** The door of the reports domain in the window. */
export { reportsRoutes } from './routes.tsx';
