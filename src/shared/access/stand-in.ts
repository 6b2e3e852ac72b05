/** Somebody can always stand in (D3, D4): Reemplazo of «casos a cargo», Encargatura of Coordinación, the recovery key. */
import { addDays, civilDateSchema, instantSchema, type CivilDate } from '../platform/dates.ts';
import { idSchema, proposalIdSchema, staffIdSchema, versionSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import { isProfessional, services, servicesOf, type Role, type Service, type StaffState } from './codes.ts';
import type { StaffMember } from './schema.ts';

/** Days of a Reemplazo at most, both ends counted (D3). */
export const mostCoverDays = 30;
/** Days of an Encargatura at most: three months, then it is decided anew. */
export const mostActingDays = 90;

export const coverReasonLabels = {
  vacation: 'Vacaciones',
  medicalLeave: 'Descanso médico',
  leave: 'Licencia o permiso',
  mission: 'Comisión de servicio',
  training: 'Capacitación',
  left: 'Dejó el centro',
  other: 'Otro',
} as const;
export type CoverReason = keyof typeof coverReasonLabels;

export const coverIdSchema = idSchema('CoverId');
export const actingIdSchema = idSchema('ActingId');
export const noticeIdSchema = idSchema('NoticeId');

/** Somebody of the staff, chosen in a form. */
const chosenSchema = z.uuid({ error: 'Elija a la persona.' }).brand<'StaffId'>();

const periodShape = { fromOn: civilDateSchema, untilOn: civilDateSchema };

export const coverFormSchema = z.strictObject({
  absentId: chosenSchema,
  substituteId: chosenSchema,
  ...periodShape,
  /** From the list; words only with `other` (D6). */
  reason: z
    .strictObject({ code: oneOf(coverReasonLabels, { error: 'Elija el motivo.' }), words: cleanedText(120).nullable() })
    .refine(({ code, words }) => (code === 'other') === (words !== null), {
      error: 'Escriba el motivo.',
      path: ['words'],
    }),
});
export type CoverForm = z.infer<typeof coverFormSchema>;

export const actingFormSchema = z.strictObject({
  /** Who is put in charge. */
  staffId: chosenSchema,
  ...periodShape,
  memorandum: cleanedText(60),
});
export type ActingForm = z.infer<typeof actingFormSchema>;

/** What was typed of the paper: `O` and `I` are read as digits, spaces and hyphens do not count. */
export const typedRecoveryKeySchema = z.string().min(1, { error: 'Escriba la clave de recuperación.' }).max(200);

export const standInStateLabels = {
  planned: 'Por empezar',
  running: 'Vigente',
  ended: 'Terminado',
} as const;
export type StandInState = keyof typeof standInStateLabels;

const lineShape = {
  ...periodShape,
  state: oneOf(standInStateLabels),
  /** When it was ended before its day; null for one that ended by itself or has not ended. */
  endedAt: instantSchema.nullable(),
  mayEnd: z.boolean(),
  version: versionSchema,
};

export const coverLineSchema = z.strictObject({
  id: coverIdSchema,
  absentName: z.string(),
  substituteName: z.string(),
  service: z.enum(services),
  /** As the list says it, or as written for «Otro». */
  reason: z.string(),
  ...lineShape,
});
export type CoverLine = z.infer<typeof coverLineSchema>;

export const actingLineSchema = z.strictObject({
  id: actingIdSchema,
  name: z.string(),
  memorandum: z.string(),
  proposedBy: z.string(),
  approvedBy: z.string(),
  /** The recovery key stood for Coordinación, who was away. */
  withRecoveryKey: z.boolean(),
  ...lineShape,
});
export type ActingLine = z.infer<typeof actingLineSchema>;

export const recoveryKeyActLabels = {
  approval: 'Aprobación',
  'staff-disable': 'Retiro de acceso',
  rotation: 'Cambio de la llave del archivo',
} as const;
export type RecoveryKeyAct = keyof typeof recoveryKeyActLabels;

export const recoveryKeyPurposeSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('approval'), proposalId: proposalIdSchema }),
  z.strictObject({ act: z.literal('staff-disable'), staffId: staffIdSchema }),
]);
export type RecoveryKeyPurpose = z.infer<typeof recoveryKeyPurposeSchema>;

/** One use of the recovery key, for whoever inspects the centre next. */
export const recoveryKeyUseSchema = z.strictObject({
  usedAt: instantSchema,
  usedBy: z.string(),
  act: oneOf(recoveryKeyActLabels),
  /** What was decided with it, in one sentence. */
  summary: z.string(),
});
export type RecoveryKeyUse = z.infer<typeof recoveryKeyUseSchema>;

/** Something each person is told once, until the person says that it was read. */
export const noticeSchema = z.strictObject({ id: noticeIdSchema, words: z.string(), raisedAt: instantSchema });
export type Notice = z.infer<typeof noticeSchema>;

type Period = { readonly fromOn: CivilDate; readonly untilOn: CivilDate };

/** Where a period stands on a day; `endedAt` is set when somebody ended it early. */
export function standInState(period: Period & { readonly endedAt: string | null }, today: CivilDate): StandInState {
  if (period.endedAt !== null || period.untilOn < today) return 'ended';
  return period.fromOn > today ? 'planned' : 'running';
}

const overlaps = (one: Period, other: Period) => one.fromOn <= other.untilOn && other.fromOn <= one.untilOn;

/** A field and the reason why it is refused; the words of the reason stand in `labels.ts`. */
export type StandInProblem<Reason extends string> = { readonly path: string; readonly reason: Reason } | null;

type PeriodReason = 'period-order' | 'period-past' | 'period-too-long';

function periodProblem(period: Period, today: CivilDate, most: number): StandInProblem<PeriodReason> {
  if (period.fromOn < today) return { path: 'fromOn', reason: 'period-past' };
  if (period.untilOn < period.fromOn) return { path: 'untilOn', reason: 'period-order' };
  if (period.untilOn > addDays(period.fromOn, most - 1)) return { path: 'untilOn', reason: 'period-too-long' };
  return null;
}

type Person = { readonly id: string; readonly roles: readonly Role[]; readonly state: StaffState };

/** The service in which one can stand in for the other; null when they share none. */
export function sharedService(one: readonly Role[], other: readonly Role[]): Service | null {
  return servicesOf(one).find((service) => servicesOf(other).includes(service)) ?? null;
}

export type CoverReasonRefused =
  | PeriodReason
  | 'cover-self'
  | 'cover-other-service'
  | 'cover-disabled'
  | 'cover-overlaps';

/**
 * Why a Reemplazo cannot be recorded; null when it can. Somebody whose access was taken away may still be replaced, not
 * replace.
 *
 * @param standing Reemplazos of the same absent person that did not end.
 */
export function coverProblem(
  form: CoverForm,
  known: { readonly absent: Person; readonly substitute: Person; readonly standing: readonly Period[] },
  today: CivilDate,
): StandInProblem<CoverReasonRefused> {
  const { absent, substitute, standing } = known;
  if (absent.id === substitute.id) return { path: 'substituteId', reason: 'cover-self' };
  if (substitute.state !== 'active') return { path: 'substituteId', reason: 'cover-disabled' };
  if (sharedService(absent.roles, substitute.roles) === null)
    return { path: 'substituteId', reason: 'cover-other-service' };
  const wrong = periodProblem(form, today, mostCoverDays);
  if (wrong !== null) return wrong;
  return standing.some((one) => overlaps(one, form)) ? { path: 'fromOn', reason: 'cover-overlaps' } : null;
}

export type ActingReasonRefused =
  | Exclude<PeriodReason, 'period-too-long'>
  | 'acting-too-long'
  | 'acting-disabled'
  | 'acting-not-professional'
  | 'acting-coordinator-already'
  | 'acting-overlaps'
  | 'acting-own';

/**
 * Why an Encargatura cannot be proposed or approved; null when it can.
 *
 * @param known.standing Encargaturas that did not end, with who is in charge.
 * @param known.askedBy Who proposes: nobody in charge prolongs the own Encargatura.
 */
export function actingProblem(
  form: ActingForm,
  known: {
    readonly person: Person;
    readonly standing: readonly (Period & { readonly staffId: string })[];
    readonly askedBy: string;
  },
  today: CivilDate,
): StandInProblem<ActingReasonRefused> {
  const { person, standing, askedBy } = known;
  const isInCharge = standing.some(
    (one) => one.staffId === person.id && standInState({ ...one, endedAt: null }, today) === 'running',
  );
  if (isInCharge && askedBy === person.id) return { path: 'staffId', reason: 'acting-own' };
  if (person.state !== 'active') return { path: 'staffId', reason: 'acting-disabled' };
  if (person.roles.includes('coordinator')) return { path: 'staffId', reason: 'acting-coordinator-already' };
  if (!isProfessional(person.roles)) return { path: 'staffId', reason: 'acting-not-professional' };
  const wrong = periodProblem(form, today, mostActingDays);
  if (wrong?.reason === 'period-too-long') return { path: wrong.path, reason: 'acting-too-long' };
  if (wrong !== null) return { path: wrong.path, reason: wrong.reason };
  return standing.some((one) => overlaps(one, form)) ? { path: 'fromOn', reason: 'acting-overlaps' } : null;
}

/** A proposal as far as it says who may decide it. */
export type ToDecide = {
  readonly proposedBy: string;
  readonly subjectId: string | null;
  /**
   * `second`: only the recovery key decides, and it is the second person. `coordinator`: the key stands for
   * Coordinación, who is away, and a second person decides with it. Null: no key is asked.
   */
  readonly key: 'second' | 'coordinator' | null;
};

/** `with-key`: only after the recovery key was typed for it. */
export type WayToDecide = 'freely' | 'with-key' | 'second-person' | 'party-to-act' | 'own-proposal';

/**
 * How a person may decide a proposal (D4): any other professional who is not a party to the act. Where nobody else
 * could, the recovery key stands in for the second person.
 *
 * @param hasOther Somebody else could be the second person.
 */
export function wayToDecide(
  person: { readonly id: string; readonly roles: readonly Role[] },
  { proposedBy, subjectId, key }: ToDecide,
  hasOther: boolean,
): WayToDecide {
  if (!isProfessional(person.roles)) return 'second-person';
  if (proposedBy === person.id) return key === 'second' || !hasOther ? 'with-key' : 'own-proposal';
  if (subjectId === person.id) return 'party-to-act';
  return key === null ? 'freely' : 'with-key';
}

/** People who could be the second person of a proposal; Coordinación is away where the key stands for it. */
export function couldSecond(
  staff: readonly Pick<StaffMember, 'id' | 'roles' | 'state'>[],
  proposal: ToDecide,
): string[] {
  return staff
    .filter(({ state, roles }) => state === 'active' && isProfessional(roles))
    .filter(({ id }) => id !== proposal.proposedBy && id !== proposal.subjectId)
    .filter(({ roles }) => proposal.key !== 'coordinator' || !roles.includes('coordinator'))
    .map(({ id }) => id);
}

/** Professionals with access that a centre keeps, so that one can always second the other. */
export const fewestProfessionals = 2;

export type DisableRefused = 'disable-self' | 'last-coordinator' | 'last-approver';

/**
 * Why a person's access cannot be taken away at once (security design §5.2: by one person, immediately); null when it
 * can. `last-approver` is lifted by the recovery key, so that a small centre can also let somebody go.
 */
export function disableProblem(
  staff: readonly Pick<StaffMember, 'id' | 'roles' | 'state'>[],
  { staffId, by }: { readonly staffId: string; readonly by: string },
): DisableRefused | null {
  if (staffId === by) return 'disable-self';
  const leaving = staff.find(({ id }) => id === staffId);
  const staying = staff.filter(({ id, state }) => state === 'active' && id !== staffId);
  const has = (role: Role) => staying.some(({ roles }) => roles.includes(role));
  if (leaving?.roles.includes('coordinator') === true && !has('coordinator')) return 'last-coordinator';
  const professionals = staying.filter(({ roles }) => isProfessional(roles)).length;
  return leaving !== undefined && isProfessional(leaving.roles) && professionals < fewestProfessionals
    ? 'last-approver'
    : null;
}
