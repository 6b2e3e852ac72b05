/**
 * Any JSON for any procedure gives a refusal or an answer of its own schema, never a bug, never a broken record.
 *
 * The seed stands in the title of the run: FUZZ_SEED repeats a run, FUZZ_RUNS makes it longer.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../src/shared/contract.ts';
import { envelopeSchema, type ProcedureSpec } from '../../src/shared/platform/contract.ts';
import { z } from '../../src/shared/platform/zod.ts';
import { insideFile } from '../services/inside-file.ts';
import { closeCentres, passphrase, startCentre, type Login, type TestCentre } from '../support/start-application.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_610);
const runs = Number(process.env['FUZZ_RUNS'] ?? 2000);

const procedures = Object.entries(contract) as [string, ProcedureSpec][];
/** Ends the session of everybody else's messages, or takes the folder: each has tests of its own. */
const left = ['lock', 'signIn', 'foundCentre', 'restoreCopy', 'previewRestore', 'disableStaff', 'changeOwnPassphrase'];
const tried = procedures.filter(([name]) => !left.includes(name));
const logins: readonly Login[] = ['coordina', 'admision', 'psico', 'legal'];

let centre: TestCentre;
let caseId = '';
beforeAll(async () => {
  centre = await startCentre();
  ({ caseId } = await centre.aCase({ isValidated: false }));
});
afterAll(closeCentres);

/** Property names of an object schema, so that messages get past the first refusal now and then. */
function namesOf(spec: ProcedureSpec): string[] {
  return spec.input instanceof z.ZodObject ? Object.keys(spec.input.shape) : [];
}

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
  -1,
  0,
  1,
  3,
  1e308,
  2 ** 53,
  { kind: 'new' },
  [],
  {},
  null,
  true,
);

const garbage = fc.oneof(spice, fc.jsonValue({ maxDepth: 3 }));

/** Values near what the schema asks, one in forty of each part anything at all: most messages get past the parse. */
function near(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 40, arbitrary: shaped(schema) }, { weight: 1, arbitrary: garbage });
}

function shaped(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodNullable) {
    return fc.oneof(fc.constant(null), near(schema.unwrap() as z.ZodType));
  }
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, z.ZodType> = schema.shape;
    const parts = Object.entries(shape);
    return fc.record(Object.fromEntries(parts.map(([name, part]) => [name, near(part)])));
  }
  if (schema instanceof z.ZodEnum) return fc.constantFrom<unknown>(...(schema.options as unknown[]));
  if (schema instanceof z.ZodLiteral) return fc.constantFrom<unknown>(...schema.values);
  if (schema instanceof z.ZodArray) return fc.array(near(schema.element as z.ZodType), { maxLength: 3 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...(schema.options as z.ZodType[]).map(near));
  if (schema instanceof z.ZodPipe) return near(schema.in as z.ZodType);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return fc.constantFrom(0, 1, 2, 3, -1, 2026);
  return garbage;
}

function inputFor(spec: ProcedureSpec): fc.Arbitrary<unknown> {
  const names = namesOf(spec);
  const whole = shaped(spec.input).map((given): unknown =>
    names.includes('caseId') ? { ...(given as object), caseId } : given,
  );
  return fc.oneof({ weight: 6, arbitrary: whole }, { weight: 1, arbitrary: garbage });
}

const inputs = new Map(tried.map(([name, spec]) => [name, inputFor(spec)]));

const message = fc.nat({ max: tried.length - 1 }).chain((index) => {
  const [procedure] = tried[index] as [string, ProcedureSpec];
  return fc.record({
    procedure: fc.constant(procedure),
    login: fc.constantFrom(...logins),
    input: inputs.get(procedure) ?? garbage,
    hasKey: fc.boolean(),
    password: fc.constantFrom(null, passphrase, 'no es'),
  });
});

describe(`any message (seed ${seed})`, () => {
  it(`gets a refusal or a valid answer, ${runs} times`, { timeout: 300_000 }, async () => {
    const seen = new Set<string>();
    const property = fc.asyncProperty(message, async ({ procedure, login, input, hasKey, password }) => {
      const { token } = await centre.sessionOf(login);
      // So that neither the ceiling on calls nor the idle lock is what answers.
      centre.clock.advance(10);
      for (const one of logins) await keep(one);
      const key = hasKey ? crypto.randomUUID() : null;
      const envelope = envelopeSchema.parse(
        await centre.application.invoke({ procedure, input, session: token, key, password }),
      );
      seen.add(envelope.ok ? 'ok' : envelope.failure.code);
      if (envelope.ok) {
        expect(contract[procedure as keyof typeof contract].output.safeParse(envelope.value).success).toBe(true);
      } else {
        expect(envelope.failure.code).not.toBe('unexpected');
        expect(envelope.failure.code).not.toBe('damaged');
        if (envelope.failure.code === 'invalid') expect(JSON.stringify(envelope.failure)).not.toContain('drop table');
      }
    });
    await fc.assert(property, { seed, numRuns: runs });
    expect([...seen]).toEqual(expect.arrayContaining(['ok', 'invalid', 'forbidden']));
    const verdict = await (await centre.as('coordina')).verifyRecord({});
    expect(verdict).toMatchObject({ isSound: true, problems: [] });
    await centre.application.close();
    expect(await insideFile(centre.folder, (db) => db.pragma('integrity_check', { simple: true }))).toBe('ok');
  });
});

let spoken = 0;
/** A sign of life every minute of the clock: sessions end after five minutes without one. */
async function keep(login: Login): Promise<void> {
  const now = centre.clock.now();
  if (login === logins[0] && now - spoken < 60_000) return;
  if (login === logins[0]) spoken = now;
  if (now !== spoken) return;
  const { token } = await centre.sessionOf(login);
  await centre.application.invoke({ procedure: 'keepSession', input: {}, session: token, key: null, password: null });
}
