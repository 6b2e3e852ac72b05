/** Bad inputs of groups E to I that need more than one value at the gate, and have no test beside what they are about. */
import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { decodeRecoveryKey, encodeRecoveryKey } from '../../../src/main/platform/crypto/recovery-key.ts';
import { writeSpreadsheet } from '../../../src/main/platform/spreadsheet.ts';
import { csvBytes } from '../../../src/main/platform/csv.ts';
import { proposeFileSettings, readSource } from '../../../src/main/imports/list-file.ts';
import { contract } from '../../../src/shared/contract.ts';
import type { Envelope } from '../../../src/shared/platform/contract.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  centreDetails,
  closeCentres,
  openCentre,
  passphrase,
  startCentre,
  type TestCentre,
} from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const root = join(import.meta.dirname, '../../..');

function invoke(centre: TestCentre, procedure: string, input: unknown, session: string | null): Promise<Envelope> {
  centre.clock.advance(50);
  const key = crypto.randomUUID();
  return centre.application.invoke({ procedure, input, session, key, password: passphrase });
}

function said(envelope: Envelope): string {
  return envelope.ok ? 'ok' : `${envelope.failure.code}/${envelope.failure.reason ?? ''}`;
}

describe('bad input 64: one caller that sends without end', () => {
  it('is held up, and the others go on', async () => {
    const centre = await startCentre();
    const [loud, calm] = [await centre.sessionOf('legal'), await centre.sessionOf('psico')];
    const send = (session: string) =>
      centre.application.invoke({ procedure: 'listMyCases', input: {}, session, key: null, password: null });
    // The clock stands still: all of them are within one second.
    const answers = [];
    for (let sent = 0; sent < 600; sent += 1) answers.push(said(await send(loud.token)));
    expect(answers.filter((one) => one === 'ok').length).toBeLessThanOrEqual(200);
    expect(new Set(answers)).toEqual(new Set(['ok', 'rule-broken/too-many-calls']));
    expect(said(await send(calm.token))).toBe('ok');
  });

  it('is told to Coordinación when it is more than 40 cases within an hour, once', async () => {
    const centre = await startCentre();
    const cases: CaseId[] = [];
    for (let made = 0; made < 42; made += 1) {
      cases.push((await centre.aCase({ isValidated: false })).caseId);
      centre.clock.advance(1000);
    }
    await (await centre.as('legal')).getCase({ caseId: cases[0] as CaseId });
    // Not within the hour any more.
    centre.clock.advance(61 * 60_000);
    const later = await centre.restart();
    const lawyer = await later.as('legal');
    const told = async () => (await (await later.as('coordina')).listMyNotices({})).notices.map(({ words }) => words);
    const open = async (from: number, to: number) => {
      for (const caseId of cases.slice(from, to)) await lawyer.getCase({ caseId });
    };
    await open(1, 41);
    await open(1, 41);
    expect(await told()).toEqual([]);
    await open(41, 42);
    const words =
      'Luz Inventada Legal abrió más de 40 fichas en una hora. Si no sabe por qué, pregunte y revise los accesos.';
    expect(await told()).toEqual([words]);
    await open(1, 42);
    expect(await told()).toEqual([words]);
  });
});

describe('bad input 85: an object where the sheet takes words and figures', () => {
  it.each([
    ['formula', { formula: '1+1' }],
    ['richText', { richText: [{ text: 'x' }] }],
    ['hyperlink', { text: 'x', hyperlink: 'http://ejemplo.invalid' }],
    ['date', new Date(0)],
    ['not a number', Number.NaN],
  ])('%s is refused, not written', async (_what, value) => {
    const rows = [[{ value: value as never, look: 'text' as const }]];
    const sheet = { name: 'Hoja', widths: [10], rows, landscape: false };
    await expect(writeSpreadsheet('Título', [sheet])).rejects.toThrow(/cell/);
  });
});

describe('bad input 86: text that breaks lines and columns', () => {
  it('comes back from the CSV as it went', async () => {
    const cells = ['María "Pepa"', 'una;dos', 'una, dos', 'línea\notra', '\ufeffmarca', '👩‍👧 ñandú', 'O’Higgins'];
    const bytes = csvBytes([cells.map((_one, at) => `Columna ${at}`), cells]);
    const settings = await proposeFileSettings(bytes, 'csv');
    const { rows } = await readSource(bytes, 'csv', settings);
    // The mark of an encoding inside a text says nothing and is not part of a name.
    expect(rows[0]?.cells.map(({ text }) => text.replace('\ufeff', ''))).toEqual(
      cells.map((one) => one.replace('\ufeff', '')),
    );
  });
});

describe('bad input 99: formatted text that is pasted', () => {
  it('has no field that would take it: every field is plain, and no page is built from text', () => {
    const pages = globSync('src/renderer/**/*.{ts,tsx}', { cwd: root });
    const taking = /contentEditable|dangerouslySetInnerHTML|\.innerHTML\b|insertAdjacentHTML|document\.write\b/i;
    expect(pages.filter((file) => taking.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
    expect(pages.length).toBeGreaterThan(300);
  });
});

describe('bad input 111: the recovery key as people type it', () => {
  const key = randomBytes(32);
  const printed = encodeRecoveryKey(key);
  it.each([
    ['lower case', printed.toLowerCase()],
    ['no hyphens', printed.replaceAll('-', '')],
    ['spaces for hyphens', printed.replaceAll('-', '  ')],
    ['lines', printed.replaceAll('-', '\n')],
    ['O for 0', printed.replaceAll('0', 'O')],
    ['I for 1', printed.replaceAll('1', 'I')],
    ['l for 1', printed.replaceAll('1', 'l')],
  ])('%s', (_what, typed) => {
    expect(decodeRecoveryKey(typed).equals(key)).toBe(true);
  });
});

describe('bad input 112: a recovery key with a mistake', () => {
  const printed = encodeRecoveryKey(randomBytes(32));
  const groups = printed.split('-');
  const swapped = [...groups];
  [swapped[2], swapped[9]] = [groups[9] ?? '', groups[2] ?? ''];
  it.each([
    ['13 groups', groups.slice(0, 13).join('-')],
    ['15 groups', [...groups, '0000'].join('-')],
    ['nothing', ''],
    ['a sign of no alphabet', `${printed.slice(0, -1)}*`],
    ['another last sign', `${printed.slice(0, -1)}${printed.endsWith('7') ? '8' : '7'}`],
    ['two groups swapped', groups[2] === groups[9] ? '' : swapped.join('-')],
  ])('%s is told before any work with keys', async (_what, typed) => {
    expect(await refusal(() => Promise.resolve().then(() => decodeRecoveryKey(typed)))).toBe(
      'wrong-secret/recovery-key-mistyped',
    );
  });
});

describe('bad input 115: a first start where something of a register lies', () => {
  it.each([
    ['the database alone', /\.db$/],
    ['the archive of keys alone', /^keyring\.json$/],
  ])('%s: nothing is founded over it', async (_what, kept) => {
    const made = await startCentre();
    await made.close();
    const folder = join(made.folder, 'nuevo');
    mkdirSync(folder);
    for (const name of readdirSync(made.folder))
      if (kept.test(name)) cpSync(join(made.folder, name), join(folder, name));
    const before = readdirSync(folder).sort();
    expect(before.length).toBeGreaterThan(0);
    const centre = await openCentre(folder, fixedClock()).catch(() => null);
    if (centre !== null) {
      const coordinator = {
        login: 'nueva',
        fullName: 'Nadia Inventada Nueva',
        roles: ['coordinator'],
        profession: null,
        college: null,
        collegeNumber: null,
      };
      const founded = await invoke(
        centre,
        'foundCentre',
        { centre: centreDetails, isPractice: true, coordinator, passphrase },
        null,
      );
      expect(founded.ok).toBe(false);
      if (!founded.ok) expect(founded.failure.code).not.toBe('unexpected');
      await centre.close();
    }
    const made2 = readdirSync(folder).filter((name) => /\.db$|^keyring/.test(name));
    expect(made2.sort()).toEqual(before);
    expect(existsSync(join(folder, 'files'))).toBe(false);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('bad input 120: other cuts of the month', () => {
  const asked = Object.keys(contract).filter((name) => /month/i.test(name));
  it.each([
    ['district by type', { cut: ['district', 'type'] }],
    ['ages of one’s own', { ages: [[0, 3]] }],
    ['percentages', { percentages: true }],
    ['one member of the staff', { staffId: randomUUID() }],
  ])('%s is no field of any procedure', async (_what, extra) => {
    const centre = await startCentre();
    const { token } = await centre.sessionOf('coordina');
    expect(asked.length).toBeGreaterThan(4);
    for (const procedure of asked) {
      const envelope = await invoke(centre, procedure, { month: '2026-05', ...extra }, token);
      expect(`${procedure} ${said(envelope).split('/')[0] ?? ''}`).toBe(`${procedure} invalid`);
    }
  });
});
