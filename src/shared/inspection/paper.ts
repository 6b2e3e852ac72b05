/** The pack for an inspector as a paper: privileges, accesses, copies, incidents, keys, months, proof. */
import { grantOf, roleLabels, roles, type Action } from '../access/index.ts';
import { longDate, type Paper, type PaperBlock } from '../papers/index.ts';
import { bold, heading, marksOf, pairs, paragraph, signatures } from '../papers/text.ts';
import type { CivilDate } from '../platform/dates.ts';
import { leavingName } from '../platform/file-names.ts';
import { formatCivilDate } from '../platform/typed-date.ts';

export type Act = { readonly at: string; readonly words: string; readonly by: string };
export type Accesses = {
  readonly who: string;
  readonly role: string;
  readonly counts: readonly number[];
};

export type InspectionFacts = {
  readonly staff: readonly { readonly name: string; readonly roles: string; readonly state: string }[];
  readonly staffActs: readonly Act[];
  readonly accesses: readonly Accesses[];
  readonly exceptional: readonly Act[];
  readonly copies: { readonly made: number; readonly failed: number; readonly last: string | null };
  readonly drills: readonly Act[];
  readonly recordActs: readonly Act[];
  readonly incidents: readonly { readonly known: string; readonly state: string; readonly told: string }[];
  readonly reviews: readonly { readonly on: string; readonly by: string }[];
  readonly requests: readonly { readonly right: string; readonly state: string; readonly count: number }[];
  readonly months: readonly Act[];
  readonly sheets: readonly { readonly number: string; readonly printed: string; readonly signed: string }[];
  readonly proof: {
    readonly entries: number;
    readonly code: string;
    readonly records: number;
    readonly problems: number;
  };
};

export type InspectionFrame = {
  readonly letterhead: readonly string[];
  readonly centre: string;
  readonly isPractice: boolean;
  readonly period: { readonly from: CivilDate; readonly to: CivilDate };
  readonly today: CivilDate;
  readonly by: string;
  readonly second: string | null;
};

/** Rights that an inspector asks about, in words; each is a row of the permission table. */
const rights: readonly (readonly [words: string, action: Action])[] = [
  ['Leer la ficha (Sección B)', 'registerForm.readB'],
  ['Leer el relato', 'account.read'],
  ['Apreciación de psicología', 'psychologicalReport.read'],
  ['Proceso legal', 'legalFile.read'],
  ['Dirección reservada', 'safeAddress.read'],
  ['Imprimir la ficha entera', 'print.wholeCase'],
  ['Sacar el original de un archivo', 'attachment.exportOriginal'],
  ['Copia de los datos de una persona', 'ownCopy.issue'],
  ['Acceso excepcional', 'breakGlass.open'],
  ['Reservar una ficha', 'seal.create'],
  ['Cerrar un mes', 'report.closeMonth'],
  ['Dar o quitar funciones', 'staff.assignRole'],
  ['Leer la bitácora de otras personas', 'audit.readAll'],
  ['Recuperar desde una copia', 'backup.restore'],
  ['Cambiar la llave del archivo', 'key.rotate'],
];

const scopeWords = { assigned: 'sus casos', any: 'todos', untied: 'sí', own: 'lo propio' } as const;

function holders(action: Action): string {
  const held = roles.flatMap((role) => {
    const grant = grantOf(role, action);
    if (grant === null) return [];
    const part = grant.view === null ? '' : ', en parte';
    const second = grant.secondPerson ? ' + 2.ª' : '';
    return [`${roleLabels[role]}: ${scopeWords[grant.scope]}${part}${second}`];
  });
  return held.join(' · ');
}

type Table = Extract<PaperBlock, { kind: 'table' }>;
function table(
  head: readonly string[],
  rows: Table['rows'],
  widths: Table['widths'],
  none = 'Nada en el periodo.',
): PaperBlock {
  return rows.length === 0 ? paragraph(none) : { kind: 'table', head, rows, widths };
}
const acts = (list: readonly Act[], none?: string) =>
  table(
    ['Cuándo', 'Qué', 'Quién'],
    list.map(({ at, words: what, by }) => [at, what, by]),
    [95, '*', 150],
    none,
  );

export const accessColumns = ['Leyó', 'Escribió', 'Imprimió', 'Guardó fuera', 'De noche', 'Negado'] as const;

function privileges(facts: InspectionFacts): PaperBlock[] {
  return [
    heading(2, '1. Permisos'),
    table(
      ['Persona', 'Funciones', 'Estado'],
      facts.staff.map(({ name, roles: own, state }) => [name, own, state]),
      ['*', 170, 80],
    ),
    heading(2, 'Qué puede cada función'),
    {
      kind: 'table',
      head: ['Derecho', 'Quién'],
      rows: rights.map(([label, action]) => [label, holders(action)]),
      widths: [170, '*'],
    },
    paragraph('«+ 2.ª»: con una segunda persona. «en parte»: una vista reducida.'),
    heading(2, 'Quién dio o quitó permisos'),
    acts(facts.staffActs),
    heading(2, 'Permisos revisados'),
    table(
      ['Día', 'Quién'],
      facts.reviews.map(({ on, by }) => [on, by]),
      [95, '*'],
    ),
  ];
}

function accesses(facts: InspectionFacts): PaperBlock[] {
  return [
    heading(2, '2. Accesos a fichas'),
    paragraph('Cuántas veces, por persona. De qué fichas, no se dice.'),
    table(
      ['Persona', 'Función', ...accessColumns],
      facts.accesses.map(({ who, role, counts }) => [who, role, ...counts.map(String)]),
      ['*', 68, ...accessColumns.map(() => 44)],
    ),
    heading(2, 'Accesos excepcionales'),
    acts(facts.exceptional, 'Ninguno en el periodo.'),
  ];
}

function care(facts: InspectionFacts): PaperBlock[] {
  const { copies, proof } = facts;
  return [
    heading(2, '3. Copias y ensayos de recuperación'),
    paragraph(
      `${copies.made} copias verificadas y ${copies.failed} que fallaron. La última: ${copies.last ?? 'ninguna'}.`,
    ),
    acts(facts.drills, 'Ningún ensayo en el periodo.'),
    heading(2, '4. Incidentes con datos personales'),
    table(
      ['Se conoció', 'Estado', 'Aviso a la autoridad'],
      facts.incidents.map(({ known, state, told }) => [known, state, told]),
      [110, 150, '*'],
    ),
    heading(2, '5. Pedidos sobre datos personales'),
    table(
      ['Qué se pidió', 'Estado', 'Cuántos'],
      facts.requests.map(({ right, state, count }) => [right, state, String(count)]),
      ['*', 150, 60],
    ),
    heading(2, '6. Llaves y otros hechos del registro'),
    acts(facts.recordActs),
    heading(2, '7. Meses cerrados'),
    acts(facts.months),
    heading(2, '8. Prueba de la bitácora'),
    pairs([
      ['Entradas', String(proof.entries)],
      ['Código de la última', [bold(proof.code)]],
      ['Registros con sello', String(proof.records)],
      ['No coinciden', [bold(String(proof.problems))]],
    ]),
    table(
      ['Hoja semanal', 'Impresa', 'Firmada'],
      facts.sheets.map(({ number, printed, signed }) => [number, printed, signed]),
      ['*', 120, 120],
    ),
  ];
}

export const inspectionTitle = 'Paquete de auditoría';

export function inspectionPaper(facts: InspectionFacts, frame: InspectionFrame): Paper {
  const { period, today, by, second } = frame;
  return {
    title: inspectionTitle,
    number: null,
    marks: marksOf(frame.isPractice, second === null && 'draft'),
    letterhead: frame.letterhead,
    signedOn: today,
    blocks: [
      heading(1, inspectionTitle),
      pairs([
        ['Centro', frame.centre],
        ['Periodo', `Del ${formatCivilDate(period.from)} al ${formatCivilDate(period.to)}`],
        ['Preparado', `${longDate(today)}, por ${by}${second === null ? '' : ` con ${second}`}`],
      ]),
      paragraph(
        'Dice cómo se cuidó el registro. No contiene nada de ningún caso ni el nombre de ninguna persona usuaria.',
      ),
      ...privileges(facts),
      ...accesses(facts),
      ...care(facts),
      signatures([by], [second ?? 'Segunda persona']),
    ],
  };
}

/** What leaves together. */
export const inspectionFiles = {
  pages: leavingName(['bitácora', 'informe'], 'pdf'),
  tables: leavingName(['bitácora', 'tablas'], 'csv'),
} as const;

/** Of every cell, before it. */
export const inspectionTableHead = ['tabla', 'fila', 'columna', 'valor'] as const;

/** Every table of the pack cell by cell, with the facts that stand in pairs: what a program reads beside the pages. */
export function inspectionTables({ blocks }: Paper): (string | number)[][] {
  let title = '';
  return blocks.flatMap((block): (string | number)[][] => {
    if (block.kind === 'heading') title = block.text;
    if (block.kind === 'table')
      return block.rows.flatMap((row, at) =>
        row.map((cell, column) => [title, at + 1, block.head[column] ?? '', cell]),
      );
    if (block.kind !== 'pairs') return [];
    return block.rows.map(({ label, runs }) => [title, 1, label, runs.map(({ text }) => text).join('')]);
  });
}
