/** After a day of work, no file that the program made says a word of the record to whoever takes the disk. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../../src/main/application.ts';
import { migrations } from '../../src/main/migrations/index.ts';
import { Strongroom } from '../../src/main/platform/storage/strongroom.ts';
import { aUser } from '../support/case-builder.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { riskAnswers, signing } from '../support/risk-answers.ts';
import { isWindows } from '../support/rights.ts';
import {
  cheapKdfPolicy,
  clientOf,
  openCentre,
  passphrase,
  startCentre,
  testPorts,
  type TestCentre,
} from '../support/start-application.ts';

const account = 'Relato de prueba: la esperó frente al molino inventado y la amenazó.';
const user = aUser({
  preferredName: 'Ñusta',
  givenNames: 'Rosalinda Ñahui',
  firstSurname: 'Qquellón',
  secondSurname: 'Inventadísima',
  document: { kind: 'dni', state: 'known', number: '70605040' },
  contact: {
    phone: '987600012',
    whose: 'su vecina',
    mayCall: 'yes',
    hours: null,
    whatToSay: null,
    email: 'nusta@inventada.example',
    emailIsSafe: true,
  },
  address: {
    streetKind: 'jiron',
    text: 'Los Jazmines Inventados 742',
    reference: 'portón celeste',
    districtCode: '150132',
    settlement: null,
    isReserved: true,
    reservedReason: 'lo pidió',
  },
});
const aggressor = { givenNames: 'Evaristo', firstSurname: 'Malquerido', aliases: 'El Ficticio' };

/** Whoever reads one of these knows somebody, or what happened. */
const words = [
  'Rosalinda',
  'Ñahui',
  'Qquellón',
  'Inventadísima',
  'Ñusta',
  '70605040',
  '987600012',
  'nusta@inventada',
  'Jazmines',
  'portón celeste',
  'Evaristo',
  'Malquerido',
  'El Ficticio',
  'molino inventado',
  'medio escribir',
  'QQUELLÓN',
  'quellon',
  'MALQUERIDO',
  'Paula Inventada',
  'Los Ejemplos 123',
  passphrase,
];

let isBroken = false;
let outside = '';
let temp = '';
let centre: TestCentre;
let copies = '';
let restored = '';
const handedOut: Buffer[] = [];

/** Every file under a folder, with its bytes. */
function filesIn(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, path: join(folder, name) }))
    .filter(({ path }) => statSync(path).isFile())
    .map(({ name, path }) => ({ name, bytes: readFileSync(path) }));
}

/** Big-endian UTF-16, as some programs write it. */
function swapped(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

function wordsIn(bytes: Buffer): string[] {
  const forms = (word: string) => [
    ...['', 'NFD'].map((form) => Buffer.from(form === '' ? word : word.normalize(form), 'utf8')),
    Buffer.from(word, 'utf16le'),
    swapped(word),
    Buffer.from(word, 'latin1'),
    Buffer.from(Buffer.from(word, 'utf8').toString('base64').slice(0, -4)),
  ];
  return words.filter((word) => forms(word).some((form) => bytes.includes(form)));
}

beforeAll(async () => {
  outside = tmpdir();
  temp = mkdtempSync(join(outside, 'registro-private-'));
  // Read by tmpdir() at each call: what the program or a library of it puts there is seen below.
  process.env['TMPDIR'] = temp;
  const drives = {
    isNetwork: () => {
      if (isBroken) throw Object.assign(new Error(words.join('\n')), { name: words[0], code: words[1], words });
      return false;
    },
    syncFolders: () => [],
  };
  centre = await startCentre({ ports: { drives }, since: 'may' });
  await dayOfWork();
});
afterAll(async () => {
  await centre.application.close();
  process.env['TMPDIR'] = outside;
  rmSync(temp, { recursive: true, force: true });
});

async function bytesOf(client: Awaited<ReturnType<TestCentre['as']>>, id: string): Promise<void> {
  for (let offset: number | null = 0; offset !== null;) {
    const piece: { base64: string; nextOffset: number | null } = await client.readFile({ id, offset });
    handedOut.push(Buffer.from(piece.base64, 'base64'));
    offset = piece.nextOffset;
  }
}

async function dayOfWork(): Promise<void> {
  const { caseId } = await centre.aCase({ user, aggressor, b: { account } });
  const [psychologist, lawyer, desk, coordinator] = [
    await centre.as('psico'),
    await centre.as('legal'),
    await centre.as('admision'),
    await centre.as('coordina'),
  ];
  const arrival = await desk.openArrival({});
  await desk.findPersons({ query: 'Qquellón Inventadísima', arrivalId: arrival.arrivalId, role: 'user' });
  await coordinator.findPersons({ query: '70605040', arrivalId: null, role: 'any' });
  const draft = await psychologist.openDraft({ form: 'section-b', caseId });
  await psychologist.saveDraft({ draftId: draft.draftId, body: JSON.stringify({ account: 'a medio escribir' }) });
  await psychologist.assessRisk({ caseId, answers: riskAnswers('yes', { observations: account }), ...signing });
  const { options } = await lawyer.startFiling({ caseId, kind: 3 });
  const request = {
    caseId,
    kind: 3 as const,
    options: {
      ...options,
      addressee: { treatment: 'Señora jueza del', office: 'Juzgado de turno' },
      measures: [{ code: 'no-contact' as const, reason: 'Evaristo la llama.', detail: null }],
      articles: ['l-22' as const],
    },
  };
  await bytesOf(lawyer, (await lawyer.previewFiling(request)).file.id);
  const { document } = await lawyer.issueFiling({ ...request, missingReason: 'urgency' });
  const copy = { caseId, documentId: document.id, way: 'save' as const, recipient: 'Juzgado', purpose: 'Presentación' };
  const released = await lawyer.releaseCopy(copy);
  if (released.file !== null) await bytesOf(lawyer, released.file.id);
  await closeMay(coordinator);
  copies = mkdtempSync(join(temp, 'copias-'));
  await coordinator.chooseCopyFolder({ folder: copies });
  await coordinator.makeCopy({});
  await makeABug();
  await restore();
}

async function closeMay(coordinator: Awaited<ReturnType<TestCentre['as']>>): Promise<void> {
  const again = { password: passphrase };
  const proposal = await coordinator.proposeMonthClosing({ month: '2026-05' }, again);
  await (await centre.as('psico')).approveMonthClosing({ proposalId: proposal.id }, again);
  const { files } = await coordinator.exportMonth({ month: '2026-05' });
  for (const file of files) {
    await coordinator.saveFile({ id: file.id });
    await bytesOf(coordinator, file.id);
  }
}

/** A handler that fails with words of the record in message, cause and properties. */
async function makeABug(): Promise<void> {
  const { token } = await centre.sessionOf('coordina');
  const key = crypto.randomUUID();
  isBroken = true;
  const call = { procedure: 'chooseCopyFolder', input: { folder: copies }, session: token, key, password: null };
  const envelope = await centre.application.invoke(call);
  isBroken = false;
  expect(envelope).toMatchObject({ ok: false, failure: { code: 'unexpected' } });
}

async function restore(): Promise<void> {
  restored = mkdtempSync(join(temp, 'restored-'));
  const application = await createApplication({
    dataFolder: restored,
    host: 'direct',
    ports: testPorts(fixedClock()),
    kdfPolicy: cheapKdfPolicy,
  });
  const folder = join(copies, readdirSync(copies)[0] ?? '');
  const by = { kind: 'password', login: 'coordina', password: passphrase } as const;
  await clientOf(application, () => null).restoreCopy({ folder, by, second: null });
  await application.close();
}

describe('the disk after a day of work', () => {
  it('shows its words where they are in clear, so that the search is proven', () => {
    expect(wordsIn(Buffer.from('… Rosalinda …'))).toEqual(['Rosalinda']);
    expect(wordsIn(Buffer.from('Ñahui', 'utf16le'))).toEqual(['Ñahui']);
    expect(wordsIn(swapped('Malquerido'))).toEqual(['Malquerido']);
    expect(wordsIn(Buffer.from('portón celeste', 'latin1'))).toEqual(['portón celeste']);
    expect(Buffer.concat(handedOut).length).toBeGreaterThan(10_000);
  });

  it('has no word of the record in any file while people work, write-ahead log and copies included', () => {
    const files = filesIn(temp);
    const names = files.map((file) => file.name);
    expect(names.some((name) => name.endsWith('registro.e1.db-wal'))).toBe(true);
    expect(names.some((name) => name.startsWith('copias-'))).toBe(true);
    expect(names.some((name) => name.includes('logs'))).toBe(true);
    expect(files.filter(({ bytes }) => wordsIn(bytes).length > 0).map(({ name }) => name)).toEqual([]);
    expect(names.filter((name) => wordsIn(Buffer.from(name)).length > 0)).toEqual([]);
  });

  it('has no file that begins as a plain SQLite file, a PDF or a spreadsheet', () => {
    const starts = ['SQLite format 3', '%PDF-', 'PK'];
    const plain = (bytes: Buffer) =>
      starts.some((start) => bytes.subarray(0, start.length).toString('latin1') === start);
    const found = filesIn(temp).filter(({ bytes }) => plain(bytes));
    expect(found.map(({ name }) => name)).toEqual([]);
  });

  it('has nothing in the folder for temporary files but what this test made there', () => {
    const made = /^(registro-template-|registro-test-|copias-|restored-)/;
    expect(readdirSync(temp).filter((name) => !made.test(name))).toEqual([]);
  });
});

describe('the file of the record', () => {
  // The tool is not built for Windows; the file is the same.
  it.skipIf(isWindows)('opens in another program with the key, and with nothing else', async () => {
    await centre.application.close();
    const file = join(centre.folder, 'registro.e1.db');
    const key = await keyOf(centre.folder);
    const ask = (pragma: string) => {
      const script = `${pragma}\nselect first_surname from person;\n`;
      try {
        return execFileSync('sqlcipher', [file], {
          input: script,
          stdio: ['pipe', 'pipe', 'pipe'],
        }).toString();
      } catch {
        return 'refused';
      }
    };
    expect(ask(`PRAGMA key = "x'${key.toString('hex')}'";`)).toContain('Qquellón');
    const other = Buffer.from(key);
    other[0] = (key[0] ?? 0) ^ 1;
    for (const pragma of ['', `PRAGMA key = "x'${other.toString('hex')}'";`, `PRAGMA key = '${passphrase}';`]) {
      expect(ask(pragma)).not.toContain('Qquellón');
    }
    const plain = new DatabaseSync(file, { readOnly: true });
    expect(() => plain.prepare('select first_surname from person').all()).toThrow('not a database');
    plain.close();
    const again = await openCentre(centre.folder, fixedClock());
    expect(await (await again.as('coordina')).verifyRecord({})).toMatchObject({ isSound: true });
    await again.application.close();
  });
});

/** The database key of the real centre, through the strong room that the product uses. */
async function keyOf(folder: string): Promise<Buffer> {
  const drives = { isNetwork: () => false, syncFolders: () => [] };
  const strongroom = new Strongroom({
    calibrates: false,
    folder,
    policy: cheapKdfPolicy,
    drives,
    clock: fixedClock(),
    migrations,
  });
  await strongroom.unlock('coordina', passphrase);
  const key = Buffer.from(strongroom.dek);
  await strongroom.release();
  return key;
}
