import { screen, type RouteModule } from '../platform/routes.ts';
import { ClosingProposalScreen } from './screens/closing-proposal-screen.tsx';
import { MonthScreen, type MonthBeside } from './screens/month-screen.tsx';
import { MonthsScreen } from './screens/months-screen.tsx';

/** `Beside`: what a domain above says of the cases of a month. */
export function reportsRoutes(Beside: MonthBeside): RouteModule {
  return {
    screens: [
      screen('/reporte', MonthsScreen),
      screen('/aprobaciones/cierre/$proposalId', ClosingProposalScreen),
      screen('/reporte/$month', ({ params: { month } }) => <MonthScreen key={month} month={month} Beside={Beside} />),
    ],
    areas: [{ path: '/reporte', label: 'Reporte mensual', action: 'report.quality' }],
  };
}
