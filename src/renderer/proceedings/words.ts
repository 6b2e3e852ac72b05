/** Dates, terms and states in the words of the screens. */
import {
  triggerLabel,
  termUnitLabels,
  type ComputedDeadline,
  type DeadlineView,
  type DueView,
  type Ends,
  type EventForm,
  type SkippedDay,
  type TriggerKind,
} from '../../shared/proceedings/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import type { Tone } from '../platform/ui/index.ts';

type Moment = EventForm['at'];

/** `12/06/2026 17:40`, or the day alone. */
export function momentWords({ on, time }: Moment): string {
  return time === null ? formatCivilDate(on) : `${formatCivilDate(on)} ${time}`;
}

export function triggerWords({
  kind,
  act = null,
}: {
  readonly kind: TriggerKind;
  readonly act?: string | null;
}): string {
  return act ?? triggerLabel(kind);
}

/** Of an open term whose day stands in the act alone, while nobody wrote it down. */
export const undatedWords = 'Sin fecha: anote el plazo que fijó el juzgado';

const oneUnit = { hours: 'hora', businessDays: 'día hábil', calendarDays: 'día calendario', months: 'mes' } as const;

export function termWords({ amount, unit }: Pick<DeadlineView, 'amount' | 'unit'>): string {
  if (amount === 0) return 'El mismo día';
  if (unit === 'event') return 'Lo fija el acto';
  if (amount === null) return 'Sin plazo en la tabla';
  return `${amount} ${amount === 1 ? oneUnit[unit] : termUnitLabels[unit]}`;
}

/**
 * Both ends where they differ, else the one; then the ends where days that may not bind the office count as off (D40).
 * Empty for a term without length.
 */
export function dueLines({
  byEntry,
  byEffect,
  ifOff,
}: Pick<ComputedDeadline, 'byEntry' | 'byEffect' | 'ifOff'>): string[] {
  if (byEntry === null || byEffect === null) return [];
  const [entry, effect] = [momentWords(byEntry.due), momentWords(byEffect.due)];
  const labels = byEntry.countsStart
    ? ['Si el día del efecto es el primero', 'Si el primero es el siguiente']
    : ['Desde el ingreso', 'Desde el efecto'];
  const lines = entry === effect ? [entry] : [`${labels[0]}: ${entry}`, `${labels[1]}: ${effect}`];
  if (ifOff === null) return lines;
  const days = ifOff.days.map(({ on }) => formatCivilDate(on)).join(', ');
  const later = dueLines({ byEntry: ifOff.byEntry, byEffect: ifOff.byEffect, ifOff: null }).map(
    (line) => line.charAt(0).toLowerCase() + line.slice(1),
  );
  return [...lines, `Si el órgano no atendió el ${days}, por confirmar: ${later.join('; ')}`];
}

/** From when it runs, where that is not the day of the act: the entry or the effect of its notification. */
export function startWords({ trigger, due, period }: Pick<DeadlineView, 'trigger' | 'due' | 'period'>): string | null {
  const start = due.byEffect?.start ?? null;
  if (start === null || period > 1 || start.on === trigger.at.on) return null;
  return `Corre desde el ${momentWords(start)}`;
}

/** What the count rests on, said where it is not obvious. */
export function dueNotes(due: DueView): string[] {
  const days = due.byEntry?.distanceDays ?? 0;
  return [
    ...(due.byEntry?.assumesMidnight === true ? ['No se conoce la hora: se cuenta desde las 00:00.'] : []),
    ...(due.assumesSevere ? ['Riesgo no determinado: se toma el plazo más corto.'] : []),
    ...(due.lacksDistance ? ['Término de la distancia sin registrar.'] : []),
    ...(days > 0 ? [`Se suman ${days} días de distancia.`] : []),
  ];
}

function skippedDays({ byEntry, byEffect }: Ends): SkippedDay[] {
  const days = [...(byEntry?.skipped ?? []), ...(byEffect?.skipped ?? [])];
  return [...new Map(days.map((day) => [day.on, day])).values()].sort((one, other) => one.on.localeCompare(other.on));
}

/** «27/06 Sábado, 28/06 Domingo»; empty when every day counts. */
export function skippedWords(ends: Ends): string {
  return skippedDays(ends)
    .map(({ on, name }) => `${formatCivilDate(on).slice(0, 5)} ${name}`)
    .join(', ');
}

export function deadlineTone({ state, isOverdue }: Pick<DeadlineView, 'state' | 'isOverdue'>): Tone {
  if (state === 'done') return 'done';
  if (state === 'notApplicable') return 'neutral';
  return isOverdue ? 'error' : 'warning';
}
