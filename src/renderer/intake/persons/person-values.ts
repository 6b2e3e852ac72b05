import { personRecordSchema } from '../../../shared/people/index.ts';
import { z } from '../../../shared/platform/zod.ts';

/** The record under a name of its own, so that the fields of a person find it as in the other forms. */
export const personFormSchema = z.strictObject({ record: personRecordSchema });
export type PersonValues = z.input<typeof personFormSchema>;
export type ContactValues = PersonValues['record']['contacts'][number];
