import { capital } from '../../shared/platform/capital.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import type { CivilDate, Month } from '../../shared/platform/dates.ts';
import { monthName, totalOf, type ActivityView, type Term, type TermList } from '../../shared/prevention/index.ts';
import type { Prevention } from './queries.ts';

export const termWords = (terms: readonly Pick<Term, 'code' | 'label'>[], code: string) =>
  terms.find((term) => term.code === code)?.label ?? code;

/** What may be chosen from a list now; one that was chosen before stays. */
export const choicesOf = (terms: Prevention['terms'], list: TermList, chosen: string | null = null) =>
  terms
    .filter((term) => term.list === list && (term.isUsed || term.code === chosen))
    .map(({ code, label, officialCode }) => ({
      code,
      label: officialCode === null ? label : `${officialCode} ${label}`,
    }));

/** «Taller «Señales de control»», «Sesión 6 «Buen trato»». */
export function titleOf({ activity }: ActivityView, terms: Prevention['terms']): string {
  const { sessionNumber } = activity;
  const kind = sessionNumber === null ? termWords(terms, activity.activityType) : `Sesión ${sessionNumber}`;
  return `${kind} «${activity.topic}»`;
}

export const peopleOf = ({ standing }: ActivityView) => totalOf(standing.result?.attendance ?? []);

/** In order: what lacks its attendance, what is to come, and what is settled in the month. */
export function groupsOf(all: readonly ActivityView[], { today, month }: { today: CivilDate; month: Month }) {
  const used = all.filter(({ activity }) => activity.isActive);
  const planned = used.filter(({ standing }) => standing.state === 'planned');
  return {
    open: planned.filter(({ activity }) => activity.heldOn < today),
    next: planned.filter(({ activity }) => activity.heldOn >= today),
    settled: used.filter(({ activity, standing }) => standing.state !== 'planned' && activity.heldOn.startsWith(month)),
    withdrawn: all.filter(({ activity }) => !activity.isActive),
  };
}

/** Of a month that was closed; null while it is open. A band tells its T18 later, with what collects it. */
export function closedWords({ closedMonths }: Prevention, heldOn: unknown): string | null {
  const month = typeof heldOn === 'string' ? closedMonths.find((one) => heldOn.startsWith(one)) : undefined;
  if (month === undefined) return null;
  return `${capital(monthName(month))} ya se cerró: lo publicado, con su T18, queda como está. Lo que guarde aquí se ve en las cifras de hoy.`;
}

/** Of one that a closed month counted; null where none did. */
export function countedWords(view: Pick<ActivityView, 'countedIn'> | null): string | null {
  if (view === null || view.countedIn === null) return null;
  const month = monthName(view.countedIn);
  return `Contó en ${month}, que ya se cerró: lo publicado queda como está. Su fecha se puede corregir, pero no cuenta otra vez en otro mes.`;
}

type Stored = { readonly countedIn: Month | null; readonly heldOn: CivilDate; readonly month: Month };

/** Said of what was stored from the page of another month, which it leaves; null where it stays on the page. */
export function elsewhereWords({ countedIn, heldOn, month }: Stored): string | null {
  return heldOn.startsWith(month) ? null : `Guardada; cuenta en ${monthName(countedIn ?? monthOf(heldOn))}.`;
}

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** «junio · 4 hechas, 5 por venir, 1 cancelada · 186 participaciones». */
export function monthWords({ activities, month, today }: Prevention): string {
  const ofMonth = activities.filter(({ activity }) => activity.isActive && activity.heldOn.startsWith(month));
  const done = ofMonth.filter(({ standing }) => standing.state === 'done');
  const cancelled = ofMonth.filter(({ standing }) => standing.state === 'cancelled').length;
  const planned = ofMonth.filter(({ standing }) => standing.state === 'planned');
  const next = planned.filter(({ activity }) => activity.heldOn >= today).length;
  const open = planned.length - next;
  const people = done.reduce((sum, one) => sum + peopleOf(one), 0);
  return [
    monthName(month),
    [
      many(done.length, 'hecha', 'hechas'),
      ...(open > 0 ? [`${open} sin asistencia`] : []),
      `${next} por venir`,
      ...(cancelled > 0 ? [many(cancelled, 'cancelada', 'canceladas')] : []),
    ].join(', '),
    many(people, 'participación', 'participaciones'),
  ].join(' · ');
}
