import { screen, type RouteModule } from '../platform/routes.ts';
import { FileScreen } from './screens/file-screen.tsx';
import { filePath } from './words.ts';

/** «Archivos» itself is a page of the case: the root joins it to the frame of the case. */
export const attachmentsRoutes: RouteModule = { screens: [screen(filePath, FileScreen)], areas: [] };
