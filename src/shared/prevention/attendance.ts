/** How an activity ended: the matrix of attendance, what stands beside it, and the permissions of its photographs. */
import { cleanedText } from '../platform/text.ts';
import type { FieldIssue } from '../platform/failures.ts';
import { z } from '../platform/zod.ts';
import { languageLabels } from '../reception/index.ts';
import { optionsOf, valuesSchema, type ValuesOf } from '../record/index.ts';
import { attendeeSexes, unknownAge, type AttendeeSex, type preventionReasons } from './codes.ts';
import type { AgeGroup } from './terms.ts';

/** Nobody types more than a stadium. */
const most = 20_000;

const cellSchema = z.strictObject({
  sex: z.enum(attendeeSexes),
  age: cleanedText(60),
  people: z.int().min(1).max(most),
});
export type Cell = z.infer<typeof cellSchema>;

export const attendanceSchema = z
  .array(cellSchema)
  .max(120)
  .refine((cells) => new Set(cells.map(({ sex, age }) => `${sex} ${age}`)).size === cells.length, {
    error: 'Una casilla está dos veces.',
  });

const count = { kind: 'number', min: 0, max: most } as const;

export const resultFields = {
  signedTotal: { ...count, label: 'En la lista firmada', columns: 3 },
  withDisability: { ...count, label: 'Con discapacidad', columns: 3 },
  indigenous: { ...count, label: 'De pueblo indígena', columns: 3 },
  language: { kind: 'choice', label: 'Lengua', options: optionsOf(languageLabels), columns: 3 },
  materials: { kind: 'text', label: 'Materiales', max: 200, isLine: true, columns: 6 },
  partners: { kind: 'text', label: 'Apoyo', max: 160, isLine: true, columns: 6 },
  hadInterpreter: { kind: 'tick', label: 'Hubo intérprete', columns: 6 },
  /** Of what nobody attends; never added to participants. */
  reach: { ...count, max: 9_999_999, label: 'Alcance estimado', columns: 4 },
  evidencePlace: {
    kind: 'text',
    label: 'Dónde está la lista en papel',
    max: 120,
    isLine: true,
    hint: 'El archivador o la carpeta.',
  },
  photos: { ...count, max: 500, label: 'Fotos fuera del programa', columns: 4 },
  photoPeople: { ...count, max: 500, label: 'Personas adultas que se reconocen', columns: 4 },
  photoConsents: { ...count, max: 500, label: 'Permisos firmados por ellas', columns: 4 },
  photoChildren: { ...count, max: 500, label: 'Menores que se reconocen', columns: 4 },
  guardianConsents: { ...count, max: 500, label: 'Permisos de su madre, padre o tutor', columns: 4 },
} as const;
export type ResultValues = ValuesOf<typeof resultFields>;

const withoutConsent =
  'Falta el permiso de alguien que se reconoce en las fotos. No guarde esas fotos: bórrelas o tape los rostros.';
const photoParts = ['photoPeople', 'photoConsents', 'photoChildren', 'guardianConsents'] as const;

/** Photographs need the written consent of whom they show, and of the guardian for a child. */
function photoIssues(values: ResultValues): FieldIssue[] {
  if ((values.photos ?? 0) === 0)
    return photoParts
      .filter((path) => (values[path] ?? 0) > 0)
      .map((path) => ({ path, message: 'Escriba primero cuántas fotos se guardaron.' }));
  const missing = photoParts.filter((path) => values[path] === null);
  if (missing.length > 0) return missing.map((path) => ({ path, message: 'Complete este dato; 0 si no hay.' }));
  const lacks = (people: number | null, consents: number | null) => (people ?? 0) > (consents ?? 0);
  return [
    ...(lacks(values.photoPeople, values.photoConsents) ? (['photoConsents'] as const) : []),
    ...(lacks(values.photoChildren, values.guardianConsents) ? (['guardianConsents'] as const) : []),
  ].map((path) => ({ path, message: withoutConsent }));
}

const partOfPeople = ['withDisability', 'indigenous'] as const;

function issuesOf(values: ResultValues & { readonly attendance: readonly Cell[] }): FieldIssue[] {
  const total = totalOf(values.attendance);
  return [
    ...photoIssues(values),
    ...partOfPeople
      .filter((path) => total > 0 && (values[path] ?? 0) > total)
      .map((path) => ({ path, message: `Son más que las ${total} personas que asistieron.` })),
  ];
}

/** What is saved as done; what depends on the kind of activity is asked by the service too (`resultIssue`). */
export const resultSchema = valuesSchema(resultFields)
  .safeExtend({ attendance: attendanceSchema })
  .superRefine((values, context) => {
    for (const { path, message } of issuesOf(values)) context.addIssue({ code: 'custom', path: [path], message });
  });
export type ActivityResult = z.infer<typeof resultSchema>;

export const totalOf = (cells: readonly Pick<Cell, 'people'>[]) => cells.reduce((sum, { people }) => sum + people, 0);

/** What nobody attends has a reach and no participants, everything else the other way round. Null: nothing is wrong. */
export function resultIssue(
  { attendance, reach }: Pick<ActivityResult, 'attendance' | 'reach'>,
  isMedia: boolean,
): { readonly path: string; readonly reason: keyof typeof preventionReasons } | null {
  if (isMedia) return attendance.length > 0 ? { path: 'attendance', reason: 'reach-instead' } : null;
  if (reach !== null) return { path: 'reach', reason: 'no-reach' };
  return totalOf(attendance) === 0 ? { path: 'attendance', reason: 'attendance-missing' } : null;
}

/** How many more are on the signed list than in the matrix; negative: fewer. Null: there is nothing to compare. */
export function differenceOf(signedTotal: number | null, cells: readonly Cell[]): number | null {
  if (signedTotal === null) return null;
  const difference = signedTotal - totalOf(cells);
  return difference === 0 ? null : difference;
}

/** The matrix with these people more in «sin dato». */
export function withUnknown(cells: readonly Cell[], more: number): Cell[] {
  const isUnknown = ({ sex, age }: Cell) => sex === 'unknown' && age === unknownAge;
  const own = cells.find(isUnknown)?.people ?? 0;
  return [...cells.filter((cell) => !isUnknown(cell)), { sex: 'unknown', age: unknownAge, people: own + more }];
}

export type Matrix = {
  readonly rows: readonly { readonly sex: AttendeeSex; readonly cells: readonly number[]; readonly total: number }[];
  readonly columns: readonly number[];
  readonly total: number;
};

/** The same cells as rows and columns with their sums. */
export function matrixOf(cells: readonly Cell[], ages: readonly Pick<AgeGroup, 'code'>[]): Matrix {
  const at = (sex: AttendeeSex, age: string) => totalOf(cells.filter((cell) => cell.sex === sex && cell.age === age));
  const rows = attendeeSexes.map((sex) => {
    const own = ages.map(({ code }) => at(sex, code));
    return { sex, cells: own, total: own.reduce((sum, people) => sum + people, 0) };
  });
  const columns = ages.map((_, index) => rows.reduce((sum, row) => sum + (row.cells[index] ?? 0), 0));
  return { rows, columns, total: columns.reduce((sum, people) => sum + people, 0) };
}
