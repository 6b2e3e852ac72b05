import { screen, type RouteModule } from '../platform/routes.ts';
import { entryPath, listPath, newPath } from './paths.ts';
import { AuthorityScreen, NewAuthorityScreen } from './screens/authority-screen.tsx';
import { DirectoryScreen } from './screens/directory-screen.tsx';

export const directoryRoutes: RouteModule = {
  screens: [screen(listPath, DirectoryScreen), screen(newPath, NewAuthorityScreen), screen(entryPath, AuthorityScreen)],
  areas: [{ path: listPath, label: 'Autoridades', icon: 'scales', order: 47, action: 'directory.read' }],
};
