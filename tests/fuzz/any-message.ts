/** Messages as nobody should send them: near what a schema asks, bent in one place, or anything at all. */
import fc from 'fast-check';
import { contract } from '../../src/shared/contract.ts';
import type { ProcedureSpec } from '../../src/shared/platform/contract.ts';
import { z } from '../../src/shared/platform/zod.ts';
import { passphrase, staff, type Login } from '../support/start-application.ts';

export const procedures = Object.entries(contract) as [string, ProcedureSpec][];
export const logins = Object.keys(staff) as Login[];

/** Stands for an id the application gave before; which one is chosen when the message is sent. */
export type GivenId = { readonly givenId: number };
export function isGivenId(value: unknown): value is GivenId {
  return typeof value === 'object' && value !== null && typeof (value as GivenId).givenId === 'number';
}

export type Message = {
  readonly procedure: string;
  /** Null for somebody who never signed in. */
  readonly login: Login | null;
  readonly input: unknown;
  readonly hasKey: boolean;
  readonly password: string | null;
  /** Sent in place of the call, where the whole message is bent. */
  readonly whole: unknown;
};

const own = (key: string): unknown => JSON.parse(`{"${key}":{"polluted":true}}`);

const spice = fc.constantFrom<unknown>(
  '',
  '2026-06-10',
  '2026-06',
  "'; drop table case_file; --",
  '\u0000\ud800\u202e',
  'a'.repeat(5000),
  '%_\\',
  '(a+)+$',
  'NEAR( "*',
  '../../etc/passwd',
  'C:\\Windows\\x',
  '__proto__',
  -1,
  0,
  1,
  3,
  1e308,
  2 ** 53,
  Number.NaN,
  { kind: 'new' },
  [],
  {},
  null,
  true,
  own('__proto__'),
  own('constructor'),
);

const givenId = fc.nat({ max: 499 }).map((at): GivenId => ({ givenId: at }));
const garbage = fc.oneof({ weight: 3, arbitrary: spice }, { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) });

/** Values near what the schema asks, one in forty of each part anything at all: most messages get past the parse. */
function near(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 40, arbitrary: shaped(schema) }, { weight: 1, arbitrary: garbage });
}

/** What a pipe asks for; where anything comes in, what stands behind. */
const asked = ({ in: given, out }: z.ZodPipe) => (given instanceof z.ZodUnknown ? out : given) as z.ZodType;

function shaped(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodNullable) return fc.oneof(fc.constant(null), near(schema.unwrap() as z.ZodType));
  if (schema instanceof z.ZodOptional) return near(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, z.ZodType> = schema.shape;
    return fc.record(Object.fromEntries(Object.entries(shape).map(([name, part]) => [name, near(part)])));
  }
  if (schema instanceof z.ZodEnum) return fc.constantFrom<unknown>(...(schema.options as unknown[]));
  if (schema instanceof z.ZodLiteral) return fc.constantFrom<unknown>(...schema.values);
  if (schema instanceof z.ZodArray) return fc.array(near(schema.element as z.ZodType), { maxLength: 3 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...(schema.options as z.ZodType[]).map(near));
  if (schema instanceof z.ZodPipe) return near(asked(schema));
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return fc.constantFrom(0, 1, 2, 3, -1, 2026);
  if (schema instanceof z.ZodString) {
    return fc.oneof(
      { weight: 3, arbitrary: givenId },
      { weight: 2, arbitrary: fc.constantFrom('2026-06-10', '2026-06', 'Texto inventado', '150132', '09:30') },
      { weight: 1, arbitrary: spice },
    );
  }
  return garbage;
}

/** One part left out, added, or put in the place of another. */
function bent(input: unknown, at: number, extra: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return extra;
  const entries = Object.entries(input);
  const [name] = entries[at % Math.max(1, entries.length)] ?? ['x'];
  if (at % 3 === 0) return Object.fromEntries(entries.filter(([one]) => one !== name));
  if (at % 3 === 1) return { ...input, role: 'coordinator' };
  return { ...input, [name]: extra };
}

/** Beyond what a message may be. */
const oversized = fc.constantFrom<() => unknown>(
  () => 'x'.repeat(1_200_000),
  () => Array.from({ length: 60 }).reduce<unknown>((inner) => [inner], 1),
  () => Array.from({ length: 120_000 }, () => 0),
);

function inputFor(spec: ProcedureSpec): fc.Arbitrary<unknown> {
  const whole = shaped(spec.input);
  return fc.oneof(
    { weight: 60, arbitrary: whole },
    {
      weight: 15,
      arbitrary: fc.tuple(whole, fc.nat({ max: 60 }), spice).map(([input, at, extra]) => bent(input, at, extra)),
    },
    { weight: 8, arbitrary: garbage },
    { weight: 1, arbitrary: fc.constant({ x: 'o' }) },
  );
}

/** End the sessions of everybody else's messages, or change what they sign in with: one message in fifty. */
const upsetting = new Set([
  'lock',
  'pauseSession',
  'signIn',
  'foundCentre',
  'restoreCopy',
  'disableStaff',
  'changeOwnPassphrase',
]);
const calm = procedures.filter(([name]) => !upsetting.has(name));
const upset = procedures.filter(([name]) => upsetting.has(name));
const inputs = new Map(procedures.map(([name, spec]) => [name, inputFor(spec)]));

const anyProcedure = fc.oneof(
  { weight: 49, arbitrary: fc.constantFrom(...calm.map(([name]) => name)) },
  { weight: 1, arbitrary: fc.constantFrom(...upset.map(([name]) => name), 'noSuchProcedure', 'toString', '__proto__') },
);

const part = fc.oneof(spice, fc.string());
const wholeMessage = fc.oneof(
  garbage,
  fc.record({ procedure: anyProcedure, input: part, session: part, key: part, password: part }),
  fc.record({ procedure: part, input: fc.constant({}), session: fc.constant(null) }),
  fc.tuple(anyProcedure, oversized).map(([procedure, make]) => ({
    procedure,
    input: { x: make() },
    session: null,
    key: null,
    password: null,
  })),
);

const call = anyProcedure.chain((procedure) =>
  fc.record({
    procedure: fc.constant(procedure),
    login: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...logins) }, { weight: 1, arbitrary: fc.constant(null) }),
    input: inputs.get(procedure) ?? garbage,
    hasKey: fc.boolean(),
    password: fc.constantFrom(null, passphrase, passphrase, 'no es'),
    whole: fc.constant(undefined),
  }),
);

export const anyMessage: fc.Arbitrary<Message> = fc.oneof(
  { weight: 60, arbitrary: call },
  {
    weight: 1,
    arbitrary: wholeMessage.map((whole): Message => ({
      procedure: '',
      login: null,
      input: null,
      hasKey: false,
      password: null,
      whole,
    })),
  },
);
