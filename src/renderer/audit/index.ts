/** The door of the audit domain in the window. */
export { auditRoutes } from './routes.tsx';
