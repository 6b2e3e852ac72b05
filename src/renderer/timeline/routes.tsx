import { screen, type RouteModule } from '../platform/routes.ts';
import { StoryScreen } from './story-screen.tsx';

export const timelineRoutes: RouteModule = { screens: [screen('/casos/$caseId', StoryScreen)], areas: [] };
