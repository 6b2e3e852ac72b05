/** T18: what is counted of prevention, exact; only what was done counts, in the month in which it was held. */
import { codesOf } from '../platform/codes-of.ts';
import type { CivilDate } from '../platform/dates.ts';
import { attendeeSexes, attendeeSexLabels } from './codes.ts';
import { totalOf, type Cell } from './attendance.ts';
import type { AgeGroup } from './terms.ts';

/** One activity that was done, in the words it had on its day. */
export type DoneActivity = {
  readonly heldOn: CivilDate;
  readonly minutes: number;
  readonly group: string;
  readonly type: string;
  readonly audience: string;
  readonly district: string;
  readonly programmeId: string | null;
  readonly attendance: readonly Cell[];
  readonly reach: number | null;
};

export type PreventionCounts = {
  readonly 'prevention-activities': number;
  readonly 'prevention-sessions': number;
  readonly 'prevention-participants': number;
};

/** A session is an activity too; what nobody attends adds no participant. */
export function countsOf(done: readonly DoneActivity[]): PreventionCounts {
  return {
    'prevention-activities': done.length,
    'prevention-sessions': done.filter(({ programmeId }) => programmeId !== null).length,
    'prevention-participants': done.reduce((sum, { attendance }) => sum + totalOf(attendance), 0),
  };
}

/** The exact tables of T18, each by its sheet. */
export const preventionSheets = {
  T18: 'Prevención',
  T18Grupo: 'Prevención por grupo',
  T18Tipo: 'Prevención por tipo de actividad',
  T18Participantes: 'Participaciones por sexo y edad (no son personas distintas)',
  T18Publico: 'Prevención por público',
  T18Distrito: 'Prevención por distrito',
  T18Programas: 'Sesiones de los programas',
} as const;
export type PreventionSheet = keyof typeof preventionSheets;
export const preventionSheetIds = codesOf(preventionSheets);
export const isPreventionSheet = (key: string): key is PreventionSheet => Object.hasOwn(preventionSheets, key);

/** As an exact table of the month («Uso interno»). */
export type PreventionTable = {
  readonly id: 'T18';
  readonly sheet: PreventionSheet;
  readonly title: string;
  readonly grouping: string | null;
  readonly columns: readonly { readonly label: string; readonly kind: 'count' }[];
  readonly rows: readonly { readonly label: string; readonly total: boolean; readonly cells: readonly number[] }[];
};

export type SeriesCount = {
  readonly name: string;
  readonly planned: number;
  /** Participations of each session that was done within the time told of. */
  readonly sessions: readonly number[];
  /** Sessions done up to its last day, those of before too. */
  readonly doneSoFar: number;
};

/** Counts of persons in a session are participations: their sum, and the highest session, which is nearer to persons. */
export function seriesSums(sessions: readonly number[]): { readonly sum: number; readonly highest: number } {
  return { sum: sessions.reduce((sum, people) => sum + people, 0), highest: Math.max(0, ...sessions) };
}

export type PreventionFacts = {
  readonly done: readonly DoneActivity[];
  /** Columns of any of these activities, from the youngest. */
  readonly ages: readonly AgeGroup[];
  readonly series: readonly SeriesCount[];
  /** Cases with FORMA_INGRESO 4, and whose MEDIO was prevention. */
  readonly inserted: number;
  readonly learned: number;
};

const columnsOf = (...labels: string[]) => labels.map((label) => ({ label, kind: 'count' as const }));
const about = (sheet: PreventionSheet) => ({
  ...{ id: 'T18' as const, sheet, title: preventionSheets[sheet], grouping: null },
});

function byWords(
  sheet: PreventionSheet,
  done: readonly DoneActivity[],
  read: (one: DoneActivity) => string,
): PreventionTable {
  const cells = (some: readonly DoneActivity[]) => [
    some.length,
    countsOf(some)['prevention-participants'],
    some.reduce((sum, { reach }) => sum + (reach ?? 0), 0),
  ];
  const rows = [...Map.groupBy(done, read)]
    .toSorted(([one], [other]) => one.localeCompare(other, 'es'))
    .map(([label, some]) => ({ label, total: false, cells: cells(some) }));
  return {
    ...about(sheet),
    columns: columnsOf('Actividades', 'Participaciones', 'Alcance estimado'),
    rows: [...rows, { label: 'Total', total: true, cells: cells(done) }],
  };
}

function byPeople({ done, ages }: PreventionFacts): PreventionTable {
  const cells = done.flatMap(({ attendance }) => attendance);
  const rowOf = (label: string, keep: (cell: Cell) => boolean, total = false) => {
    const kept = cells.filter(keep);
    const own = ages.map(({ code }) => totalOf(kept.filter(({ age }) => age === code)));
    return { label, total, cells: [totalOf(kept), ...own] };
  };
  return {
    ...about('T18Participantes'),
    columns: columnsOf('Total', ...ages.map(({ label }) => label)),
    rows: [
      ...attendeeSexes.map((sex) => rowOf(attendeeSexLabels[sex], (cell) => cell.sex === sex)),
      rowOf('Total', () => true, true),
    ],
  };
}

/** Exact T18 of any time: by group, type, public and district, sex × age, hours, series, and what it brought to the service. */
export function preventionTablesOf(facts: PreventionFacts): PreventionTable[] {
  const { done, series } = facts;
  const minutes = done.reduce((sum, one) => sum + one.minutes, 0);
  const counts = countsOf(done);
  const row = (label: string, ...cells: number[]) => ({ label, total: false, cells });
  return [
    {
      ...about('T18'),
      columns: columnsOf('Cantidad'),
      rows: [
        row('Actividades hechas', counts['prevention-activities']),
        row('De ellas, sesiones de un programa', counts['prevention-sessions']),
        row('Participaciones', counts['prevention-participants']),
        row('Horas', Math.round(minutes / 60)),
        row('Programas con todas sus sesiones', series.filter((one) => one.doneSoFar >= one.planned).length),
        row('Casos insertados (forma de ingreso 4)', facts.inserted),
        row('Usuarias que supieron del servicio por prevención', facts.learned),
      ],
    },
    byWords('T18Grupo', done, ({ group }) => group),
    byWords('T18Tipo', done, ({ type }) => type),
    byPeople(facts),
    byWords('T18Publico', done, ({ audience }) => audience),
    byWords('T18Distrito', done, ({ district }) => district),
    {
      ...about('T18Programas'),
      columns: columnsOf('Sesiones', 'Previstas', 'Suma de participaciones', 'Sesión con más'),
      rows: series.map(({ name, planned, sessions }) => {
        const { sum, highest } = seriesSums(sessions);
        return row(name, sessions.length, planned, sum, highest);
      }),
    },
  ];
}
