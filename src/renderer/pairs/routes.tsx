import { casePage, caseScreen, repeatPages } from '../intake/index.ts';
import { screen, type RouteModule } from '../platform/routes.ts';
import { AggressorPage } from './screens/aggressor-screen.tsx';
import { PairPage } from './screens/pair-screen.tsx';
import { AccusedScreen, PairsScreen, UsersScreen } from './screens/repeats-screen.tsx';
import { aggressorPath } from './words.ts';

export const pairsRoutes: RouteModule = {
  screens: [
    casePage('earlier', (overview) => <PairPage overview={overview} />),
    caseScreen(aggressorPath, { tab: 'persons' }, (overview) => <AggressorPage overview={overview} />),
    screen(repeatPages.pairs.path, PairsScreen),
    screen(repeatPages.accused.path, AccusedScreen),
    screen(repeatPages.users.path, UsersScreen),
  ],
  areas: [],
};
