/** The door of the reserve in the window. */
export { ExceptionalBanner, ReviewBanner } from './banners.tsx';
export { reserveRoutes } from './routes.tsx';
