/** The names of the centre while they are typed: what is chosen from a list is chosen by the person, never preset. */
import {
  centreCategories,
  centreDetailsSchema,
  shippedNames,
  type Centre,
  type CentreDetails,
} from '../../../shared/centre/index.ts';
import { z } from '../../../shared/platform/zod.ts';

/** Says which fact is missing: in the list of what to mend nobody sees the field beside the words. */
function asked<Schema extends z.ZodType<string, string>>(schema: Schema, error: string) {
  return z
    .string()
    .refine((text) => text.trim() !== '', { error })
    .pipe(schema);
}

export const centreDraftSchema = centreDetailsSchema.extend({
  name: asked(centreDetailsSchema.shape.name, 'Escriba el nombre del centro.'),
  code: asked(centreDetailsSchema.shape.code, 'Escriba el código del centro.'),
  proceduralAddress: asked(centreDetailsSchema.shape.proceduralAddress, 'Escriba el domicilio procesal.'),
  category: z
    .enum(centreCategories)
    .nullable()
    .refine((category): boolean => category !== null, { error: 'Elija una categoría.' }),
});
export type CentreDraft = z.infer<typeof centreDraftSchema>;

export const newCentreSchema = centreDraftSchema.extend({
  isPractice: z
    .boolean()
    .nullable()
    .refine((isPractice): boolean => isPractice !== null, { error: 'Elija si el centro es real o de práctica.' }),
});
export type NewCentreDraft = z.infer<typeof newCentreSchema>;

export const blankCentre: NewCentreDraft = {
  isPractice: null,
  name: '',
  code: '',
  districtCode: '',
  category: null,
  ministry: shippedNames.ministry,
  programme: shippedNames.programme,
  proceduralAddress: '',
  acronym: null,
  phone: null,
  yearSlogan: null,
};

export const centreOrder = [
  'isPractice',
  'name',
  'code',
  'districtCode',
  'category',
  'proceduralAddress',
  'acronym',
  'phone',
  'ministry',
  'programme',
  'yearSlogan',
];

/** The checked draft as it travels; null while the category is not chosen. */
export function centreDetailsOf(draft: CentreDraft): CentreDetails | null {
  const { category } = draft;
  if (category === null) return null;
  const { name, code, districtCode, ministry, programme, proceduralAddress, acronym, phone, yearSlogan } = draft;
  return { name, code, districtCode, category, ministry, programme, proceduralAddress, acronym, phone, yearSlogan };
}

export function draftOf(centre: Centre): CentreDraft {
  const { isPractice: _mark, version: _version, validFrom: _since, ...details } = centre;
  return details;
}
