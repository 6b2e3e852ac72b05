export { IntakeSoFar, MonthToClose } from './now.tsx';
export { reportsRoutes } from './routes.tsx';
