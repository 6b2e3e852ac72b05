/**
 * What a procedure of the contract declares, and what travels between the window and the application.
 *
 * A host (Electron, loopback, direct call) moves a `Call` and brings back an `Envelope`; it knows nothing else.
 */
import { failureSchema, type Failure } from './failures.ts';
import { caseIdSchema, ofCase, proposalIdSchema } from './ids.ts';
import { z } from './zod.ts';

/** Why a procedure leaves no audit entry of its own; a test holds the list of these. */
export type NoAudit = { readonly none: string };
export const noAudit = (none: string): NoAudit => ({ none });

export type ProcedureSpec = {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /**
   * A row of the permission table, or who may call without one: `anyone` (before any sign-in) and
   * `anyone-signed-in`.
   */
  readonly permission: string;
  /** Audit action (`filing.issued`), written in the transaction of the commit, or the reason for none. */
  readonly audit: string | NoAudit;
  /** By `changing` or `reading`. */
  readonly changes: boolean;
  /** The input carries `caseId`, which `changing` and `reading` see: the gate checks relation, conflict and seals of that case. */
  readonly subject?: 'case';
  /** The caller types the own password again with this call. */
  readonly passwordAgain?: true;
  /**
   * Answered at once from memory, even while a long transaction runs: how far a work is, and stopping it. The roles are
   * those of the last call that reached the record.
   */
  readonly fromMemory?: true;
  /** Answered during «Pausa» of the session: coming back and ending, nothing else. */
  readonly whilePaused?: true;
  /** Decides a proposal of that kind, named by `proposalId`: never by its proposer (decision D4). */
  readonly approves?: string;
  /** A change that a read-only session may make: it ends that state. */
  readonly inReadOnly?: true;
  /** A closed ficha is only read. What it still takes: always, or as long as measures of it are in force. */
  readonly whileClosed?: 'always' | 'measures';
  /** Phases of the centre in which it may run; default `ready` only. */
  readonly phases?: readonly Phase[];
};

/**
 * Where the centre stands: no files yet; founded but the recovery key not yet typed back; in use.
 */
export const phases = ['empty', 'founding', 'ready'] as const;
export type Phase = (typeof phases)[number];

export type ContractSpec = Readonly<Record<string, ProcedureSpec>>;

/** Empty input or output. */
export const nothing = z.strictObject({});
/** A schema, or the fields of an object that has no others. */
type Fields = Readonly<Record<string, z.ZodType>>;
type Sayable = z.ZodType | Fields;
type SchemaOf<Given> = Given extends z.ZodType
  ? Given
  : Given extends Fields
    ? z.ZodObject<Given, z.core.$strict>
    : never;

type Said = Partial<Omit<ProcedureSpec, 'input' | 'output' | 'permission' | 'audit' | 'changes' | 'subject'>> & {
  readonly input?: Sayable;
  readonly output?: Sayable;
};
type Audit = ProcedureSpec['audit'];
type Whole<Spec, May, Leaves> = Omit<Spec, 'input' | 'output'> & {
  readonly input: Spec extends { readonly input: infer Given } ? SchemaOf<Given> : typeof nothing;
  readonly output: Spec extends { readonly output: infer Given } ? SchemaOf<Given> : typeof nothing;
  readonly permission: May;
  readonly audit: Leaves;
};

const schemaOf = (given: Sayable = nothing) => (given instanceof z.ZodType ? given : z.strictObject(given));

/** Whether each call names its case. One that may be left out (`default`) is the handler's own business. */
function namesCase(input: z.ZodType): boolean {
  const shape: Readonly<Record<string, unknown>> = input instanceof z.ZodObject ? input.shape : {};
  const { caseId } = shape;
  return caseId !== undefined && !(caseId instanceof z.ZodDefault);
}

function wholeOf<May extends string, Leaves extends Audit, Spec extends Said>(
  permission: May,
  audit: Leaves,
  said: Spec,
): Whole<Spec, May, Leaves> {
  const input = schemaOf(said.input);
  const spec = { ...said, input, output: schemaOf(said.output), permission, audit };
  return (namesCase(input) ? { ...spec, subject: 'case' } : spec) as unknown as Whole<Spec, May, Leaves>;
}

/**
 * Declares a procedure that only reads, keeping its exact types: the permission it asks for, the audit action it leaves
 * (or why none), and what else there is to say of it. See `docs/recipes.md` for a worked example.
 */
export function reading<const May extends string, const Leaves extends Audit, const Spec extends Said = object>(
  permission: May,
  audit: Leaves,
  spec = {} as Spec,
) {
  return { ...wholeOf(permission, audit, spec), changes: false as const };
}

/** The same for one to which nothing is said. `fields`: of its answer. */
export function readingAll<const May extends string, const Leaves extends Audit, Output extends Fields>(
  permission: May,
  audit: Leaves,
  output: Output,
) {
  return reading(permission, audit, { output });
}

/** The same for one of which the case is all that is said. */
export function readingCase<const May extends string, const Leaves extends Audit, Output extends Fields>(
  permission: May,
  audit: Leaves,
  output: Output,
) {
  return reading(permission, audit, { input: ofCase, output });
}

/** The same for one that changes the record: needs an idempotency key, refused in a read-only session. */
export function changing<const May extends string, const Leaves extends Audit, const Spec extends Said = object>(
  permission: May,
  audit: Leaves,
  spec = {} as Spec,
) {
  return { ...wholeOf(permission, audit, spec), changes: true as const };
}

/** The same for one that puts a proposal before another person; its answer names it. */
export function proposing<const May extends string, const Leaves extends Audit, const Spec extends Said>(
  permission: May,
  audit: Leaves,
  spec: Spec,
) {
  return changing(permission, audit, { ...spec, output: { proposalId: proposalIdSchema } });
}

/**
 * The same for one that decides a proposal of that kind, which asks for the password. `more`: what its input carries
 * besides `proposalId`.
 */
export function approving<
  const Kind extends string,
  const Leaves extends string,
  Output extends Sayable = typeof nothing,
  More extends Fields = { proposalId: typeof proposalIdSchema },
>(approves: Kind, audit: Leaves, output = nothing as Sayable as Output, more = {} as More) {
  const input = { proposalId: proposalIdSchema, ...more };
  return changing('proposal.decide', audit, { input, output, approves, passwordAgain: true });
}

export type InputOf<Spec extends ProcedureSpec> = z.output<Spec['input']>;
/** What a caller hands over: plain strings, branded by the gate's own parse. */
export type InputGivenOf<Spec extends ProcedureSpec> = z.input<Spec['input']>;
export type OutputOf<Spec extends ProcedureSpec> = z.output<Spec['output']>;

/** One message from a caller. JSON-safe. */
export const callSchema = z.strictObject({
  procedure: z.string().max(64),
  input: z.unknown(),
  /** Token of the session, null before sign-in. Never a global: two people may work at once (D1). */
  session: z.string().max(128).nullable(),
  /** Idempotency key of a change: the same key gives the first answer again, never a second record. */
  key: z.uuid().nullable(),
  /** The caller's password, only for procedures that ask for it again. */
  password: z.string().max(1000).nullable(),
});
export type Call = z.infer<typeof callSchema>;

export const envelopeSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    value: z.unknown(),
    /** It is stored; what follows it (a paper printed, a line of the register) failed. Null when nothing did. */
    after: failureSchema.nullable(),
  }),
  z.strictObject({ ok: z.literal(false), failure: failureSchema }),
]);
export type Envelope<Value = unknown> =
  | { ok: true; value: Value; after: Failure | null }
  | { ok: false; failure: Failure };

/** What the application tells a window without being asked. */
export const hostEventSchema = z.discriminatedUnion('kind', [
  /** All windows of that session show the blank page now. */
  z.strictObject({
    kind: z.literal('locked'),
    session: z.string(),
    why: z.enum(['asked', 'idle', 'system', 'expired', 'disabled', 'pause-over', 'pin', 'taken-over', 'keeper-gone']),
  }),
  /** The screen of this computer was locked: the session ends in a moment, what stands on the page is stored now. */
  z.strictObject({ kind: z.literal('lock-near') }),
  /**
   * Something that other windows show changed; says no more than what to ask for again. `work`: who has which case, and
   * what waits for whom.
   */
  z.strictObject({
    kind: z.literal('changed'),
    topic: z.enum(['reception', 'troubles', 'place', 'work', 'computers']),
  }),
  /** To windows that have that case open: it was changed by somebody else, or somebody came to it or left it. */
  z.strictObject({ kind: z.literal('case'), caseId: caseIdSchema, what: z.enum(['changed', 'people']) }),
  /** At a companion alone: the line to the computer that keeps the record. Times in milliseconds since 1970. */
  z.strictObject({
    kind: z.literal('line'),
    /** `closing`: the other program was closed in order. `refused`: it answers, and lets this computer in no more. */
    state: z.enum(['up', 'down', 'closing', 'refused']),
    /** Name of the computer that keeps the record. */
    keeper: z.string(),
    /** Null while it is up. */
    since: z.number().nullable(),
    nextTryAt: z.number().nullable(),
    /** Why it is refused; null otherwise. */
    why: z.enum(['revoked', 'older', 'newer', 'moved']).nullable(),
    /** Changes that have no answer yet: they are sent again until they have one. */
    unsent: z.int().nonnegative(),
  }),
  /** At a companion alone: a change that was sent again after the other program was started anew did not go in, and why. */
  z.strictObject({
    kind: z.literal('not-entered'),
    procedure: z.string(),
    code: z.string(),
    reason: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('progress'), task: z.string(), done: z.int(), total: z.int() }),
]);
export type HostEvent = z.infer<typeof hostEventSchema>;

export interface Transport {
  invoke(call: Call): Promise<Envelope>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: HostEvent) => void): () => void;
}

/** What the caller adds to an input when a procedure asks for it; the key is asked for only where something changes. */
export type CallOptions = {
  key?: string | (() => string);
  password?: string;
  /** Told when this was stored and what follows it failed. */
  onAfter?: (failure: Failure) => void;
};

/** A typed function per procedure; a failure is thrown as `ExpectedFailure`. */
export type Client<Contract extends ContractSpec> = {
  readonly [Name in keyof Contract]: (
    input: InputGivenOf<Contract[Name]>,
    options?: CallOptions,
  ) => Promise<OutputOf<Contract[Name]>>;
};
