import { casePage } from '../intake/index.ts';
import { screen, type RouteModule } from '../platform/routes.ts';
import { CustodyPage } from './screens/custody-screen.tsx';
import { ReferralScreen } from './screens/referral-screen.tsx';
import { SeveralScreen } from './screens/several-screen.tsx';
import { UrgentReferral } from './screens/urgent-screen.tsx';
import { referralPath, severalPath } from './words.ts';

export const referralsRoutes: RouteModule = {
  screens: [
    casePage('urgentReferral', ({ caseId }) => <UrgentReferral caseId={caseId} />),
    casePage('custody', ({ caseId }) => <CustodyPage caseId={caseId} />),
    screen(severalPath, SeveralScreen),
    screen(referralPath, ReferralScreen),
  ],
  areas: [{ path: '/derivaciones', label: 'Derivaciones', action: 'referral.record' }],
};
