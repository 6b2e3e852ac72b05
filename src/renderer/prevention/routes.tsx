import { screen, type RouteModule } from '../platform/routes.ts';
import { preventionPath } from './paths.ts';
import { PreventionScreen } from './screens/prevention-screen.tsx';

export const preventionRoutes: RouteModule = {
  screens: [screen(preventionPath, PreventionScreen)],
  areas: [{ path: preventionPath, label: 'Prevención', action: 'prevention.read' }],
};
