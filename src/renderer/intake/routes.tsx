import type { ComponentType, ReactNode } from 'react';
import { plainSectionIds, type CaseOverview, type SectionId } from '../../shared/intake/index.ts';
import { screen, type RouteModule, type ScreenRoute } from '../platform/routes.ts';
import { CaseFrame } from './case-frame.tsx';
import { ArrivalScreen, KeptFichaScreen } from './screens/arrival-screen.tsx';
import { CasesScreen } from './screens/cases-screen.tsx';
import { CorrectionsScreen } from './screens/corrections-screen.tsx';
import { HistoryScreen } from './screens/history-screen.tsx';
import { LinkedScreen } from './screens/linked-screen.tsx';
import { OtherAggressorScreen } from './screens/other-aggressor-screen.tsx';
import { plainSectionScreen, sectionAScreen, sectionBScreen } from './screens/section-screens.tsx';
import { ValidateScreen } from './screens/validate-screen.tsx';
import { PersonScreen } from './persons/person-screen.tsx';
import { PersonsScreen } from './persons/persons-screen.tsx';
import {
  casePages,
  casesPath,
  historyPath,
  linkedPath,
  otherAggressorPath,
  personPath,
  personsPath,
  sectionPaths,
  type CasePage,
} from './words.ts';

export const intakeRoutes: RouteModule = {
  screens: [
    screen('/llegada/ficha', KeptFichaScreen),
    screen('/llegadas/$arrivalId/ficha', ArrivalScreen),
    screen(casesPath, CasesScreen),
    sectionAScreen,
    sectionBScreen,
    ...plainSectionIds.map(plainSectionScreen),
    screen('/casos/$caseId/validar', ValidateScreen),
    screen(historyPath, HistoryScreen),
    screen(personsPath, PersonsScreen),
    screen(personPath, PersonScreen),
    screen(linkedPath, LinkedScreen),
    screen(otherAggressorPath, OtherAggressorScreen),
    screen('/correcciones', CorrectionsScreen),
  ],
  areas: [
    { path: casesPath, label: 'Casos', action: 'case.list' },
    { path: '/correcciones', label: 'Correcciones pedidas', action: 'correction.ask' },
  ],
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

/** A page of a case that is none of the sections, drawn by another domain. */
export function casePage(page: CasePage, draw: (overview: CaseOverview) => ReactNode): ScreenRoute {
  return screen(casePages[page].path, function PageOfCase({ params }: { params: { readonly caseId: string } }) {
    return (
      <CaseFrame caseId={params.caseId} section={null} page={page}>
        {draw}
      </CaseFrame>
    );
  });
}
