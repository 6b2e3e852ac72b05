/** The door of the register domain in the window. */
export { useWaiting } from './queries.ts';
export { registerRoutes } from './routes.tsx';
