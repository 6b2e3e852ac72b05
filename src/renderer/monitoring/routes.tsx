import { screen, type RouteModule } from '../platform/routes.ts';
import { MonitoringScreen } from './screens/monitoring-screen.tsx';
import { SeriesScreen } from './screens/series-screen.tsx';

export const monitoringRoutes: RouteModule = {
  screens: [screen('/monitoreo', MonitoringScreen), screen('/serie-anual', SeriesScreen)],
  areas: [
    { path: '/monitoreo', label: 'Monitoreo', action: 'monitoring.read' },
    { path: '/serie-anual', label: 'Serie anual', action: 'monitoring.read' },
  ],
};
