import { screen, type RouteModule } from '../platform/routes.ts';
import { readOnlyPath } from './paths.ts';
import { AuditScreen } from './screens/audit-screen.tsx';
import { ReadOnlyScreen } from './screens/read-only-screen.tsx';

export const auditRoutes: RouteModule = {
  screens: [screen('/auditoria', AuditScreen), screen(readOnlyPath, ReadOnlyScreen)],
  areas: [{ path: '/auditoria', label: 'Auditoría', action: 'audit.readOwn' }],
};
