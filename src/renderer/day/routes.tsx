import { screen, type RouteModule } from '../platform/routes.ts';
import { MyDayScreen, type CentreMonths } from './my-day-screen.tsx';

export function dayRoutes(Months: CentreMonths): RouteModule {
  return {
    screens: [screen('/', () => <MyDayScreen Months={Months} />)],
    areas: [{ path: '/', label: 'Mi día' }],
  };
}
