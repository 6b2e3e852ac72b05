import { screen, type RouteModule } from '../platform/routes.ts';
import { IssuedScreen } from './screens/issued-screen.tsx';
import { PrintRegisterScreen } from './screens/print-register-screen.tsx';
import { ViewDocumentScreen } from './screens/view-document-screen.tsx';

/** «Documentos» is a page of the case and «Verificar código» asks other domains too: the root joins both. */
export const papersRoutes: RouteModule = {
  screens: [
    screen('/registro-de-impresiones', PrintRegisterScreen),
    screen('/casos/$caseId/documentos/ver/$documentId', ViewDocumentScreen),
    screen('/casos/$caseId/documentos/emitido/$documentId', IssuedScreen),
  ],
  areas: [
    {
      path: '/registro-de-impresiones',
      label: 'Registro de impresiones',
      action: 'printRegister.read',
    },
    { path: '/verificar', label: 'Verificar código', action: 'print.verifyNumber' },
  ],
};
