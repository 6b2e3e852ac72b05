import { screen, type RouteModule } from '../platform/routes.ts';
import { exceptionalPath, reviewsPath } from './paths.ts';
import { ExceptionalScreen } from './screens/exceptional-screen.tsx';
import { ReviewsScreen } from './screens/reviews-screen.tsx';
import { SealScreen } from './screens/seal-screen.tsx';

export const reserveRoutes: RouteModule = {
  screens: [
    screen('/casos/$caseId/reserva', SealScreen),
    screen(exceptionalPath, ExceptionalScreen),
    screen(reviewsPath, ReviewsScreen),
  ],
  areas: [],
};
