export { pairsRoutes } from './routes.tsx';
