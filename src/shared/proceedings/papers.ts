/** Papers of the clock: the sheet of a hearing, a neutral card for her, and the sheet of the day. */
import type { Paper, PaperBlock } from '../papers/blocks.ts';
import { bullets, heading, marksOf, pairs, paragraph } from '../papers/text.ts';
import { isTelling, namesCourt } from '../papers/index.ts';
import type { CivilDate } from '../platform/dates.ts';
import { formatCivilDate, formatLongDate } from '../platform/typed-date.ts';
import { termActorLabels } from './codes.ts';
import { hearingKindLabels, hearingModeLabels, type HearingForm } from './hearing.ts';
import type { BoardDeadline, BoardHearing, HearingView } from './contract.ts';

export type PaperHead = { readonly letterhead: readonly string[]; readonly isPractice: boolean };

export type HearingFacts = {
  readonly caseNumber: string;
  readonly userName: string;
  readonly hearing: HearingView;
  /** Number of the court file as last written; null when none was. */
  readonly fileNumber: string | null;
  /** Measures in force, in words. */
  readonly measures: readonly string[];
  /** Open terms that fall due up to the day of the hearing or soon after. */
  readonly terms: readonly string[];
};

const empty = '—';

/** One page for who goes, or who stands in on the day: facts to hold the hearing, no address of hers. */
export function hearingSheet(facts: HearingFacts, head: PaperHead): Paper {
  const { hearing } = facts.hearing;
  const place = hearing.mode === 'video' ? hearing.link : hearing.room;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Audiencia', hearingKindLabels[hearing.kind]],
    ['Día y hora', `${formatLongDate(hearing.on)}, ${hearing.time} horas`],
    ['Órgano', hearing.office],
    [hearingModeLabels[hearing.mode], place],
    ['Expediente o carpeta', facts.fileNumber],
    ['Ficha', facts.caseNumber],
    ['Persona usuaria', facts.userName],
    ['Asiste por el centro', facts.hearing.attends],
    ['Suplencia', facts.hearing.substitute],
    ['Asiste la persona usuaria', hearing.userAttends ? 'Sí' : 'No'],
    ['Qué llevar', hearing.bring],
  ];
  return {
    title: `Hoja de audiencia, ficha ${facts.caseNumber}`,
    number: null,
    marks: marksOf(head.isPractice, 'internal'),
    letterhead: head.letterhead,
    blocks: [
      heading(1, 'HOJA DE AUDIENCIA'),
      pairs(
        rows.map(([label, value]) => [label, value ?? empty]),
        150,
      ),
      ...listOf('Medidas vigentes', facts.measures),
      ...listOf('Plazos pendientes', facts.terms),
      heading(3, 'Resultado'),
      { kind: 'fill', item: '', label: 'Qué se decidió y qué sigue', hint: null, space: { kind: 'lines', count: 5 } },
      {
        kind: 'fill',
        item: '',
        label: 'Notificación',
        hint: 'Forma y día; la hora, si se conoce.',
        space: { kind: 'inline', options: ['En audiencia', 'Casilla', 'Cédula'] },
      },
    ],
  };
}

function listOf(title: string, items: readonly string[]): PaperBlock[] {
  if (items.length === 0) return [];
  return [heading(3, title), bullets(...items)];
}

/** The field of a hearing whose words would tell on the card she carries what it is about; null when all are neutral. */
export function tellingFieldOf({ mode, room, bring }: HearingForm, centreName: string): 'room' | 'bring' | null {
  const tells = (text: string | null) =>
    isTelling(text, centreName) || (text !== null && (namesCourt(text) || /\bcorte\b/i.test(text)));
  if (mode !== 'video' && tells(room)) return 'room';
  return tells(bring) ? 'bring' : null;
}

export const hearingTextFields = ['office', 'room', 'link', 'bring'] as const;
export type HearingTextField = (typeof hearingTextFields)[number];

export function printedFields({ mode }: HearingForm, paper: 'sheet' | 'card'): readonly HearingTextField[] {
  const isVideo = mode === 'video';
  if (paper === 'card') return isVideo ? ['bring'] : ['room', 'bring'];
  return ['office', isVideo ? 'link' : 'room', 'bring'];
}

/**
 * A card that says nothing to who finds it: day, hour, place and what to bring; neither the kind of hearing nor the name
 * of the service, the court or hers.
 */
export function neutralCard(
  { hearing }: HearingView,
  place: { readonly words: string | null; readonly phone: string | null },
): Paper {
  const rows = [
    `Día: ${formatLongDate(hearing.on)}`,
    `Hora: ${hearing.time}`,
    ...(hearing.mode === 'video' ? ['Por video, desde donde acordamos.'] : [`Lugar: ${place.words ?? ''}`]),
    ...(hearing.bring === null ? [] : [`Llevar: ${hearing.bring}`]),
    ...(place.phone === null ? [] : [`Teléfono: ${place.phone}`]),
  ];
  return {
    title: 'Recordatorio',
    number: null,
    marks: [],
    letterhead: [],
    format: 'form',
    isCarried: true,
    blocks: [
      {
        kind: 'cards',
        columns: 2,
        cards: [1, 2].map(() => ({ title: 'Recordatorio', rows: rows.map((text) => ({ text })) })),
      },
    ],
  };
}

export type DayFacts = {
  readonly today: CivilDate;
  readonly tomorrow: CivilDate;
  readonly deadlines: readonly BoardDeadline[];
  readonly hearings: readonly BoardHearing[];
};

/** Terms and hearings of today and tomorrow, and what is late: on paper when the computer is off. */
export function daySheet({ today, tomorrow, deadlines, hearings }: DayFacts, head: PaperHead): Paper {
  const of = (day: CivilDate) => hearings.filter(({ on }) => on === day);
  const due = (day: CivilDate) => deadlines.filter(({ warnsAt, isOverdue }) => warnsAt?.on === day && !isOverdue);
  const undated = deadlines.filter(({ warnsAt }) => warnsAt === null);
  return {
    title: `Hoja del día ${formatCivilDate(today)}`,
    number: null,
    marks: marksOf(head.isPractice, 'internal'),
    letterhead: head.letterhead,
    blocks: [
      heading(1, `HOJA DEL DÍA · ${formatLongDate(today)}`),
      ...termTable(
        'Plazos vencidos',
        deadlines.filter(({ isOverdue }) => isOverdue),
      ),
      ...termTable('Plazos de hoy', due(today)),
      ...hearingTable('Audiencias de hoy', of(today)),
      ...termTable(`Plazos de mañana, ${formatCivilDate(tomorrow)}`, due(tomorrow)),
      ...hearingTable(`Audiencias de mañana, ${formatCivilDate(tomorrow)}`, of(tomorrow)),
      ...(undated.length === 0 ? [] : termTable('Plazos sin fecha: anote el plazo que fijó el juzgado', undated)),
    ],
  };
}

function nothingOf(title: string): PaperBlock[] {
  return [heading(3, title), paragraph('Nada registrado.')];
}

/** The ficha by its number alone: the sheet lies on a desk. */
function termTable(title: string, lines: readonly BoardDeadline[]): PaperBlock[] {
  if (lines.length === 0) return nothingOf(title);
  return [
    heading(3, title),
    {
      kind: 'table',
      head: ['Vence', 'Ficha', 'Plazo', 'Quién debe actuar'],
      widths: [90, 70, '*', 90],
      rows: lines.map(({ warnsAt, number, task, ruleId, actor, confirmation }) => [
        warnsAt === null ? 'Sin fecha' : `${formatCivilDate(warnsAt.on)} ${warnsAt.time}`,
        number ?? 'Centro',
        `${task} (${ruleId})${confirmation === 'toConfirm' ? ' · por confirmar' : ''}`,
        termActorLabels[actor],
      ]),
    },
  ];
}

function hearingTable(title: string, lines: readonly BoardHearing[]): PaperBlock[] {
  if (lines.length === 0) return nothingOf(title);
  return [
    heading(3, title),
    {
      kind: 'table',
      head: ['Hora', 'Ficha', 'Audiencia y órgano', 'Asiste'],
      widths: [50, 70, '*', 120],
      rows: lines.map(({ time, number, kind, office, attends }) => [
        time,
        number,
        `${kind}. ${office}`,
        attends ?? empty,
      ]),
    },
  ];
}
