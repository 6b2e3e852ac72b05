import { screen, type RouteModule } from '../platform/routes.ts';
import { FilingKindsScreen } from './screens/filing-kinds-screen.tsx';
import { FilingScreen } from './screens/filing-screen.tsx';

export const filingsRoutes: RouteModule = {
  screens: [
    screen('/casos/$caseId/documentos/medidas', FilingScreen),
    screen('/casos/$caseId/documentos/escritos', FilingKindsScreen),
    screen('/casos/$caseId/documentos/escrito/$kind', FilingScreen),
  ],
  areas: [],
};
