/**
 * Every role × every procedure × (own, other, sealed, conflicted), with markers planted in each ficha: what stands in a
 * closed one is in no answer, and its refusals have the words of a ficha that does not exist (bad input 61).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayEver } from '../../src/shared/access/index.ts';
import { contract } from '../../src/shared/contract.ts';
import type { Envelope, ProcedureSpec } from '../../src/shared/platform/contract.ts';
import { insideFile } from '../services/inside-file.ts';
import { anOpening, declare } from '../services/reception/at-the-door.ts';
import { aWrit, batch } from '../services/papers/two-writs.ts';
import { seal } from '../services/reserve/sealing.ts';
import { anAggressor, aUser } from '../support/case-builder.ts';
import { validInput, type Named } from '../support/valid-inputs.ts';
import {
  closeCentres,
  passphrase,
  staff,
  startCentre,
  type Login,
  type TestCentre,
} from '../support/start-application.ts';

const logins = Object.keys(staff) as Login[];
/** Ends sessions, takes the folder or the staff away, or prints a minute long forms that hold nothing: tests of their own. */
const left = [
  'printBlankPapers',
  'lock',
  'changeOwnPassphrase',
  'disableStaff',
  'proposeStaffChange',
  'approveStaffChange',
];
const procedures = (Object.entries(contract) as [string, ProcedureSpec][]).filter(
  ([name, spec]) => spec.permission !== 'anyone' && !left.includes(name),
);

type Planted = { readonly caseId: string; readonly number: string; readonly markers: readonly string[]; named: Named };
type Relation = 'own' | 'other' | 'sealed' | 'conflicted';

let centre: TestCentre;
let cases: Record<Relation | 'sealedToo', Planted>;
/** Who kept access, by the ficha. */
const members = new Map<string, Login>();

/** Names, document, telephone, alias and numbers of papers that stand in no other ficha. */
async function plant(seed: string, index: number, isOfTeam = true): Promise<Planted> {
  const document = `7${index}${index}4${index}6${index}1`;
  const user = {
    givenNames: `Zulema ${seed}ina`,
    firstSurname: `${seed}illo`,
    preferredName: `${seed}ita`,
    document: { kind: 'dni' as const, state: 'known' as const, number: document },
  };
  const aggressor = {
    givenNames: `Hipólito ${seed}edo`,
    firstSurname: `${seed}arro`,
    document: { kind: 'dni' as const, state: 'known' as const, number: `4${index}${index}8${index}2${index}7` },
  };
  const { caseId, number } = isOfTeam
    ? await centre.aCase({ user, aggressor })
    : await (
        await centre.as('psico')
      ).openCase({
        ...anOpening(null),
        user: aUser(user),
        aggressor: anAggressor(aggressor),
      });
  const markers = [`${seed}ina`, `${seed}illo`, `${seed}ita`, `${seed}edo`, `${seed}arro`, document, number];
  return { caseId, number, markers, named: {} };
}

/** A writ that left: its number stands in the print register and in «guardado fuera». */
async function writ(planted: Planted): Promise<Planted> {
  const lawyer = await centre.as('legal');
  const { caseId } = planted;
  const document = await aWrit(lawyer, caseId);
  await lawyer.releaseCopies(batch({ caseId, documentIds: [document.id], way: 'save' }));
  const markers = [...planted.markers, document.number];
  return { ...planted, markers };
}

/** Ids of what stands in each ficha, from the file itself, under the names the inputs use. */
async function idsIn(folder: string, { caseId, number, markers }: Planted): Promise<Named> {
  return insideFile(folder, (db) => {
    const all = (text: string): unknown[] => db.prepare(text).pluck().all(caseId);
    const persons = all(`select user_id from case_pair where id = (select pair_id from case_file where id = ?)`);
    const hers = db
      .prepare('select aggressor_id from case_pair where id = (select pair_id from case_file where id = ?)')
      .pluck()
      .all(caseId);
    const documents = all('select id from issued_document where case_id = ?');
    const words = markers.slice(1, 2);
    return {
      ...{ caseId: [caseId], fromCaseId: [caseId], toCaseId: [caseId], number: [number], query: words },
      ...{ personId: persons, keptId: persons, userId: persons, absorbedId: hers, aggressorId: hers },
      ...{ documentId: documents, documentIds: [documents], filingId: all('select id from filing where case_id = ?') },
      copyId: all(
        'select id from document_copy where document_id in (select id from issued_document where case_id = ?)',
      ),
      proposalId: all(`select id from proposal where subject_id = ?`),
      alertId: all('select id from alert where case_id = ?'),
      referralId: all('select id from referral where case_id = ?'),
    };
  });
}

beforeAll(async () => {
  centre = await startCentre();
  const own = await writ(await plant('Bruñic', 1));
  const sealed = await writ(await plant('Chafilg', 2));
  const sealedToo = await writ(await plant('Gujunk', 3));
  const conflicted = await writ(await plant('Kerllun', 4));
  // Opened at a service and handed to nobody else.
  const other = await plant('Ñampraq', 5, false);
  cases = { own, other, sealed, sealedToo, conflicted };
  for (const login of logins) {
    if (login === 'visita') continue;
    await declare(centre, login, { givenNames: 'Hipólito Kerllunedo', firstSurname: 'Kerllunarro' });
  }
  await seal(centre, sealed.caseId, { members: ['psico'] });
  await seal(centre, sealedToo.caseId, { members: ['social'], approver: 'psico' });
  members.set(sealed.caseId, 'psico').set(sealedToo.caseId, 'social');
  await centre.application.close();
  for (const planted of Object.values(cases)) planted.named = await idsIn(centre.folder, planted);
  centre = await centre.restart();
});
afterAll(closeCentres);

let spoken = 0;
async function call(login: Login, procedure: string, input: unknown): Promise<Envelope> {
  // So that neither the ceiling on calls nor the idle lock is what answers.
  centre.clock.advance(20);
  if (centre.clock.now() - spoken > 60_000) {
    spoken = centre.clock.now();
    for (const one of logins) await (await centre.as(one)).keepSession({});
  }
  const { token } = await centre.sessionOf(login);
  const spec = contract[procedure as keyof typeof contract] as ProcedureSpec;
  const password = spec.passwordAgain === true ? passphrase : null;
  return centre.application.invoke({ procedure, input, session: token, key: crypto.randomUUID(), password });
}

/** Closed to that person: those sealed with others, and the one of a declared conflict. */
function allClosedTo(login: Login): Planted[] {
  const sealed = [cases.sealed, cases.sealedToo].filter((one) => members.get(one.caseId) !== login);
  return login === 'visita' ? sealed : [...sealed, cases.conflicted];
}

/** One of each sort is asked for. */
function closedTo(login: Login): Planted[] {
  return allClosedTo(login).slice(login === 'visita' ? 0 : -2);
}

/** Where a number of a ficha reservada may stand: Coordinación must know it to open it, the auditor proves the record. */
const numbersKnown: Readonly<Partial<Record<Login, readonly string[]>>> = {
  coordina: ['getCaseSeal', 'listClosedSeals'],
  visita: ['listAudit'],
};

/** Our number of a ficha, and no longer number or one with letters before it. */
function says(text: string, marker: string): boolean {
  return /^\d{4}-\d{4}$/.test(marker) ? new RegExp(`(?<![\\w-])${marker}(?!\\d)`).test(text) : text.includes(marker);
}

function leaksOf(login: Login, name: string, { input, envelope }: { input: unknown; envelope: Envelope }): string[] {
  const [said, asked] = [JSON.stringify(envelope), JSON.stringify(input)];
  return allClosedTo(login).flatMap(({ markers, number }) => {
    const known = numbersKnown[login]?.includes(name) === true ? [number] : [];
    return markers.filter((one) => says(said, one) && !says(asked, one) && !known.includes(one));
  });
}

const isSealAct = (login: Login, spec: ProcedureSpec) => login === 'coordina' && spec.permission.startsWith('seal.');
const isOfCase = (spec: ProcedureSpec, input: unknown) =>
  spec.subject === 'case' && typeof (input as { caseId: unknown }).caseId === 'string';

async function probe(login: Login, name: string, spec: ProcedureSpec): Promise<string[]> {
  const faults: string[] = [];
  let absent: string | null = null;
  let before = '';
  for (const closed of closedTo(login)) {
    const input = validInput(spec.input, closed.named);
    if (input === undefined) return ['no input'];
    // What names no ficha is asked once.
    const asked = JSON.stringify(input);
    if (asked === before) continue;
    before = asked;
    const envelope = await call(login, name, input);
    const leaked = leaksOf(login, name, { input, envelope });
    if (leaked.length > 0) faults.push(`${name}: ${leaked.join(', ')}`);
    if (!envelope.ok && ['unexpected', 'damaged'].includes(envelope.failure.code)) {
      faults.push(`${name}: ${envelope.failure.code}`);
    }
    if (!isOfCase(spec, input) || isSealAct(login, spec)) continue;
    absent ??= JSON.stringify(await call(login, name, { ...(input as object), caseId: crypto.randomUUID() }));
    if (absent !== JSON.stringify(envelope)) faults.push(`${name}: not as one that is absent`);
    if (envelope.ok) faults.push(`${name}: answered`);
  }
  return faults;
}

describe('a ficha closed to the reader', () => {
  it.each(logins)('is in no answer to %s, and refused as one that is not there', async (login) => {
    const faults: string[] = [];
    let missed = 0;
    for (const [name, spec] of procedures) {
      if (spec.permission !== 'anyone-signed-in' && !mayEver(staff[login].roles, spec.permission)) continue;
      const found = await probe(login, name, spec);
      if (found.includes('no input')) missed += 1;
      else faults.push(...found);
    }
    expect(faults).toEqual([]);
    expect(missed).toBeLessThan(12);
    const own = await call(login, 'listOwnAudit', { before: null });
    expect(leaksOf(login, 'listOwnAudit', { input: null, envelope: own })).toEqual([]);
  });

  it('is what the probe would see: the own one is answered, the other one refused as absent', async () => {
    let answered = 0;
    for (const [name, spec] of procedures) {
      if (spec.subject !== 'case' || spec.changes || !mayEver(staff.psico.roles, spec.permission)) continue;
      const input = validInput(spec.input, cases.own.named);
      const envelope = input === undefined ? null : await call('psico', name, input);
      if (envelope?.ok === true && cases.own.markers.some((one) => JSON.stringify(envelope).includes(one)))
        answered += 1;
      // The desk had it today: what it may still see is its own; promoción sees none.
      const strange = validInput(spec.input, cases.other.named);
      if (strange === undefined || !mayEver(staff.legal.roles, spec.permission)) continue;
      expect((await call('visita', name, strange)).ok, name).toBe(false);
    }
    expect(answered).toBeGreaterThan(8);
  });
});
