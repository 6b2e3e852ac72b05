/** Signing in, staff, and the queue of approvals. */
import { procedure, nothing } from '../platform/contract.ts';
import { proposalIdSchema, staffIdSchema, versionSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { pauseContract } from './pause-contract.ts';
import {
  loginSchema,
  passwordSchema,
  proposalSchema,
  sessionViewSchema,
  staffChangeSchema,
  staffDetailsSchema,
  staffMemberSchema,
} from './schema.ts';

export const accessContract = {
  signIn: procedure({
    input: z.strictObject({
      login: loginSchema,
      password: passwordSchema,
      /** «Seguir aquí»: the own session that is open elsewhere ends, and this one begins. */
      takeOver: z.boolean().default(false),
    }),
    output: sessionViewSchema,
    permission: 'anyone',
    audit: 'session.start',
    changes: false,
    phases: ['founding', 'ready'],
  }),
  /** Full lock of this session, whatever the disk does; the last one closes the database. */
  lock: procedure({
    input: z.strictObject({ why: z.enum(['asked', 'idle']) }),
    output: nothing,
    permission: 'anyone-signed-in',
    audit: { none: 'every end of a session, this one too, is written after it: session.lock' },
    changes: false,
    fromMemory: true,
    whilePaused: true,
    phases: ['founding', 'ready'],
  }),
  /** Says that somebody is at the keyboard, so that the idle lock does not fall while reading. */
  keepSession: procedure({
    input: nothing,
    output: nothing,
    permission: 'anyone-signed-in',
    audit: { none: 'sign of life without data' },
    changes: false,
    phases: ['founding', 'ready'],
  }),
  ...pauseContract,
  suggestPassphrase: procedure({
    input: z.strictObject({ words: z.literal([4, 5]) }),
    output: z.strictObject({ passphrase: z.string() }),
    permission: 'anyone',
    audit: { none: 'random words, no data' },
    changes: false,
    phases: ['empty', 'founding', 'ready'],
  }),
  changeOwnPassphrase: procedure({
    input: z.strictObject({ newPassphrase: passwordSchema }),
    output: nothing,
    permission: 'anyone-signed-in',
    audit: 'staff.passphraseChanged',
    changes: true,
    passwordAgain: true,
    phases: ['founding', 'ready'],
  }),
  listStaff: procedure({
    input: nothing,
    output: z.strictObject({ staff: z.array(staffMemberSchema) }),
    permission: 'staff.read',
    audit: 'staff.listed',
    changes: false,
    phases: ['founding', 'ready'],
  }),
  /** Enters the first staff, by the founder alone, before the centre is in use. */
  addFirstStaff: procedure({
    input: z.strictObject({ details: staffDetailsSchema, passphrase: passwordSchema }),
    output: z.strictObject({ staffId: staffIdSchema }),
    permission: 'staff.create',
    audit: 'staff.created',
    changes: true,
    phases: ['founding'],
  }),
  proposeStaffChange: procedure({
    input: z.strictObject({ staffChange: staffChangeSchema }),
    output: z.strictObject({ proposalId: proposalIdSchema }),
    permission: 'staff.create',
    audit: 'staff.changeProposed',
    changes: true,
  }),
  approveStaffChange: procedure({
    input: z.strictObject({ proposalId: proposalIdSchema }),
    output: z.strictObject({
      staffId: staffIdSchema,
      /** Given once to hand over in person; its owner must change it at the first sign-in. Null for a role change. */
      oneTimePassphrase: z.string().nullable(),
    }),
    permission: 'proposal.decide',
    audit: 'staff.changeApproved',
    changes: true,
    passwordAgain: true,
    approves: 'staff-change',
  }),
  /** Acts on the next call of that person. */
  disableStaff: procedure({
    input: z.strictObject({ staffId: staffIdSchema, version: versionSchema }),
    output: staffMemberSchema,
    permission: 'staff.disable',
    audit: 'staff.disabled',
    changes: true,
  }),
  listProposals: procedure({
    input: nothing,
    output: z.strictObject({ proposals: z.array(proposalSchema) }),
    permission: 'proposal.decide',
    audit: 'proposal.listed',
    changes: false,
  }),
  declineProposal: procedure({
    input: z.strictObject({ proposalId: proposalIdSchema }),
    output: proposalSchema,
    permission: 'proposal.decide',
    audit: 'proposal.declined',
    changes: true,
  }),
} as const;
