import { screen, type RouteModule } from '../platform/routes.ts';
import { RiskScreen } from './screens/risk-screen.tsx';

export const riskRoutes: RouteModule = {
  screens: [screen('/casos/$caseId/riesgo', RiskScreen)],
  areas: [],
};
