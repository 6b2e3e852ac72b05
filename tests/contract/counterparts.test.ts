/**
 * The accounts of other institutions over every procedure there is: refused everywhere but the few of their own, and
 * nothing in any answer but the sheet that was handed over (decision 0092).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actions, counterpartRoles, counterpartSides, grantOf, roles } from '../../src/shared/access/index.ts';
import { contract } from '../../src/shared/contract.ts';
import type { Envelope, ProcedureSpec } from '../../src/shared/platform/contract.ts';
import { seal } from '../services/reserve/sealing.ts';
import { counterpartLogins, counterpartToken, handOver } from '../support/counterparts.ts';
import { closeCentres, passphrase, startCentre, type TestCentre } from '../support/start-application.ts';
import { validInput, type Named } from '../support/valid-inputs.ts';

const procedures = Object.entries(contract) as [string, ProcedureSpec][];
const guarded = procedures.filter(
  ([, spec]) => spec.permission !== 'anyone' && spec.phases?.every((phase) => phase === 'founding') !== true,
);

/** By a row of their own, and no other. */
const own = ['declareConflict', 'listOwnDeclarations', 'listSheets', 'noteAsCounterpart', 'readSheet'];
/** What every session has: its password, its pause, its end, files it was given, notices to itself. None reads a case. */
const ofEverySession = procedures.filter(([, spec]) => spec.permission === 'anyone-signed-in').map(([name]) => name);
/** Ends the session or changes its password: tests of their own. */
const left = ['lock', 'changeOwnPassphrase', 'pauseSession', 'setPin', 'clearPin'];

const sides = [...counterpartSides];
type Planted = { readonly caseId: string; readonly markers: readonly string[] };
type Handed = 'handed' | 'sealed' | 'withdrawn' | 'closed' | 'conflicted' | 'never';

let centre: TestCentre;
const tokens = new Map<string, string>();
const cases = new Map<Handed, Planted & { readonly handOverId?: string }>();

async function plant(seed: string, index: number): Promise<Planted> {
  const document = `7${index}${index}4${index}6${index}1`;
  const { caseId, number } = await centre.aCase({
    user: {
      givenNames: `Zulema ${seed}ina`,
      firstSurname: `${seed}illo`,
      document: { kind: 'dni', state: 'known', number: document },
    },
    aggressor: { givenNames: `Hipólito ${seed}edo`, firstSurname: `${seed}arro` },
  });
  return { caseId, markers: [`${seed}ina`, `${seed}illo`, `${seed}edo`, `${seed}arro`, document, number] };
}

async function call(side: string, procedure: string, input: unknown): Promise<Envelope> {
  // So that neither the ceiling on calls nor the idle lock is what answers.
  centre.clock.advance(30);
  const session = tokens.get(side) ?? null;
  return centre.application.invoke({ procedure, input, session, key: crypto.randomUUID(), password: passphrase });
}

const kindOf = { police: 'police', health: 'health' } as const;

beforeAll(async () => {
  centre = await startCentre();
  for (const side of sides) tokens.set(side, await counterpartToken(centre, side));
  const psychologist = await centre.as('psico');
  const seeds = {
    handed: 'Bruñic',
    sealed: 'Chafilg',
    withdrawn: 'Gujunk',
    closed: 'Kerllun',
    conflicted: 'Ñampraq',
    never: 'Wistrof',
  };
  for (const [index, [relation, seed]] of Object.entries(seeds).entries()) {
    const planted = await plant(seed, index + 1);
    const { caseId } = planted;
    cases.set(relation as Handed, planted);
    if (relation === 'never') continue;
    for (const side of sides) {
      const { handOverId } = await handOver(centre, caseId, kindOf[side]);
      cases.set(relation as Handed, { ...planted, handOverId });
      if (relation === 'closed') await psychologist.closeHandOver({ caseId, handOverId, version: 1 });
    }
    if (relation !== 'withdrawn') continue;
    for (const { id } of (await psychologist.listConsents({ caseId })).consents)
      await psychologist.withdrawConsent({ caseId, consentId: id });
  }
  for (const side of sides) {
    const nobody = { kinship: 'siblingOrGrandparent', documentKind: null, documentNumber: null, secondSurname: null };
    const person = { ...nobody, givenNames: 'Hipólito Ñampraqedo', firstSurname: 'Ñampraqarro' };
    expect(await call(side, 'declareConflict', { person })).toMatchObject({ ok: true });
  }
  await seal(centre, cases.get('sealed')?.caseId ?? '', { members: ['psico', 'legal'] });
});
afterAll(closeCentres);

describe('the role of a counterpart', () => {
  it('has three rows of its own in the table, and nobody else has the two of the sheet', () => {
    for (const side of sides) {
      const granted = actions.filter((action) => grantOf(counterpartRoles[side], action) !== null);
      expect(granted.toSorted()).toEqual(['conflict.declareOwn', 'counterpart.answer', 'counterpart.read']);
    }
    const others = roles.filter((role) => !Object.values<string>(counterpartRoles).includes(role));
    for (const action of ['counterpart.read', 'counterpart.answer'])
      expect(others.filter((role) => grantOf(role, action) !== null)).toEqual([]);
  });
});

describe.each(sides)('an account of %s', (side) => {
  const inputOf = (
    spec: ProcedureSpec,
    planted: { caseId: string; handOverId?: string; markers: readonly string[] },
  ) => {
    const named: Named = {
      ...{ caseId: [planted.caseId], fromCaseId: [planted.caseId], toCaseId: [planted.caseId] },
      ...{ handOverId: [planted.handOverId], query: planted.markers.slice(1, 2) },
    };
    return validInput(spec.input, named);
  };

  it('is refused everywhere but its own, before anything of the input is read', async () => {
    const open: string[] = [];
    for (const [name, spec] of guarded) {
      if (left.includes(name)) continue;
      const planted = cases.get('handed');
      if (planted === undefined) throw new Error('none');
      // A few take no input that can be made up here: they are asked with a wrong one.
      for (const input of [{ unknownField: true }, inputOf(spec, planted) ?? {}]) {
        const envelope = await call(side, name, input);
        if (envelope.ok || envelope.failure.code !== 'forbidden') open.push(name);
      }
    }
    const known = [...own, ...ofEverySession.filter((name) => !left.includes(name))];
    expect([...new Set(open)].filter((name) => !known.includes(name))).toEqual([]);
    expect(own.filter((name) => !open.includes(name))).toEqual([]);
  });

  it('gets of no case anything but the sheet that is open to it', async () => {
    const faults: string[] = [];
    const closed = [...cases].filter(([relation]) => relation !== 'handed').map(([, planted]) => planted);
    for (const [name, spec] of guarded) {
      if (left.includes(name)) continue;
      for (const planted of closed) {
        const input = inputOf(spec, planted);
        const said = JSON.stringify(await call(side, name, input));
        const leaks = closed
          .flatMap(({ markers }) => markers)
          .filter((one) => said.includes(one) && !JSON.stringify(input ?? null).includes(one));
        if (leaks.length > 0) faults.push(`${name}: ${leaks.join(', ')}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('reads its one sheet, in which the accused person is not', async () => {
    const answer = await call(side, 'listSheets', {});
    if (!answer.ok) throw new Error('refused');
    const { sheets } = answer.value as { sheets: { id: string; caseId: string }[] };
    expect(sheets.map(({ caseId }) => caseId)).toEqual([cases.get('handed')?.caseId]);
    const target = { caseId: sheets[0]?.caseId, handOverId: sheets[0]?.id };
    const sheet = await call(side, 'readSheet', target);
    const said = JSON.stringify(sheet);
    expect(sheet.ok).toBe(true);
    expect(said).toContain('Bruñicina');
    expect(said).not.toMatch(/Bruñicedo|Bruñicarro/);
  });

  it('finds a case that is closed to it as one that is not there', async () => {
    const absent = JSON.stringify(
      await call(side, 'readSheet', { caseId: crypto.randomUUID(), handOverId: crypto.randomUUID() }),
    );
    for (const [relation, { caseId, handOverId = crypto.randomUUID() }] of cases) {
      if (relation === 'handed') continue;
      expect(JSON.stringify(await call(side, 'readSheet', { caseId, handOverId })), relation).toBe(absent);
    }
    expect(counterpartLogins[side]).toMatch(/^[a-z]+$/);
  });
});
