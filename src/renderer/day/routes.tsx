import { screen, type RouteModule } from '../platform/routes.ts';
import { MyDayScreen } from './my-day-screen.tsx';

export const dayRoutes: RouteModule = {
  screens: [screen('/', MyDayScreen)],
  areas: [{ path: '/', label: 'Mi día' }],
};
