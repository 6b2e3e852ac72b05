/** The list of the board: groups instead of a column of states. */
import { serviceLabels } from '../../../shared/access/index.ts';
import { timeOf } from '../../../shared/platform/clock.ts';
import {
  minutesBetween,
  waitWords,
  type ArrivalLine,
  type Board,
  type VisitLine,
} from '../../../shared/reception/index.ts';

export type BoardRow =
  | { readonly kind: 'arrival'; readonly id: string; readonly line: ArrivalLine }
  | { readonly kind: 'visit'; readonly id: string; readonly visit: VisitLine };

export type BoardGroup = {
  readonly id: 'first' | 'waiting' | 'attended' | 'visits' | 'earlier';
  readonly title: string;
  readonly rows: readonly BoardRow[];
  /** Folded to one line, in these words. */
  readonly folded: string | null;
};

const arrivals = (lines: readonly ArrivalLine[]): BoardRow[] =>
  lines.map((line) => ({ kind: 'arrival', id: line.arrivalId, line }));

/** «A-05 Psicología, desde 08:45». */
function attendedWords(line: ArrivalLine): string {
  const since = line.attendedAt === null ? '' : `, desde ${timeOf(Date.parse(line.attendedAt))}`;
  return `${line.label} ${forWhom(line)}${since}`;
}

export function forWhom({ service, staffName }: Pick<ArrivalLine, 'service' | 'staffName'>): string {
  const place = service === null ? (staffName === null ? 'Admisión' : null) : serviceLabels[service];
  return [place, staffName === null ? null : shortName(staffName)].filter((part) => part !== null).join(' · ');
}

/** «Paula I.»: of the staff, who are no secret, as much as a row has room for. */
export function shortName(fullName: string): string {
  const [first = '', second] = fullName.split(' ');
  return second === undefined ? first : `${first} ${second.charAt(0)}.`;
}

/** @param open Groups that are shown whole: whoever is with a professional, and what earlier days left. */
export function groupsOf(board: Board, open: ReadonlySet<string>): BoardGroup[] {
  const waiting = board.arrivals.filter(({ state }) => state !== 'attended');
  const attended = board.arrivals.filter(({ state }) => state === 'attended');
  const group = (
    id: BoardGroup['id'],
    title: string,
    rows: readonly BoardRow[],
    folded: string | null = null,
  ): BoardGroup => ({ id, title, rows, folded: open.has(id) ? null : folded });
  return [
    group('first', 'Pasan primero', arrivals(waiting.filter((line) => line.isUrgent))),
    group('waiting', 'En espera, por hora de llegada', arrivals(waiting.filter((line) => !line.isUrgent))),
    group('attended', 'Con un profesional', arrivals(attended), attended.map(attendedWords).join(' · ')),
    group(
      'visits',
      'Con cita hoy',
      board.visits.map((visit) => ({ kind: 'visit', id: visit.visitId, visit })),
    ),
    ...(open.has('earlier') ? [group('earlier', 'De otros días, sin cerrar', arrivals(board.earlier))] : []),
  ].filter(({ rows }) => rows.length > 0);
}

/** Rows that an arrow reaches, in their order. */
export function shownRows(groups: readonly BoardGroup[]): readonly BoardRow[] {
  return groups.flatMap(({ rows, folded }) => (folded === null ? rows : []));
}

export type Mark = {
  /** Null at first: whatever stands on top. */
  readonly id: string | null;
  readonly group: BoardGroup['id'] | null;
  readonly at: number;
};
export const noMark: Mark = { id: null, group: null, at: 0 };

export function markOf(groups: readonly BoardGroup[], id: string): Mark {
  const group = groups.find(({ rows }) => rows.some((row) => row.id === id));
  return { id, group: group?.id ?? null, at: group?.rows.findIndex((row) => row.id === id) ?? 0 };
}

/**
 * What was marked; when it is gone, its neighbour in the group. With none left nothing is marked: the same key does
 * something else in another group.
 */
export function markedRow(groups: readonly BoardGroup[], mark: Mark): BoardRow | undefined {
  const rows = shownRows(groups);
  if (mark.id === null) return rows[0];
  const group = groups.find(({ id, folded }) => id === mark.group && folded === null)?.rows ?? [];
  return rows.find(({ id }) => id === mark.id) ?? group[Math.min(mark.at, group.length - 1)];
}

/** «8 en espera · la más larga, 57 min». */
export function waitingWords({ arrivals: lines }: Board, now: string): string {
  const waiting = lines.filter((one) => one.state !== 'attended');
  if (waiting.length === 0) return 'nadie espera';
  const longest = Math.max(...waiting.map((one) => minutesBetween(one.sinceAt, now)));
  return `${waiting.length} en espera · la más larga, ${waitWords(longest)}`;
}

export const markedElement = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('[data-board] tr[aria-selected="true"]');

/** From the line to the list. */
export function toBoard(): void {
  document.querySelector<HTMLElement>('[data-board] tr[tabindex="0"]')?.focus();
}
