/** The door of the reserve in the window. */
export { ExceptionalBanner, ReviewWarning } from './banners.tsx';
export { reserveRoutes } from './routes.tsx';
