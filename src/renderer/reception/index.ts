/** The door of the reception domain in the window. */
export { OrderOfArrival } from './board/board.tsx';
export { useArrival, type OpenedArrival } from './queries.ts';
export { publicPath, receptionRoutes } from './routes.tsx';
