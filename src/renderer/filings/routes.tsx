import { screen, type RouteModule } from '../platform/routes.ts';
import { FilingScreen } from './screens/filing-screen.tsx';

export const filingsRoutes: RouteModule = {
  screens: [screen('/casos/$caseId/documentos/medidas', FilingScreen)],
  areas: [],
};
