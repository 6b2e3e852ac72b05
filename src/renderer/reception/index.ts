/** The door of the reception domain in the window. */
export { BoardBar } from './board/board-bar.tsx';
export { OrderOfArrival } from './board/board.tsx';
export { usePassing } from './board/held-dialog.tsx';
export { OwnPresence } from './board/staff-panel.tsx';
export { useBoardAct } from './board/use-board-act.ts';
export { ExpectedRow, OpenArrivalRow } from './closing-rows.tsx';
export { ArrivalKey } from './line/arrival-key.tsx';
export { PublicFeed } from './public-board/feed.tsx';
export { useApplicationNow, useArrival, useBoard, type OpenedArrival } from './queries.ts';
export { receptionRoutes } from './routes.tsx';
export { useDay } from './today.ts';
