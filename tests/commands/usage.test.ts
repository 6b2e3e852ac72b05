/** What the command line says of itself, and to who uses it wrongly: no centre is needed for it. */
import { tmpdir } from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { verifyCommand } from '../../src/main/commands/care-of-the-record.ts';
import { parseOptions, UsageError } from '../../src/main/commands/command.ts';
import { commands } from '../../src/main/commands/index.ts';
import { runCli } from './run-cli.ts';

vi.setConfig({ testTimeout: 60_000 });

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
  ];
  it.each(misplaced)('is told without repeating it: %s', (_what, args, words) => {
    const parse = () => parseOptions(verifyCommand, args);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(words);
    expect(parse).not.toThrow(secret);
  });
});

describe('a folder of data that cannot be', () => {
  it.each([
    ['//servidor/registro', 'path-network'],
    ['/dev/null/registro', 'path-read-only'],
  ])('is refused in words, whatever the system says of it: %s', async (folder, reason) => {
    const ended = await runCli(['verify', '--data', folder, '--user', 'nadie', '--passphrase-file', '-']);
    expect(ended).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`storage (${reason}): `) as string });
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
    expect(listed.kinds).toHaveLength(17);
  });
});

describe('help', () => {
  it('lists every command and explains one, on standard output, with code 0', async () => {
    const overview = await runCli(['--help']);
    expect(overview).toMatchObject({ code: 0, err: '' });
    const names = [...overview.out.matchAll(/^ {2}([a-z]+(?: [a-z]+)?) {2,}\S/gm)].map((match) => match[1]);
    expect(names).toEqual(commands.map((command) => command.name));
    const help = await runCli(['report', '--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('Uso: npm run -s cli -- report --data CARPETA');
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
