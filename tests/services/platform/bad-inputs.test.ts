/** The corpus of bad inputs, each row through the gate on a real procedure of a real centre. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Envelope } from '../../../src/shared/platform/contract.ts';
import type { Failure } from '../../../src/shared/platform/failures.ts';
import { failureWords } from '../../../src/shared/failure-words.ts';
import { contractRows } from '../../fixtures/bad-inputs/contract.ts';
import { dates } from '../../fixtures/bad-inputs/dates.ts';
import { documents } from '../../fixtures/bad-inputs/documents.ts';
import { logic } from '../../fixtures/bad-inputs/logic.ts';
import { names } from '../../fixtures/bad-inputs/names.ts';
import { passwords } from '../../fixtures/bad-inputs/passwords.ts';
import type { BadInput, Boundary } from '../../fixtures/bad-inputs/row.ts';
import { admission, anAggressor, aUser, sectionAForm, sectionBForm } from '../../support/case-builder.ts';
import { riskAnswers, signing } from '../../support/risk-answers.ts';
import { closeCentres, passphrase, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';

type Json = Record<string, unknown>;
const known = Object.getOwnPropertyNames(Object.prototype).sort();

/** Bad input 30: somebody close to a member of the staff who attends nobody here. */
const declaredRelative = {
  kinship: 'partner' as const,
  documentKind: 'dni' as const,
  documentNumber: '44443333',
  givenNames: null,
  firstSurname: null,
  secondSurname: null,
};

let centre: TestCentre;
let caseId = '';
beforeAll(async () => {
  centre = await startCentre();
  ({ caseId } = await centre.aCase({ isValidated: false }));
  await (await centre.as('soporte')).declareConflict({ person: declaredRelative });
});
afterAll(closeCentres);

async function versionOf(section: 'getSectionA' | 'getSectionB'): Promise<number> {
  return (await (await centre.as('psico'))[section]({ caseId })).version;
}

function riskOf(): Json {
  return { caseId, answers: riskAnswers('yes'), ...signing };
}

/** A whole input that is accepted as it stands: what fails is the row's own. */
const wholeInput: Readonly<Record<Boundary, () => Json | Promise<Json>>> = {
  openCase: () => ({
    arrivalId: null,
    admission,
    user: aUser(),
    userLink: { kind: 'new' },
    aggressor: anAggressor(),
    aggressorLink: { kind: 'new' },
  }),
  saveSectionA: async () => ({ caseId, version: await versionOf('getSectionA'), form: sectionAForm() }),
  saveSectionB: async () => ({ caseId, version: await versionOf('getSectionB'), form: sectionBForm() }),
  assessRisk: riskOf,
  getCase: () => ({ caseId }),
  findPersons: () => ({ query: 'nadie', arrivalId: null, role: 'any' }),
  listMyCases: () => ({}),
  signIn: () => ({ login: 'promocion', password: passphrase }),
  changeOwnPassphrase: () => ({ newPassphrase: passphrase }),
};

/** A copy with the value at its path; plain parts only, so that `undefined` and objects of classes stay what they are. */
function withValue(input: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const under = input as Json;
  return { ...under, [name]: withValue(under[name], rest, value) };
}

function valueAt(input: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as Json)[name], input);
}

async function inputOf(row: BadInput): Promise<unknown> {
  let input: unknown = await wholeInput[row.boundary]();
  for (const [path, value] of Object.entries(row.beside ?? {})) input = withValue(input, path.split('.'), value);
  return withValue(input, row.path.split('.'), row.value);
}

async function call(boundary: Boundary, input: unknown, login: Login = 'psico'): Promise<Envelope> {
  const session = boundary === 'signIn' ? null : (await centre.sessionOf(login)).token;
  centre.clock.advance(50);
  return centre.application.invoke({ procedure: boundary, input, session, key: crypto.randomUUID(), password: null });
}

/** Hash over every row of the record but the audit, which tells of refusals too. */
function recordHash(): Promise<string> {
  return insideFile(centre.folder, (db) => {
    const tables = db
      .prepare("select name from sqlite_master where type = 'table' and name not like 'audit%' order by name")
      .all() as { name: string }[];
    const hash = createHash('sha256');
    for (const { name } of tables) hash.update(`${name} ${JSON.stringify(db.prepare(`select * from ${name}`).all())}`);
    return hash.digest('hex');
  });
}

async function readBack(row: BadInput, envelope: Envelope): Promise<unknown> {
  const psychologist = await centre.as('psico');
  const path = row.path.split('.');
  if (row.boundary === 'saveSectionA') return valueAt(await psychologist.getSectionA({ caseId }), path);
  if (row.boundary === 'saveSectionB') return valueAt(await psychologist.getSectionB({ caseId }), path);
  return envelope.ok ? row.value : null;
}

function expectRefusal(row: BadInput, failure: Failure): void {
  const code = row.code ?? 'invalid';
  expect(code.includes('/') ? `${failure.code}/${failure.reason ?? ''}` : failure.code).toBe(code);
  expect(failure.incident).toBeNull();
  expect(failureWords(failure)).toMatch(/^[A-ZÁÉÍÓÚÑ¿].*[.?]$/s);
  const at = row.at === undefined ? row.path : row.at;
  if (at === null) return;
  expect(failure.issues.map((issue) => issue.path)).toContain(at);
  for (const { message } of failure.issues) {
    expect(message).toMatch(/^[A-ZÁÉÍÓÚÑ¿].*\.$/s);
    expect(message).not.toMatch(/\b(invalid|expected|required|must|string|number)\b/i);
  }
}

async function expectAccepted(row: BadInput, envelope: Envelope): Promise<void> {
  expect(envelope).toMatchObject({ ok: true });
  expect(await readBack(row, envelope)).toEqual('stored' in row ? row.stored : row.value);
  if (row.verdict !== 'W' || !envelope.ok) return;
  const { warnings } = envelope.value as { warnings: { path: string; message: string }[] };
  const warning = warnings.find(({ path }) => path === (row.at ?? row.path));
  expect(warning?.message).toMatch(/^[A-ZÁÉÍÓÚÑ¿].*\.$/s);
}

async function run(row: BadInput): Promise<void> {
  const input = await inputOf(row);
  const before = await recordHash();
  const envelope = await call(row.boundary, input);
  if (row.verdict === 'R' || row.verdict === 'X') {
    expect(envelope.ok).toBe(false);
    if (!envelope.ok) expectRefusal(row, envelope.failure);
    expect(await recordHash()).toBe(before);
  } else await expectAccepted(row, envelope);
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(known);
}

const titled = (rows: readonly BadInput[]) => rows.map((row) => [row.id, row.what, row] as const);

describe.each([
  ['A. Names and text', names],
  ['B. Numbers, documents, contacts', documents],
  ['C. Dates', dates],
  ['D. Logic', logic],
  ['E. Contract', contractRows],
])('bad inputs: %s', (_group, rows) => {
  it.each(titled(rows))('%s: %s', async (_id, _what, row) => {
    await run(row);
  });
});

describe('bad inputs: H. Access', () => {
  it.each(titled(passwords.filter((row) => row.boundary === 'signIn')))('%s: %s', async (_id, _what, row) => {
    const envelope = await call('signIn', await inputOf(row));
    expect(envelope.ok).toBe(row.verdict === 'N');
    if (!envelope.ok) expectRefusal(row, envelope.failure);
    // Past the wait after a wrong password.
    centre.clock.advance(61_000);
    await keepAwake();
  });

  let current: string = passphrase;
  it.each(titled(passwords.filter((row) => row.boundary !== 'signIn')))('%s: %s', async (_id, _what, row) => {
    const nobody = { session: null, key: null, password: null };
    const signIn = (password: string) =>
      centre.application.invoke({ ...nobody, procedure: 'signIn', input: { login: 'social', password } });
    const opened = await signIn(current);
    expect(opened.ok).toBe(true);
    const session = opened.ok ? (opened.value as { token: string }).token : '';
    const before = await recordHash();
    const key = crypto.randomUUID();
    const change = { procedure: row.boundary, input: await inputOf(row), session, key, password: current };
    const envelope = await centre.application.invoke(change);
    expect(envelope.ok).toBe(row.verdict === 'A');
    await centre.application.invoke({ ...nobody, procedure: 'lock', input: { why: 'asked' }, session });
    if (envelope.ok) current = String(row.stored ?? row.value);
    else {
      expectRefusal(row, envelope.failure);
      expect(await recordHash()).toBe(before);
    }
  });
});

async function keepAwake(): Promise<void> {
  for (const login of ['psico'] as const) {
    const { token } = await centre.sessionOf(login);
    await centre.application.invoke({ procedure: 'keepSession', input: {}, session: token, key: null, password: null });
  }
}

describe('the record after all bad inputs', () => {
  it('is sound, and no bug was logged on the way', async () => {
    expect(existsSync(join(centre.folder, 'logs'))).toBe(false);
    expect(await (await centre.as('coordina')).verifyRecord({})).toMatchObject({ isSound: true, problems: [] });
    const count = [names, documents, dates, logic, contractRows, passwords].flat().map((row) => row.id);
    expect(new Set(count).size).toBe(count.length);
    expect(count.length).toBeGreaterThan(60);
    await centre.application.close();
    expect(await insideFile(centre.folder, (db) => db.pragma('integrity_check', { simple: true }))).toBe('ok');
  });
});
