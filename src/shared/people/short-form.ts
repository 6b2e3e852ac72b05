/** Short forms of a name: a nickname of the table, or a diminutive. Whose it is nobody can tell. */
import { wordKey } from './linkage/index.ts';
import { shippedNicknames } from './nickname-table.ts';

const shortestStem = 3;
const small = /^(.{3,}?)(?:C?IT[OA]S?|EC?IT[OA]S?|UCH[OA]|ILL[OA]|IN|INA|ACHO|ACHA)$/;

/** What stays of a diminutive; empty where the word is none. */
export const stemOf = (bare: string): string => small.exec(bare)?.[1] ?? '';

/** «Lucho» of Luis, «Pedrito» of Pedro, «Zoilita» of Zoila. `keys`: of the names, as `wordKey` makes them. */
export function isShortForm(bare: string, keys: ReadonlySet<string>): boolean {
  if (shippedNicknames.formalKeys(bare).some((key) => keys.has(key))) return true;
  const stem = stemOf(bare);
  return stem.length >= shortestStem && ['', 'A', 'O', 'E'].some((end) => keys.has(wordKey(stem + end)));
}
