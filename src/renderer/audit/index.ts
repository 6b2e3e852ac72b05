/** The door of the audit domain in the window. */
export { TroubleBanner } from './trouble-banner.tsx';
export { auditRoutes } from './routes.tsx';
