import { screen, type RouteModule } from '../platform/routes.ts';
import { AgendaScreen } from './agenda-screen.tsx';
import { CallsScreen } from './calls-screen.tsx';
import { MyDayScreen, type CentreMonths } from './my-day-screen.tsx';

export function dayRoutes(Months: CentreMonths): RouteModule {
  return {
    screens: [
      screen('/', () => <MyDayScreen Months={Months} />),
      screen('/llamadas', CallsScreen),
      screen('/semana', AgendaScreen),
    ],
    areas: [
      { path: '/', label: 'Mi día' },
      { path: '/llamadas', label: 'Llamadas', action: 'call.read' },
      { path: '/semana', label: 'Semana', action: 'appointment.read' },
    ],
  };
}
