/** What goes along with the «casos a cargo» of somebody: read before another person takes them. */
import { codesOf } from '../platform/codes-of.ts';
import { reading } from '../platform/contract.ts';
import { civilDateSchema, timeOfDaySchema } from '../platform/dates.ts';
import { staffIdSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';

export const caseloadLabels = {
  steps: 'Acciones del plan a su nombre',
  visits: 'Citas y visitas',
  hearings: 'Audiencias a las que va',
  terms: 'Plazos de sus casos',
  calls: 'Llamadas por repetir',
} as const;
export type CaseloadKind = keyof typeof caseloadLabels;
export const caseloadKinds = codesOf(caseloadLabels);

const nextSchema = z.strictObject({ on: civilDateSchema, time: timeOfDaySchema.nullable() });

export const caseloadContract = {
  /** Counts and next days alone: no ficha and no name. What is reserved goes along with nobody, and is not counted. */
  readCaseload: reading({
    input: z.strictObject({ staffId: staffIdSchema }),
    output: z.strictObject({
      /** Held by name; those of the service are the substitute's already. */
      cases: z.int(),
      lines: z.array(
        z.strictObject({ kind: z.enum(caseloadKinds), label: z.string(), count: z.int(), next: nextSchema.nullable() }),
      ),
    }),
    permission: 'caseload.cover',
    audit: 'caseload.read',
  }),
} as const;
