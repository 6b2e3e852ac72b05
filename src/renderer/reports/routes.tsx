import { screen, type RouteModule } from '../platform/routes.ts';
import { TablesScreen } from './internal/tables-screen.tsx';
import { ClosingProposalScreen } from './screens/closing-proposal-screen.tsx';
import { MonthScreen } from './screens/month-screen.tsx';
import { MonthsScreen } from './screens/months-screen.tsx';

export const reportsRoutes: RouteModule = {
  screens: [
    screen('/reporte', MonthsScreen),
    screen('/reporte/$month', ({ params: { month } }) => <MonthScreen key={month} month={month} />),
    screen('/aprobaciones/cierre/$proposalId', ClosingProposalScreen),
    screen('/tablas', () => <TablesScreen period={null} table={null} />),
    screen('/tablas/$period', ({ params: { period } }) => <TablesScreen period={period} table={null} />),
    screen('/tablas/$period/$table', ({ params }) => <TablesScreen key={params.period} {...params} />),
  ],
  areas: [
    { path: '/reporte', label: 'Reporte mensual', action: 'report.quality' },
    { path: '/tablas', label: 'Tablas', action: 'report.internal' },
  ],
};
