import { pairPath } from '../intake/index.ts';
import { screen, type RouteModule } from '../platform/routes.ts';
import { AggressorScreen } from './screens/aggressor-screen.tsx';
import { PairScreen } from './screens/pair-screen.tsx';
import { aggressorPath } from './words.ts';

export const pairsRoutes: RouteModule = {
  screens: [screen(pairPath, PairScreen), screen(aggressorPath, AggressorScreen)],
  areas: [],
};
