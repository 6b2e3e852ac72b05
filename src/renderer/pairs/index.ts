/** The door of the pairs domain in the window. */
export { pairsRoutes } from './routes.tsx';
