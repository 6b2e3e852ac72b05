/** Which files of a case a reader sees: the view `ownArea` of the permission table (security design §5.3). */
import { servicesOf, type Role } from '../access/index.ts';
import { fileAreas, type FileArea } from './codes.ts';

/** Areas open to a reader; `view` is that of the grant, null for the whole. */
export function areasOf(view: string | null, roles: readonly Role[]): readonly FileArea[] {
  if (view === null) return fileAreas;
  const own: readonly FileArea[] = view === 'ownArea' ? servicesOf(roles) : [];
  return own.length === 0 ? [] : fileAreas.filter((area) => area === 'common' || own.includes(area));
}
