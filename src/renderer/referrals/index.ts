/** The door of the referrals domain in the window. */
export { ReferralReminders, WaitingCount } from './waiting-count.tsx';
export { referralsRoutes } from './routes.tsx';
export { LetterEditor } from './letter-editor.tsx';
