/**
 * The application on the command line: unattended work and maintenance, through the same gate as the window.
 *
 * Exit codes: 0 done · 1 expected failure (code and words on standard error) · 2 wrong usage. `document verify` says more:
 * 0 genuine · 3 changed · 4 unknown.
 */
import { failureWords } from '../shared/failure-words.ts';
import { contract } from '../shared/contract.ts';
import type { SessionView } from '../shared/access/index.ts';
import { makeClient } from '../shared/platform/client.ts';
import { ExpectedFailure } from '../shared/platform/failures.ts';
import { createOn } from './both-places.ts';
import { askingAgain } from './commands/ask-again.ts';
import {
  parseOptions,
  readPassphrase,
  required,
  UsageError,
  type Command,
  type CommandLine,
} from './commands/command.ts';
import { commands } from './commands/index.ts';
import { productKdfPolicy } from './platform/crypto/kdf.ts';
import { placesOfThisComputer, plainPorts } from './platform/plain-ports.ts';

const program = 'npm run -s cli --';

/** Commands with what each does, one a line. */
function listOf(some: readonly Command[]): string[] {
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
    `${program} <comando> --help explica cada uno.`,
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

function helpOf(command: Command): string {
  return `${command.summary}\n\nUso: ${program} ${command.name} ${command.usage}\n`;
}

async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  const options = parseOptions(command, args);
  if (options['help'] === true) {
    process.stdout.write(helpOf(command));
    return 0;
  }
  const print = (value: unknown) => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  if ('runAlone' in command) {
    await command.runAlone({ options, print });
    return 0;
  }
  const folder = typeof options['data'] === 'string' ? options['data'] : undefined;
  const parts = { host: 'direct', ports: plainPorts(), kdfPolicy: productKdfPolicy, calibrates: true } as const;
  const application = await createOn(folder, parts, placesOfThisComputer(productKdfPolicy));
  let session: SessionView | null = null;
  let passphrase: string | null = null;
  let code = 0;
  const client = makeClient(contract, askingAgain(application), {
    token: () => session?.token ?? null,
    newKey: () => crypto.randomUUID(),
    onAfter: (failure) => void process.stderr.write(`Se guardó. Pero lo que seguía falló: ${failureWords(failure)}\n`),
  });
  const line: CommandLine = {
    client,
    application,
    options,
    signIn: async () => {
      const login = required({ options }, 'user');
      const file = options['passphrase-file'];
      passphrase = await readPassphrase(typeof file === 'string' ? file : undefined, `Frase de ${login}`);
      session = await client.signIn({ login, password: passphrase });
      return session;
    },
    again: () => (passphrase === null ? {} : { password: passphrase }),
    use: (other) => void (session = other),
    print,
    say: (words) => void process.stdout.write(`${words}\n`),
    endWith: (end) => void (code = end),
  };
  try {
    await command.run(line);
    return code;
  } finally {
    await application.close();
  }
}

// Files of the record are their owner's alone.
process.umask(0o077);

/** A command is one word or two: `filing`, `document verify`. */
function commandOf(name: string, args: readonly string[]) {
  const two = commands.find((candidate) => candidate.name === `${name} ${args[0] ?? ''}`);
  if (two !== undefined) return { command: two, rest: args.slice(1) };
  return { command: commands.find((candidate) => candidate.name === name), rest: args };
}

/** Exit code of a command that did not end well; its words go to standard error. */
function endOf(error: unknown, command: Command): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${helpOf(command)}`);
    return 2;
  }
  if (!(error instanceof ExpectedFailure)) throw error;
  const { failure } = error;
  const reason = failure.reason === null ? '' : ` (${failure.reason})`;
  process.stderr.write(`${failure.code}${reason}: ${failureWords(failure)}\n`);
  for (const issue of failure.issues) process.stderr.write(`  ${issue.path}: ${issue.message}\n`);
  return 1;
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
  if (name === undefined || isHelp(name)) {
    process.stdout.write(overview());
    return name === undefined ? 2 : 0;
  }
  const { command, rest } = commandOf(name, args);
  if (command === undefined) return explain(name, args);
  try {
    return await runCommand(command, rest);
  } catch (error) {
    return endOf(error, command);
  }
}

process.exitCode = await main();
