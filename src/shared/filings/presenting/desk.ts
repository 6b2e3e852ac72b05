/** Which entries of the directory a writ is left at, and what they say of its desk. */
import type { Office } from '../../directory/index.ts';
import { addresseeOf, instanceOfKind, plainWords } from '../addressee.ts';
import type { Instance } from './codes.ts';

export const deskMatches = ['one', 'several', 'none'] as const;
export type DeskMatch = (typeof deskMatches)[number];

/** To whom a writ goes: the words it prints, and the entry of the directory they came from. */
export type Addressee = { readonly office: string; readonly authorityId?: string | null | undefined };

export type Desk = {
  /** Megabytes that the desk takes in one file; null while it is not known. */
  readonly limitMb: number | null;
  readonly instance: Instance | null;
  /** An electronic desk, or one that may be: it takes no second part. */
  readonly takesOneFile: boolean;
  /** How it wants the file called; null where it does not say, or it may be several. */
  readonly fileNamePattern: string | null;
  /** When it receives, as the directory says it; null where it does not say, or it may be several. */
  readonly hours: string | null;
  /** How many active entries it may be. */
  readonly match: DeskMatch;
};

/** «del Juzgado de Familia de Villa» → «Juzgado de Familia de Villa». */
export function deskName(office: string): string {
  return office.replace(/^(?:de(?: la| los| las| el)?|del)\s+/i, '');
}

/** District of an entry by its code; null for none. */
export type DistrictOf = (code: string | null) => string | null;

const inFull = (one: Office, districtOf: DistrictOf) =>
  plainWords(deskName(addresseeOf(one, districtOf(one.districtCode)).office));

/** Whether the words of a writ name this entry: after it was chosen from the directory they may be changed by hand. */
export function namesEntry(office: string, entry: Office, districtOf: DistrictOf): boolean {
  const name = plainWords(deskName(office));
  return name === plainWords(entry.name) || name === inFull(entry, districtOf);
}

function entriesOf(
  { office, authorityId }: Addressee,
  authorities: readonly Office[],
  districtOf: DistrictOf,
): readonly Office[] {
  const active = authorities.filter(({ isActive }) => isActive);
  const chosen = active.filter((one) => one.id === authorityId);
  if (chosen.length > 0) return chosen;
  const name = plainWords(deskName(office));
  const whole = active.filter((one) => inFull(one, districtOf) === name);
  // A desk written without its district may be any of that name.
  return whole.length > 0 ? whole : active.filter((one) => plainWords(one.name) === name);
}

/** Of several that it may be, the smallest limit holds: what fits there fits in all of them. */
export function deskFor(addressee: Addressee, authorities: readonly Office[], districtOf: DistrictOf): Desk {
  const entries = entriesOf(addressee, authorities, districtOf);
  const limits = entries.flatMap(({ sizeLimitMb }) => sizeLimitMb ?? []);
  const instances = new Set(entries.map(({ kind }) => instanceOfKind(kind)));
  const [instance = null] = instances;
  const only = entries.length === 1 ? entries[0] : undefined;
  return {
    limitMb: limits.length === 0 ? null : Math.min(...limits),
    instance: instances.size === 1 ? instance : null,
    takesOneFile: entries.some((one) => one.takesOneFile),
    fileNamePattern: only?.fileNamePattern ?? null,
    hours: only?.receptionHours ?? null,
    match: entries.length === 0 ? 'none' : entries.length === 1 ? 'one' : 'several',
  };
}
