/**
 * The words of session notes and every command of the command line, those that found, open, replace or bring in a register
 * included: what it prints, what it says when it fails, every file that it writes, and the register that it leaves.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApplication } from '../../src/main/application.ts';
import { UsageError, type Command, type CommandLine } from '../../src/main/commands/command.ts';
import { commands } from '../../src/main/commands/index.ts';
import { wordsOf as failureLines } from '../../src/main/commands/words.ts';
import type { SessionView } from '../../src/shared/access/index.ts';
import { contract } from '../../src/shared/contract.ts';
import { makeClient } from '../../src/shared/platform/client.ts';
import { insideFile } from '../services/inside-file.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import {
  awayCommands,
  dumpOf,
  filesUnder,
  noteMarker,
  openMarker,
  plantNotes,
  wordsOf,
} from '../support/planted-notes.ts';
import {
  cheapKdfPolicy,
  closeCentres,
  passphrase,
  recoveryKeyOnPaper,
  startCentre,
  testPorts,
  type Login,
} from '../support/start-application.ts';
import { newFolder, removeFolders } from '../support/temporary-folder.ts';
import { updateIn } from '../support/update-file.ts';

const example = (name: string) => join('docs/examples', name);
/** After the notes were planted; the wall never goes back. */
const now = '2026-06-10T15:00:00.000Z';

/** What one command works on: a register with notes, and a folder for what it writes. */
type Place = { readonly data: string; readonly out: string };
type Way = {
  readonly login: Login | null;
  readonly options: (place: Place) => Record<string, string | boolean>;
  /** Reason or words of the refusal; null: it is done. */
  readonly ends: RegExp | null;
  /** Who opens what it leaves, where another password does. */
  readonly password?: (place: Place) => string;
  /** Begins without a register. */
  readonly without?: 'register';
  /** Its copies go to a folder that no other register of these tests has used. */
  readonly hasOwnCopies?: true;
};

let planted = '';
/** A copy made after the notes were planted, kept apart: those of the folder give way to newer ones. */
let copy = '';
let number = '';
let paper = '';

const secret = (out: string, text: string) => {
  const file = join(out, `${crypto.randomUUID()}.txt`);
  writeFileSync(file, text, { mode: 0o600 });
  return file;
};
const second = ({ out }: Place, login: Login) => ({
  second: login,
  'second-passphrase-file': secret(out, passphrase),
});
const ofCase = () => ({ case: number });
const period = { from: '2026-06-01', to: '2026-06-10' };

/** The settings of the example, with a password beside it for each of the staff. */
function settingsIn(out: string): string {
  const text = readFileSync(example('init.json'), 'utf8');
  for (const [, name = ''] of text.matchAll(/"passphraseFile": "([^"]+)"/g))
    writeFileSync(join(out, name), passphrase, { mode: 0o600 });
  writeFileSync(join(out, 'init.json'), text);
  return join(out, 'init.json');
}

/** Every command, with what makes it go as far as it goes. */
const ways: Readonly<Record<string, readonly Way[]>> = {
  init: [
    {
      ...{ login: null, ends: /wrong-phase/ },
      options: ({ out }) => ({
        ...{ settings: settingsIn(out), 'recovery-out': join(out, 'clave.txt') },
        'passphrase-file': secret(out, passphrase),
      }),
    },
    {
      ...{ login: null, ends: null, without: 'register' },
      options: ({ out }) => ({
        ...{ settings: settingsIn(out), 'recovery-out': join(out, 'clave.txt') },
        ...{ 'start-key-out': join(out, 'inicial.txt'), 'passphrase-file': secret(out, passphrase) },
      }),
    },
  ],
  demo: [
    { login: null, ends: /no está vacía/, options: ({ data }) => ({ out: data }) },
    { login: null, ends: null, options: ({ out }) => ({ out: join(out, 'practica'), cases: '1' }) },
  ],
  intake: [{ login: 'psico', ends: null, options: () => ({ from: example('intake.json') }) }],
  risk: [{ login: 'psico', ends: null, options: () => ({ ...ofCase(), from: example('risk.json') }) }],
  condition: [{ login: 'psico', ends: null, options: () => ({ ...ofCase(), from: example('validate.json') }) }],
  validate: [
    { login: 'psico', ends: /rule-broken|conflict/, options: () => ({ ...ofCase(), from: example('validate.json') }) },
  ],
  filing: [
    {
      ...{ login: 'legal', ends: null },
      options: ({ out }) => ({ ...ofCase(), kind: '3', from: example('filing.json'), out: join(out, 'e.pdf') }),
    },
    { login: 'legal', ends: null, options: ({ out }) => ({ ...ofCase(), all: true, out: join(out, 'todos') }) },
  ],
  referral: [
    {
      ...{ login: 'psico', ends: null },
      options: ({ out }) => ({ ...ofCase(), kind: 'health', from: example('referral.json'), out: join(out, 'd.pdf') }),
    },
  ],
  deadlines: [{ login: 'legal', ends: null, options: ofCase }],
  case: (['psico', 'coordina', 'social', 'legal'] as const).map((login) => ({ login, ends: null, options: ofCase })),
  tasks: [{ login: 'coordina', ends: null, options: () => ({ staff: 'psico' }) }],
  'document verify': [{ login: 'legal', ends: null, options: () => ({ number: '2026-099999' }) }],
  report: [{ login: 'coordina', ends: /month-open/, options: ({ out }) => ({ month: '2026-06', out }) }],
  inspection: [
    { login: 'visita', ends: null, options: (place) => ({ ...period, out: place.out, ...second(place, 'coordina') }) },
  ],
  import: [
    {
      ...{ login: 'coordina', ends: null },
      options: () => ({ from: example('import-list.csv'), map: example('import-map.json'), 'dry-run': true }),
    },
    {
      ...{ login: 'coordina', ends: null },
      options: (place) => ({
        ...{ from: example('import-list.csv'), map: example('import-map.json') },
        ...second(place, 'legal'),
      }),
    },
    {
      ...{ login: 'soporte', ends: /forbidden/ },
      options: (place) => ({
        ...{ from: example('import-list.csv'), map: example('import-map.json') },
        ...second(place, 'legal'),
      }),
    },
  ],
  backup: [{ login: 'coordina', ends: null, options: ({ out }) => ({ to: join(out, 'copias') }) }],
  restore: [
    {
      ...{ login: null, ends: null, without: 'register' },
      options: ({ out }) => ({
        ...{ from: copy, user: 'coordina', 'passphrase-file': secret(out, passphrase) },
        'start-key-out': join(out, 'inicial.txt'),
      }),
    },
    {
      ...{ login: null, ends: null },
      options: ({ out }) => ({ from: copy, preview: true, 'recovery-key-file': secret(out, paper) }),
    },
    {
      ...{ login: null, ends: /wrong-secret/ },
      options: ({ out }) => ({ from: copy, user: 'coordina', 'passphrase-file': secret(out, 'no es esta') }),
    },
  ],
  verify: [
    {
      login: 'coordina',
      ends: null,
      options: () => ({ against: dirname(copy) }),
    },
    {
      login: 'coordina',
      ends: /proof-failed/,
      options: ({ out }) => ({ 'start-key-file': secret(out, 'ab'.repeat(32)) }),
    },
  ],
  recover: [
    {
      ...{ login: null, ends: null },
      options: ({ out }) => ({
        ...{ 'recovery-key-file': secret(out, paper), login: 'coordina', 'passphrase-out': join(out, 'nueva.txt') },
      }),
      password: ({ out }) => readFileSync(join(out, 'nueva.txt'), 'utf8').trim(),
    },
    {
      ...{ login: null, ends: /wrong-secret|invalid/ },
      options: ({ out }) => ({
        ...{ 'recovery-key-file': secret(out, 'AAAA-BBBB'), login: 'coordina', 'passphrase-out': join(out, 'n.txt') },
      }),
    },
  ],
  rotate: [
    {
      ...{ login: 'coordina', ends: /rotation-notes-paper/ },
      options: (place) => ({ 'recovery-out': join(place.out, 'clave.txt'), ...second(place, 'legal') }),
    },
    {
      ...{ login: 'coordina', ends: null, hasOwnCopies: true },
      options: (place) => ({
        ...{ 'recovery-out': join(place.out, 'clave.txt'), 'notes-paper-file': secret(place.out, paper) },
        ...second(place, 'psico'),
      }),
    },
    {
      ...{ login: 'soporte', ends: /forbidden/ },
      options: (place) => ({ 'recovery-out': join(place.out, 'clave.txt'), ...second(place, 'legal') }),
    },
  ],
  keeper: [{ login: 'coordina', ends: /only-at-keeper/, options: () => ({ on: true, address: '127.0.0.1' }) }],
  pair: [
    { login: 'coordina', ends: /only-at-keeper/, options: ({ out }) => ({ 'code-out': join(out, 'codigo.txt') }) },
    { login: 'psico', ends: /forbidden/, options: ({ out }) => ({ 'code-out': join(out, 'codigo.txt') }) },
  ],
  companions: [
    { login: 'coordina', ends: null, options: () => ({}) },
    { login: 'psico', ends: /forbidden/, options: () => ({}) },
  ],
  'update check': [
    { login: 'soporte', ends: null, options: ({ out }) => ({ file: updateIn(out) }) },
    { login: 'soporte', ends: /update-unsigned/, options: ({ out }) => ({ file: secret(out, 'nada') }) },
  ],
  'update prepare': [
    {
      ...{ login: 'soporte', ends: null, hasOwnCopies: true },
      options: ({ out }) => ({ file: updateIn(out), to: join(out, 'programa') }),
    },
    {
      ...{ login: 'psico', ends: /forbidden/ },
      options: ({ out }) => ({ file: updateIn(out), to: join(out, 'programa') }),
    },
  ],
};

beforeAll(async () => {
  paper = await recoveryKeyOnPaper();
  const centre = await startCentre();
  const copies = newFolder();
  const coordinator = await centre.as('coordina');
  await coordinator.chooseCopyFolder({ folder: copies });
  const made = await centre.aCase();
  number = made.number;
  await plantNotes(centre, made.caseId);
  await coordinator.makeCopy({});
  const set = join(copies, readdirSync(copies).find((name) => name.startsWith('backup-')) ?? '');
  copy = join(newFolder(), basename(set));
  cpSync(set, copy, { recursive: true });
  await centre.close();
  // Each way begins from the same register: one that found the copies of another way there would take itself for put back.
  rmSync(copies, { recursive: true });
  planted = centre.folder;
});
afterAll(async () => {
  await closeCentres();
  removeFolders();
});

/** Everything that came out, and how it ended. */
type Ended = { readonly said: readonly string[]; readonly end: string | null };

/** As `carryOut` does it, with a cheap key derivation. */
async function run(
  command: Command,
  { data }: Place,
  login: Login | null,
  options: CommandLine['options'],
): Promise<Ended> {
  const said: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((piece) => said.push(String(piece)) > 0),
  );
  const ports = testPorts(fixedClock(now));
  const application = await createApplication({ dataFolder: data, host: 'direct', ports, kdfPolicy: cheapKdfPolicy });
  let session: SessionView | null = null;
  const client = makeClient(contract, application, {
    ...{ token: () => session?.token ?? null, newKey: () => crypto.randomUUID() },
    onAfter: (failure) => void said.push(JSON.stringify(failure)),
  });
  const line: CommandLine = {
    ...{ client, application, options: { data, user: login ?? undefined, ...options } },
    signIn: async () => (session = await client.signIn({ login: login ?? '', password: passphrase })),
    ...{ again: () => ({ password: passphrase }), use: (other) => void (session = other) },
    ...{ print: (value) => void said.push(JSON.stringify(value)), say: (words) => void said.push(words) },
    endWith: (code) => void said.push(String(code)),
  };
  try {
    await command.run(line);
    return { said, end: null };
  } catch (error) {
    const words = error instanceof UsageError ? error.message : failureLines(error);
    return { said: [...said, String(error instanceof Error ? error.stack : error)], end: words ?? String(error) };
  } finally {
    await application.close();
    for (const stream of streams) stream.mockRestore();
  }
}

async function named(name: string): Promise<Command> {
  const command = await commands.find((one) => one.name === name)?.load();
  if (command === undefined) throw new Error(`no ${name}`);
  return command;
}

/** The register of the command, opened beside the program: its tables hold the attention and no word of a note. */
async function lookInside(place: Place, way: Way): Promise<void> {
  if (way.without === 'register' && !filesUnder(place.data).some((path) => path.endsWith('.db'))) return;
  const password = way.password?.(place) ?? passphrase;
  const dump = await insideFile(place.data, dumpOf, null, { login: 'coordina', password });
  expect(dump).not.toContain(noteMarker);
}

describe('every command', () => {
  it('has a way here, and one that stays away from the other sweep has it here', () => {
    const names = commands.map(({ name }) => name);
    expect(Object.keys(ways).toSorted()).toEqual(names.toSorted());
    expect(awayCommands.filter((name) => !names.includes(name))).toEqual([]);
  });

  const all = Object.entries(ways).flatMap(([name, some]) => some.map((way, at) => ({ name, at, way })));

  it.each(all)('says, writes and leaves no word of a note: $name, $at', async ({ name, way }) => {
    const place = { data: newFolder(), out: newFolder() };
    if (way.without !== 'register') cpSync(planted, place.data, { recursive: true });
    const command = await named(name);
    mkdirSync(join(place.out, 'programa'));
    if (way.hasOwnCopies === true)
      await run(await named('backup'), place, 'coordina', { to: join(place.out, 'copias') });
    const { said, end } = await run(command, place, way.login, way.options(place));
    if (way.ends === null) expect(end).toBeNull();
    else expect(end).toMatch(way.ends);
    expect(said.length).toBeGreaterThan(0);
    expect(said.join('\n')).not.toContain(noteMarker);
    const folder = newFolder();
    const found = [...filesUnder(place.out), ...filesUnder(place.data)].filter((path) =>
      wordsOf(readFileSync(path), folder).includes(noteMarker),
    );
    expect(found).toEqual([]);
    await lookInside(place, way);
  });

  it('would be found by it: what is planted is in the register that psychology opens, and the attention in a restored one', async () => {
    const place = { data: newFolder(), out: newFolder() };
    const [way] = ways['restore'] ?? [];
    if (way === undefined) throw new Error('no restore');
    expect((await run(await named('restore'), place, null, way.options(place))).end).toBeNull();
    expect(await insideFile(place.data, dumpOf)).toContain(openMarker);
    const notes: Command = {
      ...{ usage: '', options: {} },
      run: async (line) => {
        await line.signIn();
        const [found] = (await line.client.listMyCases({})).cases;
        line.print(await line.client.listNotes({ caseId: found?.caseId ?? '' }));
      },
    };
    expect((await run(notes, place, 'psico', {})).said.join('\n')).toContain(noteMarker);
  });
});
