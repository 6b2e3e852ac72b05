/** The centre and its names as settings. */
import { civilDateSchema } from '../platform/dates.ts';
import { versionSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { optionsOf, valuesSchema, type Fields } from '../record/index.ts';
import { categoryLabels } from './codes.ts';

const code = /^[A-Z0-9](?:[A-Z0-9-]{0,14}[A-Z0-9])?$/;
const acronym = /^[A-ZÑ0-9](?:[A-ZÑ0-9./-]{0,38}[A-ZÑ0-9])?$/;

export const centreFields = {
  /** Official name after «CEM» («San Juan de Lurigancho»), up to 43 characters (variable CEM). */
  name: {
    ...{ kind: 'text', label: 'Nombre del centro', max: 43, required: true, missing: 'Escriba el nombre del centro.' },
    hint: 'Lo que sigue a «CEM». Puede elegirlo de la lista o escribirlo.',
  },
  /** CODIGO_CEM; stands in the file names of the monthly report. */
  code: {
    ...{ kind: 'text', label: 'Código del centro', max: 30, of: 'code', letters: 'capital', required: true },
    hint: 'El que usa en el reporte mensual: letras, números y guiones.',
    missing: 'Escriba el código del centro.',
    check: { isRight: (text) => code.test(text), words: 'Use hasta 16 letras, números o guiones.' },
  },
  districtCode: { kind: 'place', label: 'Distrito', required: true, missing: 'Elija un distrito de la lista.' },
  category: {
    ...{ kind: 'choice', label: 'Categoría', options: optionsOf(categoryLabels), inline: true, required: true },
    missing: 'Elija una categoría.',
  },
  proceduralAddress: {
    ...{ kind: 'text', label: 'Domicilio procesal', max: 160, required: true },
    hint: 'Se imprime en los escritos. Nunca una dirección reservada.',
    missing: 'Escriba el domicilio procesal.',
  },
  /** Closes the numbers of letters and reports (`001-2026-…`); null while the centre has not given it. */
  acronym: {
    ...{ kind: 'text', label: 'Siglas', max: 60, of: 'code', letters: 'capital' },
    hint: 'Cierran el número de los oficios e informes: 001-2026-SIGLAS.',
    check: { isRight: (text) => acronym.test(text), words: 'Use hasta 40 letras, números, guiones o barras.' },
  },
  phone: { kind: 'text', label: 'Teléfono', max: 40, of: 'phone' },
  ministry: { kind: 'text', label: 'Ministerio', max: 120, required: true, confirmation: 'toConfirm' },
  programme: { kind: 'text', label: 'Programa', max: 200, lines: 2, required: true, confirmation: 'toConfirm' },
  /** Under the letterhead; null when none. */
  yearSlogan: { kind: 'text', label: 'Lema del año', max: 160, hint: 'Va bajo el membrete.' },
} as const satisfies Fields;
export const centreDetailsSchema = valuesSchema(centreFields);
export type CentreDetails = z.infer<typeof centreDetailsSchema>;

export const centreSchema = z.strictObject({
  ...centreDetailsSchema.shape,
  isPractice: z.boolean(),
  version: versionSchema,
  validFrom: civilDateSchema,
});
export type Centre = z.infer<typeof centreSchema>;

/** One group of the recovery key, typed back from the paper. */
export const recoveryGroupSchema = z.strictObject({
  /** 1 to 14, as printed. */
  position: z.int().min(1).max(14),
  text: z.string().trim().min(1).max(8),
});
