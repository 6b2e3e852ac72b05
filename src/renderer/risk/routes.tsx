import { caseSection } from '../intake/index.ts';
import type { RouteModule } from '../platform/routes.ts';
import { RiskPage } from './screens/risk-screen.tsx';

export const riskRoutes: RouteModule = {
  screens: [caseSection('risk', (overview) => <RiskPage overview={overview} />)],
  areas: [],
};
