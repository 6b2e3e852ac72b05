import { casePath, caseScreen } from '../intake/index.ts';
import type { RouteModule } from '../platform/routes.ts';
import { StoryPage } from './story-screen.tsx';

export const timelineRoutes: RouteModule = {
  screens: [caseScreen(casePath, {}, (overview) => <StoryPage overview={overview} />)],
  areas: [],
};
