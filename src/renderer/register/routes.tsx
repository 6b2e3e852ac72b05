import { casePage } from '../intake/index.ts';
import { screen, type RouteModule } from '../platform/routes.ts';
import { BlankPapersScreen } from './screens/blank-papers-screen.tsx';
import { SheetScreen } from './screens/sheet-screen.tsx';
import { WaitingScreen } from './screens/waiting-screen.tsx';

export const registerRoutes: RouteModule = {
  screens: [
    screen('/registro-central', WaitingScreen),
    casePage('register', ({ caseId }) => <SheetScreen caseId={caseId} />),
    screen('/papeles-en-blanco', BlankPapersScreen),
  ],
  areas: [
    { path: '/registro-central', label: 'Registro central', action: 'registerForm.readB' },
    { path: '/papeles-en-blanco', label: 'Papeles en blanco', action: 'blankPaper.print' },
  ],
};
