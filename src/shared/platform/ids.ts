/** Branded identifiers. Made only by `newId` of a unit of work or parsed by a schema; never renumbered, never re-used. */
import { leavingNameSchema } from './file-names.ts';
import { z } from './zod.ts';

/** Schema of one entity's id: a UUID that cannot be mixed up with another entity's. */
export function idSchema<Brand extends string>(_brand: Brand) {
  return z.uuid().brand<Brand>();
}

/** Of a row: the table says whose it is. */
export type Id<Brand extends string> = string & z.$brand<Brand>;

export const staffIdSchema = idSchema('StaffId');
export type StaffId = z.infer<typeof staffIdSchema>;

export const caseIdSchema = idSchema('CaseId');
export type CaseId = z.infer<typeof caseIdSchema>;
/** With what a procedure about one ficha is called. */
export const ofCase = { caseId: caseIdSchema };

export const personIdSchema = idSchema('PersonId');
export type PersonId = z.infer<typeof personIdSchema>;

export const arrivalIdSchema = idSchema('ArrivalId');
export type ArrivalId = z.infer<typeof arrivalIdSchema>;

export const proposalIdSchema = idSchema('ProposalId');
export type ProposalId = z.infer<typeof proposalIdSchema>;

export const documentIdSchema = idSchema('DocumentId');
export type DocumentId = z.infer<typeof documentIdSchema>;

/** A file kept in memory for one session; fetched in pieces by `readFile`. */
export const fileHandleSchema = z.strictObject({
  id: z.uuid().brand<'FileHandle'>(),
  /** Suggested name: never a person's name, never a path. */
  name: leavingNameSchema,
  mediaType: z.string(),
  size: z.int().nonnegative(),
});
export type FileHandle = z.infer<typeof fileHandleSchema>;

/** Version of a record: 1 at its first save, +1 at each change. A save states the version it read. */
export const versionSchema = z.int().positive();
