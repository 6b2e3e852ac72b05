import { screen, type RouteModule } from '../platform/routes.ts';
import { ActingScreen } from './screens/acting-screen.tsx';
import { ApprovalsScreen } from './screens/approvals-screen.tsx';
import { ChangeRolesScreen } from './screens/change-roles-screen.tsx';
import { CoverScreen } from './screens/cover-screen.tsx';
import { ProposeStaffScreen } from './screens/propose-staff-screen.tsx';
import { StaffScreen } from './screens/staff-screen.tsx';

export const accessRoutes: RouteModule = {
  screens: [
    screen('/personal', StaffScreen),
    screen('/personal/nuevo', ProposeStaffScreen, { writes: 'Proponer personal nuevo' }),
    screen('/personal/reemplazo', CoverScreen, { writes: 'Registrar un reemplazo' }),
    screen('/personal/encargatura', ActingScreen, { writes: 'Proponer una encargatura' }),
    screen('/personal/$staffId', ChangeRolesScreen),
    screen('/aprobaciones', ApprovalsScreen),
  ],
  areas: [
    { path: '/aprobaciones', label: 'Aprobaciones', action: 'proposal.decide' },
    { path: '/personal', label: 'Personal', action: 'staff.read' },
  ],
};
