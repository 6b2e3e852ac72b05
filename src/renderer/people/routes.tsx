import { screen, type RouteModule } from '../platform/routes.ts';
import { SearchScreen } from './screens/search-screen.tsx';

export const peopleRoutes: RouteModule = {
  screens: [screen('/buscar', SearchScreen)],
  areas: [{ path: '/buscar', label: 'Buscar', icon: 'search', order: 20, action: 'person.findByName' }],
};
