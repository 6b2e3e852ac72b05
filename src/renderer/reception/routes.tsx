import { screen, type RouteModule } from '../platform/routes.ts';
import { ArrivalFactsScreen } from './screens/arrival-facts-screen.tsx';
import { BoardScreen, ToLineScreen } from './screens/board-screen.tsx';
import { InquiryScreen } from './screens/inquiry-screen.tsx';
import { InstitutionsScreen } from './screens/institutions-screen.tsx';
import { NewArrivalScreen } from './screens/new-arrival-screen.tsx';
import { VisitsScreen } from './screens/visits-screen.tsx';
import { WaitingScreen } from './screens/waiting-screen.tsx';

export const receptionRoutes: RouteModule = {
  screens: [
    screen('/llegada', ToLineScreen, { writes: 'Registrar llegada' }),
    screen('/llegada/datos', NewArrivalScreen, { writes: 'Registrar llegada' }),
    screen('/llegadas', BoardScreen),
    screen('/llegadas/$arrivalId', ArrivalFactsScreen),
    screen('/citas', VisitsScreen),
    screen('/consulta-por-persona', InquiryScreen),
    screen('/instituciones', InstitutionsScreen),
    screen('/espera', WaitingScreen),
  ],
  areas: [
    { path: '/llegadas', label: 'Orden de llegada', action: 'case.open' },
    { path: '/citas', label: 'Citas', action: 'appointment.read' },
    { path: '/espera', label: 'Espera', action: 'waiting.read' },
  ],
};
