/** The door of the filings domain in the window. */
export { filingsRoutes } from './routes.tsx';
