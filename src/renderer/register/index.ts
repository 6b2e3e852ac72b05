/** The door of the register domain in the window. */
export { registerRoutes } from './routes.tsx';
