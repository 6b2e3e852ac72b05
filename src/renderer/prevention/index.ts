export { PreventionCount } from './count.tsx';
export { preventionPath } from './paths.ts';
export { usePrevention, type Prevention } from './queries.ts';
export { preventionRoutes } from './routes.tsx';
export { groupsOf, titleOf } from './words.ts';
