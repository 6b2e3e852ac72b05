/** The door of the reception domain in the window. */
export { OrderOfArrival } from './board/board.tsx';
export { ExpectedRow, OpenArrivalRow } from './closing-rows.tsx';
export { useArrival, useBoard, type OpenedArrival } from './queries.ts';
export { PublicFeed } from './public-board/feed.tsx';
export { receptionRoutes } from './routes.tsx';
