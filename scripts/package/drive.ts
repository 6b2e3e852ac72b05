/**
 * Runs inside the unpacked package, as one bundled file, under Node of this system or of Windows: starts the packed program
 * and works with it as its window does. Each line of its output is a check: `{"name":"…","wrong":["…"]}`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import surnames from '../../resources/names/surnames.json' with { type: 'json' };
import givenNames from '../../resources/names/given-names.json' with { type: 'json' };
import { contract, type Contract } from '../../src/shared/contract.ts';
import { demoStaff, inventMonth, type NameLists } from '../../src/shared/demo/index.ts';
import { invokeChannel } from '../../src/shared/platform/channels.ts';
import { makeClient } from '../../src/shared/platform/client.ts';
import { monthOf } from '../../src/shared/platform/clock.ts';
import type { Client, Envelope } from '../../src/shared/platform/contract.ts';
import { addMonths } from '../../src/shared/platform/dates.ts';
import { ExpectedFailure } from '../../src/shared/platform/failures.ts';
import { blankKinds } from '../../src/shared/register/index.ts';
import { chosen, contents, offerStandIn, registered } from './electron-stand-in.ts';

const names = { surnames, givenNames } as unknown as NameLists;
/**
 * The package; a folder for the record and for what is saved; a picture to keep in a case. A record that is there already
 * stands where an earlier version kept it, with the passphrase of its coordinator beside it.
 */
const [packed = '', work = '', picture = ''] = process.argv.slice(2);
const passphraseFile = join(work, 'frase.txt');

function report(name: string, wrong: readonly string[]): void {
  process.stdout.write(`${JSON.stringify({ name, wrong })}\n`);
}

/** Waits for what the program registers while it starts; fails after two minutes. */
async function until<Value>(read: () => Value | undefined | null, what: string): Promise<Value> {
  const began = performance.now();
  for (;;) {
    const value = read();
    if (value !== undefined && value !== null) return value;
    if (performance.now() - began > 120_000) throw new Error(`The program did not come to: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function startProgram(): Promise<void> {
  // Set here: Wine gives every process those of its own user.
  Object.assign(process.env, { HOME: work, LOCALAPPDATA: join(work, 'local'), ProgramData: join(work, 'comun') });
  offerStandIn();
  await import(pathToFileURL(join(packed, 'out/main/index.js')).href);
  await until(() => registered.loaded, 'loading its page');
  report('starts and loads its page', registered.loaded === 'app://registro/' ? [] : [registered.loaded ?? 'nothing']);
}

async function askForPages(): Promise<void> {
  const answer = await until(() => registered.schemes.get('app'), 'serving its page');
  const page = await answer(new Request('app://registro/'));
  const text = await page.text();
  const policy = page.headers.get('content-security-policy') ?? '';
  const script = /src="\.?\/?(assets\/[^"]+\.js)"/.exec(text)?.[1] ?? '';
  const part = await answer(new Request(`app://registro/${script}`));
  const outside = await answer(new Request('app://registro/../main/index.js'));
  report('serves its page and script under the strict policy, and nothing else', [
    ...(page.status === 200 && part.status === 200 && script !== ''
      ? []
      : [`page ${page.status}, script ${part.status}`]),
    ...(policy.includes("connect-src 'none'") ? [] : [policy]),
    ...(outside.status === 404 ? [] : [`a file outside: ${outside.status}`]),
  ]);
}

/** A client over the channel that the preload script uses. */
function windowClient(token: () => string | null): Client<Contract> {
  const event = { sender: contents, senderFrame: { parent: null, url: 'app://registro/' } };
  const invoke = async (call: unknown) => (await registered.channels.get(invokeChannel)?.(event, call)) as Envelope;
  return makeClient(contract, { invoke }, { token, newKey: () => crypto.randomUUID() });
}

type Session = { readonly client: Client<Contract>; readonly passphrase: string };

const coordinator = demoStaff.find(({ role }) => role === 'coordinator') ?? demoStaff[0];
const { role, login, ...details } = coordinator;

async function signIn(passphrase: string): Promise<Session> {
  let token: string | null = null;
  const client = windowClient(() => token);
  ({ token } = await client.signIn({ login, password: passphrase }));
  return { client, passphrase };
}

const centre = {
  name: 'Centro inventado',
  code: 'PAQUETE-01',
  districtCode: '150132',
  category: 'regular',
  ministry: 'Ministerio inventado',
  programme: 'Programa inventado',
  proceduralAddress: 'Jirón Inventado 100',
  phone: null,
  acronym: null,
  yearSlogan: null,
} as const;

/** Key derivation, the encrypted file, the recovery key typed back. */
async function foundCentre(): Promise<Session> {
  let token: string | null = null;
  const client = windowClient(() => token);
  const { passphrase } = await client.suggestPassphrase({ words: 5 });
  const founded = await client.foundCentre({
    centre,
    isPractice: false,
    coordinator: { ...details, login, roles: [role] },
    passphrase,
  });
  token = founded.session.token;
  await client.confirmRecoveryKey({
    groups: founded.asked.map((position) => ({ position, text: founded.recoveryKey[position - 1] ?? '' })),
  });
  writeFileSync(passphraseFile, passphrase, { mode: 0o600 });
  report('hashes a passphrase and makes the encrypted file', token === '' ? ['no session'] : []);
  return { client, passphrase };
}

/** As whoever sits down at this computer: a new centre, or the one that is there. */
async function enter(): Promise<Session> {
  if (!existsSync(passphraseFile)) return foundCentre();
  const session = await signIn(readFileSync(passphraseFile, 'utf8'));
  const { cases } = await session.client.listMyCases({});
  report('opens a record made on another system', cases.length > 0 ? [] : ['no case']);
  return session;
}

/** A PDF with its fonts, written where the dialog says. */
async function printPaper({ client }: Session): Promise<void> {
  chosen.path = join(work, `papel ñ ${crypto.randomUUID()}.pdf`);
  await client.printBlankPapers({ kind: blankKinds[0], copies: 1, way: 'save' });
  const pdf = readFileSync(chosen.path);
  const isPdf = pdf.toString('latin1', 0, 5) === '%PDF-' && pdf.toString('latin1').includes('/FontFile2');
  report('makes a PDF with its fonts and saves it', isPdf && pdf.length > 10_000 ? [] : [`${pdf.length} bytes`]);
}

/** A case with a picture in it, shown again without what the camera wrote. */
async function keepPicture({ client }: Session): Promise<void> {
  const { today } = await client.getStatus({});
  const month = addMonths(monthOf(today), -1);
  const [invented] = inventMonth('paquete', names, { month, count: 1, districts: ['150132'] });
  if (invented === undefined) throw new Error('Nothing was invented.');
  const { admission, user, aggressor } = invented.sectionA;
  const unknown = { kind: 'new' } as const;
  const opened = { arrivalId: null, admission, user, userLink: unknown, aggressor, aggressorLink: unknown };
  const { caseId } = await client.openCase(opened);
  const bytes = readFileSync(picture);
  const fileId = crypto.randomUUID();
  await client.sendAttachmentPiece({ fileId, offset: 0, base64: bytes.toString('base64') });
  const facts = { kind: 'other', area: 'common', description: 'Imagen inventada', receivedFrom: null } as const;
  const { attachment } = await client.addAttachment({ caseId, fileId, fileName: 'imagen.png', facts });
  const view = await client.viewAttachment({ caseId, attachmentId: attachment.id });
  const shown = view.file === null ? null : await client.readFile({ id: view.file.id, offset: 0 });
  const isJpeg = Buffer.from(shown?.base64 ?? '', 'base64').toString('hex', 0, 3) === 'ffd8ff';
  report('keeps a picture in a case and shows a copy of it', isJpeg && view.isIntact ? [] : [view.shownAs]);
}

/** The same record again by its passphrase: what was written can be opened. Then the window is closed. */
async function signInAgain({ client, passphrase }: Session): Promise<void> {
  await client.lock({ why: 'asked' });
  const again = await signIn(passphrase);
  const { cases } = await again.client.listMyCases({});
  report('opens the record again', cases.length > 0 ? [] : ['no case']);
  for (const close of registered.events.get('closed') ?? []) close();
}

try {
  await startProgram();
  await askForPages();
  const session = await enter();
  await printPaper(session);
  await keepPicture(session);
  await signInAgain(session);
  await until(() => null, 'ending when its window is closed');
} catch (error) {
  const words = error instanceof ExpectedFailure ? JSON.stringify(error.failure) : String(error);
  report('works as its window asks', [words]);
  process.exit(1);
}
