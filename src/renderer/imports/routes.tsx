import { screen, type RouteModule } from '../platform/routes.ts';
import { ImportScreen } from './screens/import-screen.tsx';
import { ImportsScreen } from './screens/imports-screen.tsx';
import { listPath, listsPath } from './words.ts';

export const importsRoutes: RouteModule = {
  screens: [screen(listsPath, ImportsScreen), screen(listPath, ImportScreen)],
  areas: [{ path: listsPath, label: 'Importar lista', action: 'import.prepare' }],
};
