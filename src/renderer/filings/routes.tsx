import { screen, type RouteModule } from '../platform/routes.ts';
import { PresentScreen } from './presenting-screen.tsx';
import { CargosScreen } from './presenting-today-screen.tsx';
import { cargosPath, presentPath } from './presenting-words.ts';
import { FilingKindsScreen } from './screens/filing-kinds-screen.tsx';
import { FilingScreen } from './screens/filing-screen.tsx';

export const filingsRoutes: RouteModule = {
  screens: [
    screen('/casos/$caseId/documentos/medidas', FilingScreen),
    screen('/casos/$caseId/documentos/escritos', FilingKindsScreen),
    screen('/casos/$caseId/documentos/escrito/$kind', FilingScreen),
    screen('/casos/$caseId/documentos/escrito/$kind/acto/$eventId', FilingScreen),
    screen(presentPath, PresentScreen),
    screen(cargosPath, CargosScreen),
  ],
  areas: [{ path: cargosPath, label: 'Cargos de hoy', action: 'legalFile.write' }],
};
