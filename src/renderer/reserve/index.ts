export { ExceptionalBanner, ReviewWarning } from './banners.tsx';
export { reserveRoutes } from './routes.tsx';
