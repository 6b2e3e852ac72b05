/** Standing in for somebody, the recovery key as second person, a forgotten password, and what each person is told. */
import { approving, changing, noAudit, proposing, readingAll } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { fileHandleSchema, staffIdSchema, versionSchema } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';
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
  listStandIns: readingAll('staff.read', 'standIn.listed', {
    /** Newest first, like the two lists below. */
    covers: z.array(coverLineSchema),
    acting: z.array(actingLineSchema),
    keyUses: z.array(recoveryKeyUseSchema),
  }),
  /** Names for the forms of who is no Coordinación: people with access, and who could be put in charge. */
  listStaffNames: readingAll('staff.readNames', 'staff.namesListed', {
    staff: listOf({ id: staffIdSchema, fullName: z.string(), roles: z.array(roleSchema) }),
  }),
  startCover: changing('caseload.cover', 'cover.started', {
    input: { form: coverFormSchema },
    output: { coverId: coverIdSchema },
  }),
  /** From now on; what was written meanwhile stays. */
  endCover: changing('caseload.cover', 'cover.ended', { input: { coverId: coverIdSchema, version: versionSchema } }),
  /** By Coordinación beforehand; by another professional for when Coordinación is away, decided with the recovery key. */
  proposeActing: proposing('acting.propose', 'acting.proposed', { input: { form: actingFormSchema } }),
  approveActing: approving('acting-coordinator', 'acting.approved', { actingId: actingIdSchema }),
  endActing: changing('acting.end', 'acting.ended', { input: { actingId: actingIdSchema, version: versionSchema } }),
  /** Coordinación, for somebody who forgot the password. */
  proposeAccessReset: proposing('staff.resetAccess', 'staff.resetProposed', { input: { staffId: staffIdSchema } }),
  /** Any professional, for the only coordinator: decided with the recovery key (D4). */
  proposeCoordinatorReset: proposing('staff.resetCoordinator', 'staff.resetProposed', {
    input: { staffId: staffIdSchema },
  }),
  approveAccessReset: approving('staff-access-reset', 'staff.accessReset', {
    staffId: staffIdSchema,
    /** Handed over in person; its owner sets a password of her own with it. */
    oneTimeCode: z.string(),
    /** Last moment at which the code opens. */
    validUntil: instantSchema,
    /** The same on one page. */
    sheet: fileHandleSchema,
  }),
  /**
   * The recovery key instead of a second person, where there is none (D4). Good for ten minutes, for this act and this
   * person; listed for the next inspection.
   */
  standInWithRecoveryKey: changing('recoveryKey.standIn', 'approval.recoveryKeyStoodIn', {
    input: { recoveryKey: typedRecoveryKeySchema, purpose: recoveryKeyPurposeSchema },
    passwordAgain: true,
  }),
  listMyNotices: readingAll('anyone-signed-in', noAudit('own notices, read with every screen'), {
    notices: z.array(noticeSchema),
  }),
  acknowledgeNotice: changing('anyone-signed-in', 'notice.acknowledged', { input: { noticeId: noticeIdSchema } }),
} as const;
