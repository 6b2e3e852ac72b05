/** Signing in, staff, and the queue of approvals. */
import { approving, changing, noAudit, proposing, reading, readingAll } from '../platform/contract.ts';
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

const endIsWritten = noAudit('every end of a session, this one too, is written after it: session.lock');

export const accessContract = {
  signIn: reading('anyone', 'session.start', {
    input: {
      login: loginSchema,
      password: passwordSchema,
      /** «Seguir aquí»: the own session that is open elsewhere ends, and this one begins. */
      takeOver: z.boolean().default(false),
    },
    output: sessionViewSchema,
    phases: ['founding', 'ready'],
  }),
  /** Full lock of this session, whatever the disk does; the last one closes the database. */
  lock: reading('anyone-signed-in', endIsWritten, {
    input: { why: z.enum(['asked', 'idle']) },
    fromMemory: true,
    whilePaused: true,
    phases: ['founding', 'ready'],
  }),
  /** Says that somebody is at the keyboard, so that the idle lock does not fall while reading. */
  keepSession: reading('anyone-signed-in', noAudit('sign of life without data'), { phases: ['founding', 'ready'] }),
  ...pauseContract,
  suggestPassphrase: reading('anyone', noAudit('random words, no data'), {
    input: { words: z.literal([4, 5]) },
    output: { passphrase: z.string() },
    phases: ['empty', 'founding', 'ready'],
  }),
  changeOwnPassphrase: changing('anyone-signed-in', 'staff.passphraseChanged', {
    input: { newPassphrase: passwordSchema },
    passwordAgain: true,
    phases: ['founding', 'ready'],
  }),
  listStaff: reading('staff.read', 'staff.listed', {
    output: { staff: z.array(staffMemberSchema) },
    phases: ['founding', 'ready'],
  }),
  /** Enters the first staff, by the founder alone, before the centre is in use. */
  addFirstStaff: changing('staff.create', 'staff.created', {
    input: { details: staffDetailsSchema, passphrase: passwordSchema },
    output: { staffId: staffIdSchema },
    phases: ['founding'],
  }),
  proposeStaffChange: proposing('staff.create', 'staff.changeProposed', { input: { staffChange: staffChangeSchema } }),
  approveStaffChange: approving('staff-change', 'staff.changeApproved', {
    staffId: staffIdSchema,
    /** Given once to hand over in person; its owner must change it at the first sign-in. Null for a role change. */
    oneTimePassphrase: z.string().nullable(),
  }),
  /** Acts on the next call of that person. */
  disableStaff: changing('staff.disable', 'staff.disabled', {
    input: { staffId: staffIdSchema, version: versionSchema },
    output: staffMemberSchema,
  }),
  listProposals: readingAll('proposal.decide', 'proposal.listed', { proposals: z.array(proposalSchema) }),
  /** Why is read by who proposed it. */
  declineProposal: changing('proposal.decide', 'proposal.declined', {
    input: { proposalId: proposalIdSchema, reason: z.string().trim().min(1).max(300) },
    output: proposalSchema,
  }),
} as const;
