/** The centre and its names as settings. */
import { civilDateSchema } from '../platform/dates.ts';
import { versionSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { centreCategories } from './codes.ts';

const districtCode = z.string().regex(/^\d{6}$/, { error: 'Elija un distrito de la lista.' });

export const centreDetailsSchema = z.strictObject({
  /** Official name after «CEM» («San Juan de Lurigancho»), up to 43 characters (variable CEM). */
  name: cleanedText(43),
  /** CODIGO_CEM: capitals, digits and inner hyphens; stands in the file names of the monthly report. */
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9](?:[A-Z0-9-]{0,14}[A-Z0-9])?$/, { error: 'Use hasta 16 letras, números o guiones.' }),
  districtCode,
  category: z.enum(centreCategories),
  ministry: cleanedText(120),
  programme: cleanedText(200),
  /** Address printed as procedural address of the filings. */
  proceduralAddress: cleanedText(160),
  /** Closes the numbers of letters and reports (`001-2026-…`); null while the centre has not given it. */
  acronym: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-ZÑ0-9](?:[A-ZÑ0-9./-]{0,38}[A-ZÑ0-9])?$/, { error: 'Use hasta 40 letras, números, guiones o barras.' })
    .nullable(),
  phone: cleanedText(40).nullable(),
  /** Slogan of the year under the letterhead; null when none. */
  yearSlogan: cleanedText(160).nullable(),
});
export type CentreDetails = z.infer<typeof centreDetailsSchema>;

export const centreSchema = centreDetailsSchema.extend({
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
