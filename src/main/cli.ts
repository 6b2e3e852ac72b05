/**
 * The application on the command line: unattended work and maintenance, through the same gate as the window.
 *
 * Help and wrong usage are answered without the application, which takes a second to load: nothing here may import it.
 *
 * Exit codes: 0 done · 1 expected failure (code and words on standard error) · 2 wrong usage. `document verify` says more:
 * 0 genuine · 3 changed · 4 unknown.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseOptions, UsageError, type Command } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { version } from './version.ts';

type Listed = (typeof commands)[number];

/** On an installed computer the console entry stands two folders above the Node that runs this. */
const isInstalled = existsSync(join(dirname(process.execPath), '../../registro-cem.cmd'));
const program = isInstalled ? 'registro-cem' : 'npm run -s cli --';

/** Commands with what each does, one a line. */
function listOf(some: readonly Listed[]): string[] {
  const width = Math.max(...some.map((command) => command.name.length));
  return some.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
}

function overview(): string {
  return [
    'Registro CEM · línea de comandos',
    '',
    `Uso: ${program} <comando> [--data CARPETA] [--user USUARIO] [--passphrase-file ARCHIVO] …`,
    '',
    ...listOf(commands),
    '',
    'Sin --data se usa el registro de esta computadora. Sin --passphrase-file la frase se escribe sin verse; con «-» se lee de',
    'la entrada estándar. Un archivo de frase lo lee solo su dueño. Una contraseña nunca va en la línea.',
    '',
    `${program} <comando> --help explica cada uno; ${program} --version dice qué versión es esta.`,
    '',
  ].join('\n');
}

/** `document --help`: the commands of a group; null for a word that begins none. */
function helpOfGroup(name: string): string | null {
  const members = commands.filter((command) => command.name.startsWith(`${name} `));
  if (members.length === 0) return null;
  const which = `${program} ${name} <comando> --help explica cada uno.`;
  return [`Comandos de «${name}»`, '', ...listOf(members), '', which, ''].join('\n');
}

function helpOf({ name, summary }: Listed, { usage }: Command): string {
  return `${summary}\n\nUso: ${program} ${name} ${usage}\n`;
}

// Files of the record are their owner's alone.
process.umask(0o077);

/** A command is one word or two: `filing`, `document verify`. */
function listedOf(name: string, args: readonly string[]) {
  const two = commands.find((candidate) => candidate.name === `${name} ${args[0] ?? ''}`);
  if (two !== undefined) return { listed: two, rest: args.slice(1) };
  return { listed: commands.find((candidate) => candidate.name === name), rest: args };
}

async function runListed(listed: Listed, args: readonly string[]): Promise<number> {
  const command = await listed.load();
  try {
    const options = parseOptions(command, args);
    if (options['help'] === true) {
      process.stdout.write(helpOf(listed, command));
      return 0;
    }
    command.check?.({ options });
    const folder = (await import('./commands/data-folder.ts')).dataFolderOf(command, { options });
    return await (await import('./commands/carry-out.ts')).carryOut(command, options, folder);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${helpOf(listed, command)}`);
      return 2;
    }
    const words = (await import('./commands/words.ts')).wordsOf(error);
    if (words === null) throw error;
    process.stderr.write(words);
    return 1;
  }
}

const isHelp = (word: string | undefined) => word === '--help' || word === '-h';

/** A word that is no command by itself: the group it begins, or nothing. */
function explain(name: string, args: readonly string[]): number {
  const group = helpOfGroup(name);
  if (group !== null && isHelp(args[0])) {
    process.stdout.write(group);
    return 0;
  }
  process.stderr.write(`No existe el comando.\n\n${group ?? overview()}`);
  return 2;
}

async function main(): Promise<number> {
  const [name, ...args] = process.argv.slice(2);
  if (name === '--version') {
    process.stdout.write(`Registro CEM ${version}\n`);
    return 0;
  }
  if (name === undefined || isHelp(name)) {
    process.stdout.write(overview());
    return name === undefined ? 2 : 0;
  }
  const { listed, rest } = listedOf(name, args);
  return listed === undefined ? explain(name, args) : runListed(listed, rest);
}

process.exitCode = await main();
