/** «Quién abrió este caso»: the audit of one ficha, a line for each person and day, what is unusual said. */
import { roleLabels, roles, type Role } from '../access/index.ts';
import { civilDateOf, timeOf } from '../platform/clock.ts';
import { civilDateSchema, timeOfDaySchema, type CivilDate, type Instant } from '../platform/dates.ts';
import { codesOf } from '../platform/codes-of.ts';
import { z } from '../platform/zod.ts';

export const accessMarkLabels = {
  denied: 'Intento rechazado',
  exceptional: 'Acceso excepcional',
  outOfHours: 'Fuera de horario',
  notTeam: 'No es del equipo del caso',
} as const;
export type AccessMark = keyof typeof accessMarkLabels;
const accessMarks = codesOf(accessMarkLabels);

export const caseVisitSchema = z.strictObject({
  on: civilDateSchema,
  /** Of the first and the last entry of the day. */
  from: timeOfDaySchema,
  to: timeOfDaySchema,
  staffName: z.string(),
  /** What they did it as. */
  role: z.string(),
  ...{ reads: z.int().nonnegative(), changes: z.int().nonnegative(), left: z.int().nonnegative() },
  marks: z.array(z.enum(accessMarks)),
});
export type CaseVisit = z.infer<typeof caseVisitSchema>;

/** One entry of the audit about a ficha or something of it. */
export type CaseEntry = {
  readonly utc: Instant;
  readonly staffId: string;
  readonly role: string | null;
  readonly outcome: 'ok' | 'denied' | 'failed';
  readonly isChange: boolean;
  /** A copy or a file left with it. */
  readonly hasLeft: boolean;
  readonly isExceptional: boolean;
};

/** As the weekly sheet counts them: from 20:00 to 6:59, and Saturdays and Sundays. */
export function isOutOfHours(utc: Instant): boolean {
  const at = Date.parse(utc);
  const hour = Number(timeOf(at).slice(0, 2));
  const weekday = new Date(`${civilDateOf(at)}T12:00:00Z`).getUTCDay();
  return hour < 7 || hour > 19 || weekday === 0 || weekday === 6;
}

export function roleWords(role: string | null): string {
  const known = (role ?? '').split('+').filter((one): one is Role => roles.some((code) => code === one));
  return known.map((one) => roleLabels[one]).join(' y ');
}

type Known = {
  readonly names: ReadonlyMap<string, string>;
  /** Whether that person has or had the case, or leads the centre. */
  readonly isOfTeam: (staffId: string) => boolean;
};

function visitOf(entries: readonly CaseEntry[], on: CivilDate, { names, isOfTeam }: Known): CaseVisit[] {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return [];
  const has: Record<AccessMark, boolean> = {
    denied: entries.some(({ outcome }) => outcome === 'denied'),
    exceptional: entries.some(({ isExceptional }) => isExceptional),
    outOfHours: entries.some(({ utc }) => isOutOfHours(utc)),
    notTeam: !isOfTeam(first.staffId),
  };
  const done = entries.filter(({ outcome }) => outcome === 'ok');
  return [
    {
      ...{ on, from: timeOf(Date.parse(first.utc)), to: timeOf(Date.parse(last.utc)) },
      ...{ staffName: names.get(first.staffId) ?? '', role: roleWords(first.role) },
      reads: done.filter(({ isChange, hasLeft }) => !isChange && !hasLeft).length,
      changes: done.filter(({ isChange, hasLeft }) => isChange && !hasLeft).length,
      left: done.filter(({ hasLeft }) => hasLeft).length,
      marks: accessMarks.filter((mark) => has[mark]),
    },
  ];
}

/** Newest day first. @param entries oldest first */
export function visitsOf(entries: readonly CaseEntry[], known: Known): CaseVisit[] {
  const byDay = Map.groupBy(entries, ({ utc, staffId }) => `${civilDateOf(Date.parse(utc))} ${staffId}`);
  return [...byDay.entries()]
    .flatMap(([key, own]) => visitOf(own, civilDateSchema.parse(key.slice(0, 10)), known))
    .toSorted((one, other) => (`${one.on} ${one.to}` < `${other.on} ${other.to}` ? 1 : -1));
}
