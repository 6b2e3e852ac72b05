/** The names of the centre while they are typed: what is chosen from a list is chosen by the person, never preset. */
import {
  centreDetailsSchema,
  centreFields,
  shippedNames,
  type Centre,
  type CentreDetails,
} from '../../../shared/centre/index.ts';
import { z } from '../../../shared/platform/zod.ts';
import { blankForm } from '../../../shared/record/index.ts';

export const newCentreSchema = centreDetailsSchema.safeExtend({
  isPractice: z.boolean({ error: 'Elija si el centro es real o de práctica.' }),
});
export type NewCentreDraft = z.infer<typeof newCentreSchema>;

export const blankCentre = { isPractice: null, ...blankForm<CentreDetails>(centreFields), ...shippedNames };

export function draftOf(centre: Centre): CentreDetails {
  // Only what can be typed: whatever else is told of a centre is no field of its form.
  return centreDetailsSchema.strip().parse(centre);
}
