export { DeclarationsPanel } from './declarations-panel.tsx';
export { conflictsRoutes } from './routes.tsx';
