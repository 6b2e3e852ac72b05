/** «Hoja semanal de la bitácora»: where the chain stands and what happened, on paper with two signatures. */
import type { Paper, PaperBlock } from '../papers/blocks.ts';
import { bold, heading, pairs, paragraph, type SheetHead, sheetHead, signatures } from '../papers/text.ts';
import { civilDateOf, timeOf } from '../platform/clock.ts';
import { codesOf } from '../platform/codes-of.ts';
import { addDays, type CivilDate, type Instant } from '../platform/dates.ts';
import { formatCivilDate, formatLongDate } from '../platform/typed-date.ts';

/** Days without a signed sheet after which Coordinación is told: one week and a day of grace. */
export const sheetLateAfterDays = 8;

export function weekOf(day: CivilDate): CivilDate {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** Acts told apart on the sheet (security design §5.8), in its order. */
const actWords = {
  denied: 'Acciones denegadas',
  deniedCases: 'De ellas, sobre una ficha (ajena, reservada o con vínculo)',
  wrongPasswords: 'Contraseñas equivocadas antes de entrar',
  printed: 'Copias impresas',
  savedOutside: 'Copias y archivos guardados fuera',
  exported: 'Reportes y originales entregados',
  breakGlass: 'Acceso excepcional',
  nightReads: 'Lecturas de fichas entre las 20:00 y las 07:00',
} as const;
export type SheetAct = keyof typeof actWords;
export const sheetActs = codesOf(actWords);

export type SheetFacts = {
  readonly number: string;
  /** Since the sheet before, or the founding. */
  readonly since: Instant;
  readonly until: Instant;
  readonly head: { readonly seq: number; readonly hash: string; readonly code: string; readonly at: Instant };
  readonly segment: number;
  /** Entries since the sheet before. */
  readonly entries: number;
  readonly counts: readonly { readonly label: string; readonly count: number }[];
  readonly acts: readonly { readonly act: SheetAct; readonly staffName: string; readonly count: number }[];
  /** Restores, rotations, ends of read-only, segments, damage: each one with its time. */
  readonly events: readonly { readonly at: Instant; readonly words: string }[];
  /** Newest verified copy; null while there is none. */
  readonly lastCopyAt: Instant | null;
  readonly printedBy: string;
};

function when(instant: Instant): string {
  return `${formatCivilDate(civilDateOf(Date.parse(instant)))} ${timeOf(Date.parse(instant))}`;
}

function actRows(facts: SheetFacts): string[][] {
  return sheetActs.flatMap((act) => {
    const found = facts.acts.filter((one) => one.act === act);
    if (found.length === 0) return [[actWords[act], 'nadie', '0']];
    return found.map(({ staffName, count }, at) => [at === 0 ? actWords[act] : '', staffName, String(count)]);
  });
}

function eventBlocks({ events }: SheetFacts): PaperBlock[] {
  if (events.length === 0) return [paragraph('Ninguno.')];
  return [
    {
      kind: 'table',
      head: ['Cuándo', 'Qué'],
      rows: events.map(({ at, words }) => [when(at), words]),
      widths: [110, '*'],
    },
  ];
}

export function weeklySheet(centre: SheetHead, facts: SheetFacts): Paper {
  const { head } = facts;
  const copy = facts.lastCopyAt === null ? 'ninguna' : when(facts.lastCopyAt);
  return {
    title: `${facts.number} · Hoja semanal de la bitácora`,
    ...sheetHead(centre),
    number: facts.number,
    blocks: [
      heading(1, 'HOJA SEMANAL DE LA BITÁCORA'),
      paragraph(
        `Del ${when(facts.since)} al ${when(facts.until)}. La imprime ${facts.printedBy}. Con esta hoja firmada se prueba después que nadie escribió de nuevo lo que el registro tenía hasta hoy.`,
      ),
      pairs(
        [
          ['Entrada', [bold(String(head.seq))]],
          ['Código', [bold(head.code)]],
          ['Código completo', (head.hash.match(/.{8}/g) ?? []).join(' ')],
          ['Escrita el', `${when(head.at)} · tramo ${facts.segment}`],
          ['Entradas nuevas', String(facts.entries)],
          ['Última copia verificada', copy],
        ],
        130,
      ),
      heading(2, 'Lo que hay en el registro'),
      {
        kind: 'table',
        head: ['Clase', 'Cuántos'],
        rows: facts.counts.map(({ label, count }) => [label, String(count)]),
        widths: ['*', 60],
        alignRight: [1],
      },
      heading(2, 'Lo que hizo cada persona'),
      { kind: 'table', head: ['Qué', 'Quién', 'Veces'], rows: actRows(facts), widths: ['*', 180, 45], alignRight: [2] },
      heading(2, 'Hechos del registro'),
      ...eventBlocks(facts),
      paragraph(
        `Firme con una segunda persona, escriba el código en «Auditoría» y guarde la hoja bajo llave, lejos de la computadora. Impresa el ${formatLongDate(civilDateOf(Date.parse(facts.until)))}.`,
      ),
      signatures(['Coordinación', 'Nombre, firma y fecha'], ['Segunda persona', 'Nombre, firma y fecha']),
    ],
  };
}
