/** The door of the reports domain in the window. */
export { MonthPane, MonthRow } from './month-pane.tsx';
export { IntakeSoFar, MonthToClose } from './now.tsx';
export type { MonthView } from './queries.ts';
export { reportsRoutes } from './routes.tsx';
