import { screen, type RouteModule } from '../platform/routes.ts';
import { ConflictsScreen } from './screens/conflicts-screen.tsx';

export const conflictsRoutes: RouteModule = {
  screens: [screen('/conflictos', ConflictsScreen)],
  areas: [{ path: '/conflictos', label: 'Conflictos', action: 'conflict.review' }],
};
