import { screen, type RouteModule } from '../platform/routes.ts';
import { CallsScreen } from './calls-screen.tsx';
import { MyDayScreen, type CentreMonths } from './my-day-screen.tsx';

export function dayRoutes(Months: CentreMonths): RouteModule {
  return {
    screens: [screen('/', () => <MyDayScreen Months={Months} />), screen('/llamadas', CallsScreen)],
    areas: [
      { path: '/', label: 'Mi día' },
      { path: '/llamadas', label: 'Llamadas', action: 'call.read' },
    ],
  };
}
