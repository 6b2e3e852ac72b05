import { screen, type RouteModule } from '../platform/routes.ts';
import { MonthScreen } from './screens/month-screen.tsx';
import { MonthsScreen } from './screens/months-screen.tsx';

export const reportsRoutes: RouteModule = {
  screens: [screen('/reporte', MonthsScreen), screen('/reporte/$month', MonthScreen)],
  areas: [{ path: '/reporte', label: 'Reporte mensual', action: 'report.quality' }],
};
