/** An entry of the directory: one schema for form, wire and service. */
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { idSchema, versionSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { authorityKinds } from './codes.ts';
import { isFileNamePattern } from './file-name.ts';
import { directoryReasons } from './labels.ts';

export const authorityIdSchema = idSchema('AuthorityId');
export type AuthorityId = z.infer<typeof authorityIdSchema>;

const authorityFields = z.strictObject({
  kind: z.enum(authorityKinds, { error: 'Elija el tipo.' }),
  /** How a writ begins: «SEÑORA JUEZA DEL…»; null where nothing is addressed to a person. */
  treatment: cleanedText(120).nullable(),
  office: cleanedText(160),
  /** INEI code of six digits; null while it is not known. */
  districtCode: z
    .string()
    .regex(/^\d{6}$/, { error: 'Elija un distrito de la lista.' })
    .nullable(),
  address: cleanedText(200).nullable(),
  phone: cleanedText(60).nullable(),
  mail: cleanedText(160).nullable(),
  receptionHours: cleanedText(120).nullable(),
  /** «Término de la distancia», days added to a term; null while it is not known. */
  distanceDays: z.int().min(0).max(60).nullable(),
  /** Largest file the desk takes, in MB; null while it is not known. */
  sizeLimitMb: z.int().min(1).max(500).nullable(),
  /** An electronic desk: it takes one PDF alone, not several parts. */
  takesOneFile: z.boolean(),
  /** How the desk wants that file called: «{expediente}-escrito-{escrito}»; null for a name of the program. */
  fileNamePattern: cleanedText(80)
    .refine(isFileNamePattern, { error: directoryReasons['file-name-pattern'] })
    .nullable(),
  /** Counts as a complementary service in the register (U74). */
  isComplementary: z.boolean(),
});

const shelterNames =
  /hogar(es)? de (refugio|acogida|protecci[oó]n)|casas? (de|del) (acogida|refugio)|refugio temporal|albergue/i;

/** Whether an entry speaks of a shelter, whose place is never kept. */
export function isShelter({ kind, office }: { readonly kind: string | null; readonly office: string }): boolean {
  return kind === 'shelterCoordination' || shelterNames.test(office);
}

export const authorityFormSchema = authorityFields.superRefine((authority, context) => {
  if (!isShelter(authority)) return;
  for (const path of ['address', 'districtCode'] as const) {
    if (authority[path] !== null) {
      context.addIssue({ code: 'custom', path: [path], message: directoryReasons['shelter-address'] });
    }
  }
});
export type AuthorityForm = z.infer<typeof authorityFormSchema>;

export const authoritySchema = authorityFields.extend({
  authorityId: authorityIdSchema,
  isActive: z.boolean(),
  /** Day of the last change. */
  changedOn: civilDateSchema,
  version: versionSchema,
});
export type Authority = z.infer<typeof authoritySchema>;

export const authorityChangeSchema = z.strictObject({
  changedBy: z.string(),
  changedAt: instantSchema,
  isFirst: z.boolean(),
  fields: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type AuthorityChange = z.infer<typeof authorityChangeSchema>;
