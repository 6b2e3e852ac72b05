/** The page of a case that speaks of courts and terms, and the board of the centre. */
import { casePage } from '../intake/index.ts';
import { screen, type RouteModule } from '../platform/routes.ts';
import { ProceedingPage } from './case-page.tsx';
import { DeadlinesScreen } from './screens/deadlines-screen.tsx';

export const proceedingsRoutes: RouteModule = {
  screens: [
    casePage('proceeding', ({ caseId }) => <ProceedingPage caseId={caseId} />),
    screen('/plazos', DeadlinesScreen),
  ],
  areas: [{ path: '/plazos', label: 'Plazos', action: 'deadline.read' }],
};
