import { screen, type RouteModule } from '../platform/routes.ts';
import { CompareScreen, MergeProposalScreen } from './merge/compare-screen.tsx';
import { MergeSearchScreen } from './merge/merge-search-screen.tsx';
import { MergesScreen } from './merge/merges-screen.tsx';
import { SearchScreen } from './screens/search-screen.tsx';

export const peopleRoutes: RouteModule = {
  screens: [
    screen('/buscar', SearchScreen),
    screen('/personas/uniones', MergesScreen),
    screen('/personas/unir/$personId', MergeSearchScreen),
    screen('/personas/unir/$personId/$otherId', CompareScreen),
    screen('/aprobaciones/union/$proposalId', MergeProposalScreen),
  ],
  areas: [{ path: '/buscar', label: 'Buscar', action: 'person.findByName' }],
};
