/** The door of the reports domain in the window. */
export { IntakeSoFar, MonthToClose } from './now.tsx';
export { reportsRoutes } from './routes.tsx';
