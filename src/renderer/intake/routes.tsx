import { plainSectionIds } from '../../shared/intake/index.ts';
import { screen, type RouteModule } from '../platform/routes.ts';
import { casePage, caseScreen, caseSection } from './case-frame.tsx';
import { ArrivalScreen, KeptFichaScreen } from './screens/arrival-screen.tsx';
import { CasesScreen } from './screens/cases-screen.tsx';
import { CorrectionsScreen } from './screens/corrections-screen.tsx';
import { HistoryPage } from './screens/history-screen.tsx';
import { LinkedPage } from './screens/linked-screen.tsx';
import { OtherAggressorPage } from './screens/other-aggressor-screen.tsx';
import { plainSectionScreen, sectionAScreen, sectionBScreen } from './screens/section-screens.tsx';
import { ValidatePage } from './screens/validate-screen.tsx';
import { PersonScreen } from './persons/person-screen.tsx';
import { PersonsPage } from './persons/persons-screen.tsx';
import { casesPath, linkedPath, otherAggressorPath, personPath } from './words.ts';

export const intakeRoutes: RouteModule = {
  screens: [
    screen('/llegada/ficha', KeptFichaScreen),
    screen('/llegadas/$arrivalId/ficha', ArrivalScreen),
    screen(casesPath, CasesScreen),
    sectionAScreen,
    sectionBScreen,
    ...plainSectionIds.map(plainSectionScreen),
    caseSection('validate', (overview) => <ValidatePage overview={overview} />),
    casePage('history', (overview) => <HistoryPage overview={overview} />),
    casePage('persons', (overview) => <PersonsPage overview={overview} />),
    screen(personPath, PersonScreen),
    caseScreen(linkedPath, { tab: 'persons' }, (overview) => <LinkedPage overview={overview} />),
    caseScreen(otherAggressorPath, { tab: 'persons' }, (overview) => <OtherAggressorPage overview={overview} />),
    screen('/correcciones', CorrectionsScreen),
  ],
  areas: [
    { path: casesPath, label: 'Casos', action: 'case.list' },
    { path: '/correcciones', label: 'Correcciones pedidas', action: 'correction.ask' },
  ],
};
