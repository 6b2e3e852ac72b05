import { screen, type RouteModule } from '../platform/routes.ts';
import { AuditScreen } from './screens/audit-screen.tsx';

export const auditRoutes: RouteModule = {
  screens: [screen('/auditoria', AuditScreen)],
  areas: [{ path: '/auditoria', label: 'Auditoría', icon: 'shield', order: 90, action: 'audit.readOwn' }],
};
