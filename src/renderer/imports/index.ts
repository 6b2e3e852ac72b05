export { importsRoutes } from './routes.tsx';
