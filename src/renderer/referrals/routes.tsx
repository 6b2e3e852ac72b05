import { screen, type RouteModule } from '../platform/routes.ts';
import { ReferralScreen } from './screens/referral-screen.tsx';

export const referralsRoutes: RouteModule = {
  screens: [screen('/casos/$caseId/documentos/salud', ReferralScreen)],
  areas: [],
};
