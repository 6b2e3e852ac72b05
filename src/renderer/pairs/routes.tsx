import { pairPath, repeatPages } from '../intake/index.ts';
import { screen, type RouteModule } from '../platform/routes.ts';
import { AggressorScreen } from './screens/aggressor-screen.tsx';
import { PairScreen } from './screens/pair-screen.tsx';
import { AccusedScreen, PairsScreen, UsersScreen } from './screens/repeats-screen.tsx';
import { aggressorPath } from './words.ts';

export const pairsRoutes: RouteModule = {
  screens: [
    screen(pairPath, PairScreen),
    screen(aggressorPath, AggressorScreen),
    screen(repeatPages.pairs.path, PairsScreen),
    screen(repeatPages.accused.path, AccusedScreen),
    screen(repeatPages.users.path, UsersScreen),
  ],
  areas: [],
};
