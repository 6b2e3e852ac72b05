/** The door of the referrals domain in the window. */
export { referralsRoutes } from './routes.tsx';
