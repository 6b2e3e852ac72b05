/** Signing in, staff, and the queue of approvals. */
import { approving, changing, reading } from '../platform/contract.ts';
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
  signIn: reading({
    input: z.strictObject({
      login: loginSchema,
      password: passwordSchema,
      /** «Seguir aquí»: the own session that is open elsewhere ends, and this one begins. */
      takeOver: z.boolean().default(false),
    }),
    output: sessionViewSchema,
    permission: 'anyone',
    audit: 'session.start',
    phases: ['founding', 'ready'],
  }),
  /** Full lock of this session, whatever the disk does; the last one closes the database. */
  lock: reading({
    input: z.strictObject({ why: z.enum(['asked', 'idle']) }),
    permission: 'anyone-signed-in',
    audit: { none: 'every end of a session, this one too, is written after it: session.lock' },
    fromMemory: true,
    whilePaused: true,
    phases: ['founding', 'ready'],
  }),
  /** Says that somebody is at the keyboard, so that the idle lock does not fall while reading. */
  keepSession: reading({
    permission: 'anyone-signed-in',
    audit: { none: 'sign of life without data' },
    phases: ['founding', 'ready'],
  }),
  ...pauseContract,
  suggestPassphrase: reading({
    input: z.strictObject({ words: z.literal([4, 5]) }),
    output: z.strictObject({ passphrase: z.string() }),
    permission: 'anyone',
    audit: { none: 'random words, no data' },
    phases: ['empty', 'founding', 'ready'],
  }),
  changeOwnPassphrase: changing({
    input: z.strictObject({ newPassphrase: passwordSchema }),
    permission: 'anyone-signed-in',
    audit: 'staff.passphraseChanged',
    passwordAgain: true,
    phases: ['founding', 'ready'],
  }),
  listStaff: reading({
    output: z.strictObject({ staff: z.array(staffMemberSchema) }),
    permission: 'staff.read',
    audit: 'staff.listed',
    phases: ['founding', 'ready'],
  }),
  /** Enters the first staff, by the founder alone, before the centre is in use. */
  addFirstStaff: changing({
    input: z.strictObject({ details: staffDetailsSchema, passphrase: passwordSchema }),
    output: z.strictObject({ staffId: staffIdSchema }),
    permission: 'staff.create',
    audit: 'staff.created',
    phases: ['founding'],
  }),
  proposeStaffChange: changing({
    input: z.strictObject({ staffChange: staffChangeSchema }),
    output: z.strictObject({ proposalId: proposalIdSchema }),
    permission: 'staff.create',
    audit: 'staff.changeProposed',
  }),
  approveStaffChange: approving({
    output: z.strictObject({
      staffId: staffIdSchema,
      /** Given once to hand over in person; its owner must change it at the first sign-in. Null for a role change. */
      oneTimePassphrase: z.string().nullable(),
    }),
    audit: 'staff.changeApproved',
    approves: 'staff-change',
  }),
  /** Acts on the next call of that person. */
  disableStaff: changing({
    input: z.strictObject({ staffId: staffIdSchema, version: versionSchema }),
    output: staffMemberSchema,
    permission: 'staff.disable',
    audit: 'staff.disabled',
  }),
  listProposals: reading({
    output: z.strictObject({ proposals: z.array(proposalSchema) }),
    permission: 'proposal.decide',
    audit: 'proposal.listed',
  }),
  /** Why is read by who proposed it. */
  declineProposal: changing({
    input: z.strictObject({ proposalId: proposalIdSchema, reason: z.string().trim().min(1).max(300) }),
    output: proposalSchema,
    permission: 'proposal.decide',
    audit: 'proposal.declined',
  }),
} as const;
