import type { ComponentType } from 'react';
import { plainSectionIds, type SectionId } from '../../shared/intake/index.ts';
import { screen, type RouteModule, type ScreenRoute } from '../platform/routes.ts';
import { CaseFrame } from './case-frame.tsx';
import { ArrivalScreen, KeptFichaScreen } from './screens/arrival-screen.tsx';
import { CaseScreen } from './screens/case-screen.tsx';
import { HistoryScreen } from './screens/history-screen.tsx';
import { HomeScreen } from './screens/home-screen.tsx';
import { plainSectionScreen } from './screens/plain-section-screen.tsx';
import { SectionAScreen } from './screens/section-a-screen.tsx';
import { SectionBScreen } from './screens/section-b-screen.tsx';
import { ValidateScreen } from './screens/validate-screen.tsx';
import { historyPath, sectionPaths } from './words.ts';

export const intakeRoutes: RouteModule = {
  screens: [
    screen('/', HomeScreen),
    screen('/llegada/ficha', KeptFichaScreen),
    screen('/llegadas/$arrivalId/ficha', ArrivalScreen),
    screen('/casos/$caseId', CaseScreen),
    screen('/casos/$caseId/seccion-a', SectionAScreen),
    screen('/casos/$caseId/seccion-b', SectionBScreen),
    ...plainSectionIds.map(plainSectionScreen),
    screen('/casos/$caseId/validar', ValidateScreen),
    screen(historyPath, HistoryScreen),
  ],
  areas: [{ path: '/', label: 'Inicio', icon: 'home', order: 10 }],
};

/** A section of a case that another domain draws: `caseSection('documents', CaseDocuments)`, joined in the root. */
export function caseSection(section: SectionId, Content: ComponentType<{ readonly caseId: string }>): ScreenRoute {
  return screen(sectionPaths[section], function CaseSection({ params }: { params: { readonly caseId: string } }) {
    return (
      <CaseFrame caseId={params.caseId} section={section}>
        {() => <Content caseId={params.caseId} />}
      </CaseFrame>
    );
  });
}
