/** Appointments, visits to her home, hearings and next tries of a week; what clashes before it is saved. */
import { reading } from '../platform/contract.ts';
import { civilDateSchema, timeOfDaySchema } from '../platform/dates.ts';
import { caseIdSchema, staffIdSchema } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';

const agendaEntrySchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['visit', 'home', 'hearing', 'call']),
  on: civilDateSchema,
  time: timeOfDaySchema,
  /** Null for who may not read the case. */
  caseId: caseIdSchema.nullable(),
  number: z.string().nullable(),
  name: z.string().nullable(),
  /** Whose it is: one or two persons, or a service. */
  who: z.array(z.string()),
  isMine: z.boolean(),
  isMissed: z.boolean(),
});
export type AgendaEntry = z.infer<typeof agendaEntrySchema>;

export const agendaContract = {
  readAgenda: reading('appointment.read', 'agenda.read', {
    input: z.strictObject({
      /** Seven days from this one on. */
      from: civilDateSchema,
      whose: z.enum(['mine', 'centre']),
    }),
    output: z.strictObject({
      today: civilDateSchema,
      /** By their hour. */
      entries: z.array(agendaEntrySchema),
      /** How much of it each person has, the most first. */
      loads: listOf({ name: z.string(), count: z.int() }),
    }),
  }),
  /** What somebody of these could not attend beside it. */
  findAgendaClashes: reading('appointment.read', 'agenda.clashesRead', {
    input: z.strictObject({
      on: civilDateSchema,
      time: timeOfDaySchema,
      staffIds: z.array(staffIdSchema).min(1).max(2),
      travelMinutes: z.int().min(0).max(600),
    }),
    output: z.strictObject({
      clashes: listOf({
        kind: z.enum(['clash', 'travel']),
        what: z.enum(['visit', 'hearing']),
        time: timeOfDaySchema,
        person: z.string(),
      }),
    }),
  }),
} as const;
