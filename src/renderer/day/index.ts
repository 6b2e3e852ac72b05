export { CaseNext } from './case-next.tsx';
export { DayCount } from './day-count.tsx';
export { nextPaths } from './paths.ts';
export { dayRoutes } from './routes.tsx';
