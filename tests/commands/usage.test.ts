/** What the command line says of itself, and to who uses it wrongly: no centre is needed for it. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyCommand } from '../../src/main/commands/care-of-the-record.ts';
import { parseOptions, readJson, readPassphrase, UsageError } from '../../src/main/commands/command.ts';
import { commands } from '../../src/main/commands/index.ts';
import { newFolder, removeFolders } from '../support/temporary-folder.ts';
import { runCli } from './run-cli.ts';

afterEach(removeFolders);

describe('wrong usage', () => {
  const secret = 'secreta-inventada';
  const usage: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no command', [], /^$/],
    ['a passphrase as an argument', ['verify', '--passphrase', secret], /opción que este comando no tiene/],
    ['a month that is none', ['report', '--month', '2026-13', '--out', 'x', '--data', tmpdir()], /AAAA-MM/],
  ];
  it.each(usage)('ends with 2 and Spanish words on standard error: %s', async (_what, args, words) => {
    const ended = await runCli(args);
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(words);
    expect(ended.out + ended.err).toContain('Uso: npm run -s cli --');
    // What was typed may be a passphrase out of place: it is never repeated on a screen.
    expect(ended.out + ended.err).not.toContain(secret);
  });

  const misplaced: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a word out of place', [secret], /palabra suelta/],
    ['an unknown option with its value', [`--frase=${secret}`], /opción que este comando no tiene/],
    ['an option without its value', ['--user'], /falta su valor/],
    ['a switch with a value', [`--help=${secret}`], /le sobra/],
    ['a passphrase as an argument', ['--passphrase', secret], /nunca va en la línea: .*Si la escribió, cámbiela/],
    ['a key as an argument', [`--clave=${secret}`], /nunca va en la línea: .*Si la escribió, cámbiela/],
  ];
  it.each(misplaced)('is told without repeating it: %s', (_what, args, words) => {
    const parse = () => parseOptions(verifyCommand, args);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(words);
    expect(parse).not.toThrow(secret);
  });
});

describe('what the options alone tell', () => {
  it('is told before the register is looked for', async () => {
    const ended = await runCli(['keeper', '--data', join(newFolder(), 'no-está')]);
    expect(ended).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^Falta --on o --off/) as string });
  });

  it.each(['filing', 'referral', 'document verify', 'report', 'import', 'rotate', 'keeper', 'pair'])(
    'needs no register: %s',
    async (name) => {
      const command = await commands.find((one) => one.name === name)?.load();
      expect(() => command?.check?.({ options: {} })).toThrow(UsageError);
    },
  );
});

describe('what may be read but once', () => {
  const nowhere = join(tmpdir(), 'registro-no-está.json');
  const paper = { from: nowhere, kind: '1', out: join(tmpdir(), `registro-${randomUUID()}.pdf`) };
  it.each([
    ['filing', paper],
    ['referral', paper],
    ['import', { from: nowhere, map: nowhere, second: 'psico' }],
  ])('is not looked at before the register is opened: %s', async (name, options) => {
    const command = await commands.find((one) => one.name === name)?.load();
    expect(() => command?.check?.({ options })).not.toThrow();
  });
});

describe('a folder of data that cannot be', () => {
  const restore = ['restore', '--from', tmpdir()];
  it.each([
    [['verify'], '//servidor/registro', 'path-network'],
    [['verify'], '/dev/null/registro', 'path-missing'],
    [restore, '/dev/null/registro', 'path-read-only'],
  ])('is refused in words, whatever the system says of it: %s %s', async (command, folder, reason) => {
    const ended = await runCli([...command, '--data', folder, '--user', 'nadie', '--passphrase-file', '-']);
    expect(ended).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`storage (${reason}): `) as string });
  });

  it('is not made by a command that works on a register: a mistyped name leaves nothing behind', async () => {
    const folder = join(newFolder(), 'mal-escrita');
    const ended = await runCli(['backup', '--data', folder, '--user', 'nadie', '--passphrase-file', '-']);
    expect(ended).toMatchObject({ code: 1, err: expect.stringContaining('storage (path-missing): ') as string });
    expect(existsSync(folder)).toBe(false);
  });
});

describe('what a person saved on Windows', () => {
  const words = 'frase inventada con ñ';
  const marked = (encoding: BufferEncoding) => Buffer.from(`\uFEFF${words}\r\n`, encoding);
  it.each([
    ['plain', Buffer.from(`${words}\n`)],
    ['by the notepad, with a mark', marked('utf8')],
    ['by the console, in UTF-16', marked('utf16le')],
  ])('opens with the words that were typed: %s', async (_how, bytes) => {
    const file = join(newFolder(), 'frase.txt');
    writeFileSync(file, bytes, { mode: 0o600 });
    expect(await readPassphrase(file, 'Frase')).toBe(words);
  });

  it('is read as JSON all the same', () => {
    const file = join(newFolder(), 'datos.json');
    writeFileSync(file, Buffer.from('\uFEFF{"a":1}'));
    expect(readJson(file)).toEqual({ a: 1 });
  });
});

describe('the kinds of paper', () => {
  it('are listed without a centre, each filing with its template', async () => {
    const filings = await runCli(['filing', '--list']);
    expect(filings).toMatchObject({ code: 0, err: '' });
    const { kinds } = JSON.parse(filings.out) as { kinds: { kind: number; template: string }[] };
    expect(kinds.map(({ kind }) => kind)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    for (const { template } of kinds) expect(template).toMatch(/^filing-[a-z0-9-]+@\d+$/);
    const referrals = await runCli(['referral', '--list']);
    expect(referrals).toMatchObject({ code: 0, err: '' });
    const listed = JSON.parse(referrals.out) as { kinds: { kind: string }[] };
    expect(listed.kinds).toHaveLength(18);
  });
});

describe('help', () => {
  it('tells the version that is installed, as the package names it', async () => {
    const packed = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await runCli(['--version'])).toEqual({ code: 0, out: `Registro CEM ${packed.version}\n`, err: '' });
  });

  it('lists every command and explains one, on standard output, with code 0', async () => {
    const overview = await runCli(['--help']);
    expect(overview).toMatchObject({ code: 0, err: '' });
    const names = [...overview.out.matchAll(/^ {2}([a-z]+(?: [a-z]+)?) {2,}\S/gm)].map((match) => match[1]);
    expect(names).toEqual(commands.map((command) => command.name));
    const help = await runCli(['report', '--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('Uso: npm run -s cli -- report --data CARPETA');
  });

  it('stands in the manual and in the README with every command and no other', () => {
    const names = commands.map(({ name }) => name).toSorted();
    const said = (text: string) => [...text.matchAll(/`([a-z]+(?: [a-z]+)?)`/g)].map(([, name]) => name).toSorted();
    const readme = /`npm run -s cli -- <command>` \|(.*);/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
    expect(said(readme)).toEqual(names);
    const manual = readFileSync('docs/manual.md', 'utf8');
    const table = manual.slice(manual.indexOf('| comando | hace |'), manual.indexOf('Cómo se renueva el programa'));
    const firsts = table.split('\n').map((row) => row.split('|')[1] ?? '');
    expect(said(firsts.join('\n'))).toEqual(names);
  });

  it('shows the commands of a group, and of a word that begins none that there is no such command', async () => {
    const group = await runCli(['document', '--help']);
    expect(group).toMatchObject({ code: 0, err: '' });
    expect(group.out).toMatch(/^ {2}document verify {2}\S/m);
    expect(group.out).not.toContain('filing');
    const alone = await runCli(['document']);
    expect(alone).toMatchObject({ code: 2, out: '' });
    expect(alone.err).toMatch(/^No existe el comando\.\n\nComandos de «document»/);
    const none = await runCli(['documento', '--help']);
    expect(none).toMatchObject({ code: 2, out: '' });
    expect(none.err).toContain('Registro CEM · línea de comandos');
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    'names every option of %s',
    async (_name, listed) => {
      const command = await listed.load();
      for (const option of Object.keys(command.options)) expect(command.usage).toContain(`--${option}`);
      // A passphrase comes from a file, the keyboard or standard input: arguments are seen by every account.
      expect(command.usage).not.toMatch(/--(passphrase|password|frase)(?!-file|-out)/);
      expect(
        Object.keys(command.options).filter((option) => /^(passphrase|password|frase|clave)$/.test(option)),
      ).toEqual([]);
      expect(listed.summary).toMatch(/\.$/);
    },
  );
});
