import { screen, type RouteModule } from '../platform/routes.ts';
import { DocumentsScreen } from './screens/documents-screen.tsx';
import { IssuedScreen } from './screens/issued-screen.tsx';
import { ViewDocumentScreen } from './screens/view-document-screen.tsx';

export const papersRoutes: RouteModule = {
  screens: [
    screen('/casos/$caseId/documentos', DocumentsScreen),
    screen('/casos/$caseId/documentos/ver/$documentId', ViewDocumentScreen),
    screen('/casos/$caseId/documentos/emitido/$documentId', IssuedScreen),
  ],
  areas: [],
};
