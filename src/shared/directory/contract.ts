/** The directory of authorities and services: empty at first, filled by the centre; no body is written into code. */
import { procedure } from '../platform/contract.ts';
import { versionSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { authorityKinds } from './codes.ts';
import { authorityChangeSchema, authorityFormSchema, authorityIdSchema, authoritySchema } from './schema.ts';

export const directoryContract = {
  /** Of these kinds, or all; those no longer used stand in the list with their mark. */
  listAuthorities: procedure({
    input: z.strictObject({ kinds: z.array(z.enum(authorityKinds)).max(authorityKinds.length).nullable() }),
    output: z.strictObject({ authorities: z.array(authoritySchema) }),
    permission: 'directory.read',
    audit: 'authority.listed',
    changes: false,
    failures: [],
  }),
  /** A new entry when `authorityId` is null, else a change of that version. */
  keepAuthority: procedure({
    input: z.strictObject({
      authorityId: authorityIdSchema.nullable(),
      version: versionSchema.nullable(),
      authority: authorityFormSchema,
    }),
    output: authoritySchema,
    permission: 'directory.write',
    audit: 'authority.kept',
    changes: true,
    failures: ['invalid', 'duplicate', 'not-found', 'conflict'],
  }),
  /** No longer offered; what was written to it keeps its words. `isActive` true takes it into use again. */
  retireAuthority: procedure({
    input: z.strictObject({ authorityId: authorityIdSchema, version: versionSchema, isActive: z.boolean() }),
    output: authoritySchema,
    permission: 'directory.write',
    audit: 'authority.retired',
    changes: true,
    failures: ['not-found', 'conflict', 'duplicate'],
  }),
  listAuthorityChanges: procedure({
    input: z.strictObject({ authorityId: authorityIdSchema }),
    output: z.strictObject({ changes: z.array(authorityChangeSchema) }),
    permission: 'directory.read',
    audit: 'authority.changesRead',
    changes: false,
    failures: ['not-found'],
  }),
} as const;
