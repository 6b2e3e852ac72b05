import { screen, type RouteModule } from '../platform/routes.ts';
import { IssuedScreen } from './screens/issued-screen.tsx';
import { ViewDocumentScreen } from './screens/view-document-screen.tsx';

/** «Documentos» itself is a page of the case: the root joins it to the frame of the case. */
export const papersRoutes: RouteModule = {
  screens: [
    screen('/casos/$caseId/documentos/ver/$documentId', ViewDocumentScreen),
    screen('/casos/$caseId/documentos/emitido/$documentId', IssuedScreen),
  ],
  areas: [],
};
