/** Standing in for somebody, the recovery key as second person, a forgotten password, and what each person is told. */
import { approving, changing, reading } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { fileHandleSchema, proposalIdSchema, staffIdSchema, versionSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { roleSchema } from './schema.ts';
import {
  actingFormSchema,
  actingIdSchema,
  actingLineSchema,
  coverFormSchema,
  coverIdSchema,
  coverLineSchema,
  noticeIdSchema,
  noticeSchema,
  recoveryKeyPurposeSchema,
  recoveryKeyUseSchema,
  typedRecoveryKeySchema,
} from './stand-in.ts';

export const standInContract = {
  /** Who replaces whom, who is in charge of Coordinación, and where the recovery key was used. */
  listStandIns: reading({
    output: z.strictObject({
      /** Newest first, like the two lists below. */
      covers: z.array(coverLineSchema),
      acting: z.array(actingLineSchema),
      keyUses: z.array(recoveryKeyUseSchema),
    }),
    permission: 'staff.read',
    audit: 'standIn.listed',
  }),
  /** Names for the forms of who is no Coordinación: people with access, and who could be put in charge. */
  listStaffNames: reading({
    output: z.strictObject({
      staff: z.array(z.strictObject({ id: staffIdSchema, fullName: z.string(), roles: z.array(roleSchema) })),
    }),
    permission: 'staff.readNames',
    audit: 'staff.namesListed',
  }),
  startCover: changing({
    input: z.strictObject({ form: coverFormSchema }),
    output: z.strictObject({ coverId: coverIdSchema }),
    permission: 'caseload.cover',
    audit: 'cover.started',
  }),
  /** From now on; what was written meanwhile stays. */
  endCover: changing({
    input: z.strictObject({ coverId: coverIdSchema, version: versionSchema }),
    permission: 'caseload.cover',
    audit: 'cover.ended',
  }),
  /** By Coordinación beforehand; by another professional for when Coordinación is away, decided with the recovery key. */
  proposeActing: changing({
    input: z.strictObject({ form: actingFormSchema }),
    output: z.strictObject({ proposalId: proposalIdSchema }),
    permission: 'acting.propose',
    audit: 'acting.proposed',
  }),
  approveActing: approving({
    output: z.strictObject({ actingId: actingIdSchema }),
    audit: 'acting.approved',
    approves: 'acting-coordinator',
  }),
  endActing: changing({
    input: z.strictObject({ actingId: actingIdSchema, version: versionSchema }),
    permission: 'acting.end',
    audit: 'acting.ended',
  }),
  /** Coordinación, for somebody who forgot the password. */
  proposeAccessReset: changing({
    input: z.strictObject({ staffId: staffIdSchema }),
    output: z.strictObject({ proposalId: proposalIdSchema }),
    permission: 'staff.resetAccess',
    audit: 'staff.resetProposed',
  }),
  /** Any professional, for the only coordinator: decided with the recovery key (D4). */
  proposeCoordinatorReset: changing({
    input: z.strictObject({ staffId: staffIdSchema }),
    output: z.strictObject({ proposalId: proposalIdSchema }),
    permission: 'staff.resetCoordinator',
    audit: 'staff.resetProposed',
  }),
  approveAccessReset: approving({
    output: z.strictObject({
      staffId: staffIdSchema,
      /** Handed over in person; its owner sets a password of her own with it. */
      oneTimeCode: z.string(),
      /** Last moment at which the code opens. */
      validUntil: instantSchema,
      /** The same on one page. */
      sheet: fileHandleSchema,
    }),
    audit: 'staff.accessReset',
    approves: 'staff-access-reset',
  }),
  /**
   * The recovery key instead of a second person, where there is none (D4). Good for ten minutes, for this act and this
   * person; listed for the next inspection.
   */
  standInWithRecoveryKey: changing({
    input: z.strictObject({ recoveryKey: typedRecoveryKeySchema, purpose: recoveryKeyPurposeSchema }),
    permission: 'recoveryKey.standIn',
    audit: 'approval.recoveryKeyStoodIn',
    passwordAgain: true,
  }),
  listMyNotices: reading({
    output: z.strictObject({ notices: z.array(noticeSchema) }),
    permission: 'anyone-signed-in',
    audit: { none: 'own notices, read with every screen' },
  }),
  acknowledgeNotice: changing({
    input: z.strictObject({ noticeId: noticeIdSchema }),
    permission: 'anyone-signed-in',
    audit: 'notice.acknowledged',
  }),
} as const;
