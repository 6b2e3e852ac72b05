/**
 * Groups, types, publics, risk factors and age groups of prevention as dated rows: the ministry's own catalogue is not
 * known (to confirm), so the centre writes its codes and words here, and what was recorded before keeps its own.
 */
import { cleanedText } from '../platform/text.ts';
import type { CivilDate } from '../platform/dates.ts';
import { oneOf, z } from '../platform/zod.ts';
import { optionsOf } from '../record/index.ts';
import { rowsOn, shippedRow, type DatedRow, type RuleTable } from '../rulebook/index.ts';
import { unknownAge } from './codes.ts';

export const termListLabels = {
  group: 'Grupo',
  type: 'Tipo de actividad',
  audience: 'Público',
  factor: 'Factor de riesgo de un programa',
} as const;
export type TermList = keyof typeof termListLabels;

const termSchema = z.strictObject({
  list: oneOf(termListLabels, { error: 'Elija la lista.' }),
  label: cleanedText(80),
  /** Of the ministry's catalogue; null until it is known. */
  officialCode: cleanedText(20).nullable(),
  /** Nobody attends it: its reach is estimated, and never added to the participants. */
  isMedia: z.boolean(),
  isUsed: z.boolean(),
});
type TermValue = z.infer<typeof termSchema>;
export type Term = TermValue & { readonly code: string };

const proposal = {
  validFrom: '2019-01-01',
  source: 'Propuesta del programa; catálogo oficial no conocido',
  confirmation: 'toConfirm',
} as const;

function shipped(list: TermList, words: Readonly<Record<string, string>>): DatedRow<TermValue>[] {
  return Object.entries(words).map(([code, label]) =>
    shippedRow(`${list}-${code}`, {
      ...proposal,
      value: { list, label, officialCode: null, isMedia: list === 'type' && code === 'media', isUsed: true },
    }),
  );
}

export const termTable: RuleTable<TermValue> = {
  id: 'prevention-term',
  title: 'Listas de prevención',
  about:
    'Lo que se elige en una actividad o un programa de prevención. Una actividad antigua se lee con las palabras que tenía ese día. El código oficial queda vacío hasta que se conozca el catálogo.',
  value: termSchema,
  fields: [
    { name: 'list', label: 'Lista', kind: 'choice', options: optionsOf(termListLabels) },
    { name: 'label', label: 'Como debe leerse', kind: 'text' },
    { name: 'officialCode', label: 'Código oficial', kind: 'text', optional: true, hint: 'Por confirmar.' },
    { name: 'isMedia', label: 'Es difusión en medios: alcance en lugar de asistencia', kind: 'yesNo' },
    { name: 'isUsed', label: 'Se usa desde ese día', kind: 'yesNo' },
  ],
  needsTwoEyes: false,
  mayAdd: true,
  addWords: 'Agregar a una lista',
  shipped: [
    ...shipped('group', {
      awareness: 'Sensibilización y difusión',
      training: 'Capacitación y formación',
      schools: 'Acciones con escolares',
      university: 'Acciones con universitarios/as',
      men: 'Acciones con hombres',
      leaders: 'Lideresas y organizaciones',
      networks: 'Autoridades, mesas y redes',
      rural: 'Comunidad rural',
      other: 'Otro',
    }),
    ...shipped('type', {
      talk: 'Charla',
      fair: 'Feria',
      campaign: 'Campaña',
      workshop: 'Taller',
      march: 'Caminata o movilización',
      videoForum: 'Video foro',
      replica: 'Réplica',
      session: 'Sesión de un programa',
      networkMeeting: 'Reunión de red',
      doorToDoor: 'Visita casa por casa',
      media: 'Difusión en medios',
      other: 'Otro',
    }),
    ...shipped('audience', {
      general: 'Población general',
      students: 'Estudiantes',
      teachers: 'Docentes',
      parents: 'Madres y padres',
      women: 'Mujeres',
      men: 'Hombres',
      authorities: 'Autoridades',
      operators: 'Operadores',
      organisations: 'Organizaciones',
      health: 'Personal de salud',
      police: 'PNP',
    }),
    ...shipped('factor', {
      money: 'Justifica controlar el dinero',
      jealousy: 'Justifica los celos',
      shouting: 'Grita o insulta en casa',
      alcohol: 'Consume alcohol cada semana',
      blame: 'Cree que ella lo provoca',
      silence: 'No sabe dónde pedir ayuda',
    }),
  ],
  label: ({ list, label, officialCode }) =>
    `${termListLabels[list]}: ${officialCode === null ? '' : `${officialCode} `}${label}`,
};

const ageSchema = z
  .strictObject({ from: z.int().min(0).max(130), to: z.int().min(0).max(130).nullable(), isUsed: z.boolean() })
  .refine(({ from, to }) => to === null || to >= from, { path: ['to'], error: 'No puede ser menor que «Desde».' });
type AgeValue = z.infer<typeof ageSchema>;
export type AgeGroup = { readonly code: string; readonly label: string; readonly isChild: boolean };

const ageWords = ({ from, to }: Pick<AgeValue, 'from' | 'to'>) => (to === null ? `${from}+` : `${from}–${to}`);

const age = (from: number, to: number | null) =>
  shippedRow(`age-${from}`, { ...proposal, value: { from, to, isUsed: true } });

export const preventionAgeTable: RuleTable<AgeValue> = {
  id: 'prevention-age',
  title: 'Grupos de edad de prevención',
  about:
    'Columnas de la asistencia, desde la menor edad. «Sin dato» está siempre. Cambian desde el día que se indique.',
  value: ageSchema,
  fields: [
    { name: 'from', label: 'Desde', kind: 'number', unit: 'años' },
    { name: 'to', label: 'Hasta', kind: 'number', unit: 'años', optional: true, hint: 'Vacío: y más.' },
    { name: 'isUsed', label: 'Se usa desde ese día', kind: 'yesNo' },
  ],
  needsTwoEyes: false,
  mayAdd: true,
  addWords: 'Agregar grupo de edad',
  shipped: [age(0, 5), age(6, 11), age(12, 17), age(18, 29), age(30, 59), age(60, null)],
  label: (value) => `${ageWords(value)} años`,
};

/** Every row as it counts on a day, those no longer chosen too: an old activity must still be read. */
export function termsOn(rows: readonly DatedRow<TermValue>[], on: CivilDate): Term[] {
  return rowsOn(rows, on).map(({ id, value }) => ({ code: id, ...value }));
}

/** Columns of the attendance on a day, from the youngest; «sin dato» is the last. */
export function agesOn(rows: readonly DatedRow<AgeValue>[], on: CivilDate): AgeGroup[] {
  const known = rowsOn(rows, on)
    .filter(({ value }) => value.isUsed)
    .toSorted((one, other) => one.value.from - other.value.from)
    .map(({ id, value }) => ({ code: id, label: ageWords(value), isChild: value.from < 18 }));
  return [...known, { code: unknownAge, label: 'sin dato', isChild: false }];
}

/** What an attendance names that is no column any more is told at its end, before «sin dato». */
export function agesFor(
  rows: readonly DatedRow<AgeValue>[],
  { on, codes }: { readonly on: CivilDate; readonly codes: readonly string[] },
): AgeGroup[] {
  const shown = agesOn(rows, on);
  const missing = [...new Set(codes)].filter((code) => !shown.some((one) => one.code === code));
  const found = missing.map((code) => {
    const row = rows.findLast(({ id }) => id === code);
    return {
      code,
      label: row === undefined ? code : ageWords(row.value),
      isChild: (row?.value.from ?? 18) < 18,
    };
  });
  return [...shown.slice(0, -1), ...found, ...shown.slice(-1)];
}
