/** Closed codes of the import of old lists. */
import { codesOf } from '../platform/codes-of.ts';

/**
 * `draft` read, columns being chosen; `checked` every row judged; `proposed` waits for a second person; `done` in the
 * record; `undone` taken out again; `discarded` never went in.
 */
export const importStateLabels = {
  draft: 'En preparación',
  checked: 'Revisada',
  proposed: 'Espera aprobación',
  done: 'Importada',
  undone: 'Deshecha',
  discarded: 'Descartada',
} as const;
export type ImportState = keyof typeof importStateLabels;

export const listFormats = ['csv', 'xlsx'] as const;
export type ListFormat = (typeof listFormats)[number];

/** `utf-8-twice`: UTF-8 that some program took for Windows and wrote as UTF-8 again. */
export const encodingLabels = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows (ANSI)',
  'utf-16le': 'Unicode (UTF-16)',
  'utf-16be': 'Unicode (UTF-16 BE)',
  cp850: 'MS-DOS (CP850)',
  'utf-8-twice': 'UTF-8 guardado dos veces',
} as const;
export type Encoding = keyof typeof encodingLabels;

export const delimiterLabels = {
  ';': 'Punto y coma ( ; )',
  ',': 'Coma ( , )',
  '\t': 'Tabulador',
  '|': 'Barra ( | )',
} as const;
export type Delimiter = keyof typeof delimiterLabels;
export const delimiters = codesOf(delimiterLabels);

export const dateOrderLabels = {
  dmy: 'Día, mes, año',
  mdy: 'Mes, día, año',
  ymd: 'Año, mes, día',
} as const;
export type DateOrder = keyof typeof dateOrderLabels;

/** What M stands for where a column of sex holds single letters. */
export const sexLetterLabels = {
  male: 'M es masculino',
  female: 'M es mujer',
} as const;
export type SexLetter = keyof typeof sexLetterLabels;

/** Order in which one column writes whole names. */
export const nameOrderLabels = {
  surnamesFirst: 'Apellidos primero',
  givenFirst: 'Nombres primero',
} as const;
export type NameOrder = keyof typeof nameOrderLabels;

/** The two persons of a row. */
export const rowRoleLabels = {
  user: 'Persona usuaria',
  aggressor: 'Presunta persona agresora',
} as const;
export type RowRole = keyof typeof rowRoleLabels;
export const rowRoles = codesOf(rowRoleLabels);

/**
 * What a row waits for: `error` cannot go in as it is, `ask` may be somebody already known or holds what only a person
 * can confirm, `warning` goes in and is worth a look, `ready` goes in, `excluded` was left out by a person.
 */
export const rowVerdictLabels = {
  error: 'Con error',
  ask: 'Por decidir',
  warning: 'Con aviso',
  ready: 'Lista',
  excluded: 'Dejada fuera',
} as const;
export type RowVerdict = keyof typeof rowVerdictLabels;
export const rowVerdicts = codesOf(rowVerdictLabels);

/** What a cell of a column looks like, before it has a meaning: one cell and several. */
export const cellKindLabels = {
  date: ['fecha', 'fechas'],
  dni: ['número de 8 dígitos', 'números de 8 dígitos'],
  phone: ['celular', 'celulares'],
  number: ['otro número', 'otros números'],
  code: ['letra o código', 'letras o códigos'],
  word: ['palabra', 'palabras'],
  words: ['texto de varias palabras', 'textos de varias palabras'],
  mixed: ['texto con cifras', 'textos con cifras'],
} as const;
export type CellKind = keyof typeof cellKindLabels;
export const cellKinds = codesOf(cellKindLabels);

/** What is said at a cell: it stops the row, a person has to confirm it, or it is only told. */
export const issueSeverities = ['error', 'ask', 'warning'] as const;

/** Why a row stays in the record when its import is undone. */
export const undoReasonLabels = {
  wrongList: 'Se importó una lista que no era',
  wrongColumns: 'Las columnas se leyeron mal',
  twice: 'Los casos ya estaban en el registro',
  other: 'Otro motivo',
} as const;
export type UndoReason = keyof typeof undoReasonLabels;

/** Limits of one list, told in a sentence when a file is larger. */
export const listLimits = {
  bytes: 20 * 1024 * 1024,
  /** Rows below the headers: what one transaction writes in a few seconds on an old computer. */
  rows: 5000,
  columns: 200,
  cell: 4000,
  /** Bytes of a workbook once unpacked. */
  unpacked: 200 * 1024 * 1024,
} as const;

/** Words for the reasons this domain's failures carry. */
export const importReasons = {
  'list-too-big': 'El archivo pasa de 20 MB. Guarde solo la hoja de la lista, o divídala por años.',
  'list-too-many-rows': 'La lista pasa de 5,000 filas. Divídala por años e impórtelas una por una.',
  'list-too-many-columns': 'La lista pasa de 200 columnas. Quite las que no se van a importar.',
  'list-empty': 'El archivo está vacío: no tiene ninguna fila con datos.',
  'list-kind': 'No es una lista que se pueda leer. Guárdela en Excel como «Libro de Excel (.xlsx)» o «CSV».',
  'list-old-excel':
    'Es un Excel antiguo (.xls) o con contraseña. Ábralo y guárdelo como «Libro de Excel (.xlsx)» sin contraseña.',
  'list-macros':
    'El archivo tiene macros o vínculos a otros archivos. Guárdelo como «Libro de Excel (.xlsx)» sin ellos.',
  'list-damaged': 'El archivo está dañado o incompleto. Ábralo en Excel, guárdelo otra vez y vuelva a elegirlo.',
  'list-unpacked': 'El archivo ocupa demasiado al abrirse: no parece una lista. Copie las filas a un libro nuevo.',
  'list-entities':
    'El archivo trae definiciones ocultas que pueden bloquear la computadora. No se guardó nada; copie las filas a un libro nuevo.',
  'list-not-text': 'El archivo no es de texto: tiene caracteres nulos. Guárdelo en Excel como «CSV».',
  'list-quotes':
    'Hay comillas sin cerrar en el archivo: no se sabe dónde termina una celda. Corríjalo y vuelva a elegirlo.',
  'list-encoding': 'El texto no se puede leer con esa codificación. Elija otra.',
  'list-known': 'Esa misma lista ya está en «Importar lista». Ábrala desde ahí.',
  'list-imported': 'Esa misma lista ya se importó. Si fue un error, deshaga primero esa importación.',
  'list-pending': 'Faltan decisiones para leer la lista. Respóndalas antes de revisarla.',
  'list-column-twice': 'Una misma columna está elegida para dos datos.',
  'list-locked': 'La lista ya se propuso o se importó: no se cambia.',
  'list-unchecked': 'Revise primero todas las filas de la lista.',
  'list-errors': 'Hay filas con error. Corríjalas o déjelas fuera antes de proponer la importación.',
  'list-undecided':
    'Hay filas por decidir. Diga quién es cada persona y confirme lo que se pregunta antes de proponer la importación.',
  'list-no-wrong': 'No hay ninguna fila con error que dejar fuera.',
  'list-none-left-out': 'No hay filas dejadas fuera juntas que devolver.',
  'list-nothing': 'No queda ninguna fila por importar.',
  'list-changed': 'La lista cambió después de proponerse. Rechácela y propóngala otra vez.',
  'list-stale':
    'Desde la revisión se registraron personas o números parecidos. Rechácela, revise la lista y propóngala otra vez.',
  'list-choice': 'Esa persona no es una de las propuestas para la fila.',
  'list-busy': 'Ya se está trabajando en esta lista. Espere o detenga ese trabajo.',
  'list-stopped': 'Se detuvo. No se guardó nada de ese trabajo.',
  'list-not-done': 'Solo se deshace una importación que está en el registro.',
  'list-holds': 'Algunas fichas de la lista ya se usaron. Véalas y elija si se conservan.',
} as const satisfies Readonly<Record<string, string>>;
