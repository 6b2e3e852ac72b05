export { useRefreshReferrals } from './queries.ts';
export { ReferralReminders, WaitingCount } from './waiting-count.tsx';
export { ActForm } from './act/act-form.tsx';
export { ChooseReferral } from './screens/choose-screen.tsx';
export { WaitingScreen } from './screens/waiting-screen.tsx';
export { referralsRoutes } from './routes.tsx';
export { LetterEditor } from './letter-editor.tsx';
