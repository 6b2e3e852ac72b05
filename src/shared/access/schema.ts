/** Staff, sessions and proposals as they travel; the forms and the services read these. */
import { instantSchema } from '../platform/dates.ts';
import { troubleSchema } from '../platform/troubles.ts';
import { caseIdSchema, proposalIdSchema, staffIdSchema, versionSchema } from '../platform/ids.ts';
import { oneOf, z } from '../platform/zod.ts';
import { valuesSchema, type Fields } from '../record/index.ts';
import { isCounterpart, proposalLabels, proposalStateLabels, roles, staffStateLabels } from './codes.ts';

const login = /^[a-z][a-z0-9.]{2,19}$/;
const loginWords = 'Use de 3 a 20 letras minúsculas, números o puntos, sin espacios.';

/** Short alias typed to enter; stands in clear in the keyring, so never a full name. */
export const loginSchema = z.string().trim().toLowerCase().regex(login, { error: loginWords });

/** Typed secrets: no trimming, no cut; the strength rules stand in `password.ts`. */
export const passwordSchema = z.string().min(1).max(1000);

export const roleSchema = z.enum(roles);

export const staffFields = {
  fullName: {
    ...{ kind: 'text', label: 'Nombres y apellidos', max: 80, required: true },
    missing: 'Escriba los nombres y apellidos.',
  },
  login: {
    ...{ kind: 'text', label: 'Usuario', max: 30, of: 'code', letters: 'small', required: true },
    hint: 'Para entrar. De 3 a 20 letras minúsculas, números o puntos; no use el nombre completo.',
    missing: 'Escriba el usuario.',
    check: { isRight: (text) => login.test(text), words: loginWords },
  },
  profession: {
    ...{ kind: 'text', label: 'Profesión', max: 60 },
    hint: 'Como va bajo la firma: «Psicóloga», «Abogado».',
  },
  college: { kind: 'text', label: 'Colegio profesional', max: 80 },
  collegeNumber: { kind: 'text', label: 'Número de colegiatura', max: 20 },
} as const satisfies Fields;

export const staffDetailsSchema = valuesSchema(staffFields).safeExtend({
  roles: z
    .array(roleSchema)
    .min(1, { error: 'Elija al menos una función.' })
    .max(3)
    // Whoever is of another institution is nobody of the centre.
    .refine((all) => all.length === 1 || !all.some(isCounterpart), {
      error: 'Una contraparte no tiene otra función.',
    }),
});
export type StaffDetails = z.infer<typeof staffDetailsSchema>;

export const staffMemberSchema = z.strictObject({
  ...staffDetailsSchema.shape,
  id: staffIdSchema,
  state: oneOf(staffStateLabels),
  version: versionSchema,
});
export type StaffMember = z.infer<typeof staffMemberSchema>;

export const sessionViewSchema = z.strictObject({
  /** Token to send with every call; lives in memory only. */
  token: z.string(),
  staff: staffMemberSchema,
  /** Actions that any of the roles may ever do: for hiding what cannot be used, never for protecting. */
  actions: z.array(z.string()),
  centreName: z.string(),
  isPractice: z.boolean(),
  isReadOnly: z.boolean(),
  /** What was found when the record was opened, until it is settled. */
  troubles: z.array(troubleSchema),
  mustChangePassword: z.boolean(),
  /** Minutes without use before «Pausa» or the full lock. */
  idleMinutes: z.int(),
  /** Whether F12 and idle give «Pausa»: there is a PIN, and the centre allows it. */
  canPause: z.boolean(),
  expiresAt: instantSchema,
});
export type SessionView = z.infer<typeof sessionViewSchema>;

export const staffChangeSchema = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('create'), details: staffDetailsSchema }),
  z.strictObject({
    change: z.literal('roles'),
    staffId: staffIdSchema,
    version: versionSchema,
    roles: staffDetailsSchema.shape.roles,
  }),
  /** Gives somebody the access back that was taken away, with the same login. */
  z.strictObject({ change: z.literal('reactivate'), staffId: staffIdSchema, version: versionSchema }),
]);
export type StaffChange = z.infer<typeof staffChangeSchema>;

export const proposalSchema = z.strictObject({
  id: proposalIdSchema,
  kind: oneOf(proposalLabels),
  /** One sentence for the approver («Cierre de octubre de 2026»). */
  summary: z.string(),
  proposedBy: z.string(),
  proposedAt: instantSchema,
  state: oneOf(proposalStateLabels),
  decidedBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  /** Why it was declined; null for any other end. */
  reason: z.string().nullable(),
  /** The ficha on whose page it is decided; null where it is decided in the list. */
  caseId: caseIdSchema.nullable(),
  /** Whether the reader may decide it: another professional than the proposer, or with the recovery key (D4). */
  canDecide: z.boolean(),
  /** The reader decides only after typing the recovery key. */
  needsRecoveryKey: z.boolean(),
});
export type Proposal = z.infer<typeof proposalSchema>;
