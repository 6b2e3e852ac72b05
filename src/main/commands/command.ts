/** What every command of the command line shares: options, words for failures, secrets from files or the keyboard. */
import { readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Contract } from '../../shared/contract.ts';
import type { SessionView } from '../../shared/access/index.ts';
import type { CallOptions, Client, InputGivenOf } from '../../shared/platform/contract.ts';
import type { Application } from '../application.ts';

/** Wrong usage: exit code 2 and the help of the command. */
export class UsageError extends Error {}

export type CommandLine = {
  readonly client: Client<Contract>;
  readonly application: Application;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Signs in with `--user` and `--passphrase-file` (or the hidden prompt); the session ends with the command. */
  signIn(): Promise<SessionView>;
  /** The passphrase given for `--user`, for procedures that ask for it again. */
  again(): CallOptions;
  /** Makes the given session the one of the following calls. */
  use(session: SessionView): void;
  print(value: unknown): void;
  /** One line of plain words, after everything that was printed. */
  say(words: string): void;
  /** The exit code of a command that says more than done. */
  endWith(code: number): void;
};

/** What was typed. */
export type Given = Pick<CommandLine, 'options'>;

/** Works on a register, through the gate. */
export type Command = {
  readonly usage: string;
  /** Options beside the common `--data`, `--user`, `--passphrase-file`, `--help`. */
  readonly options: ParseArgsOptionsConfig;
  /** Makes the folder of `--data` where there is none; any other command works on a register that is there. */
  readonly makesFolder?: true;
  /** Other computers of the centre reach this one, where that is switched on, for as long as it runs. */
  readonly reaches?: true;
  /**
   * What is wrong with the options alone: told before the application is loaded and the register opened. `run` looks again,
   * so nothing is read here that may be read but once (a pipe).
   *
   * @throws UsageError
   */
  check?(line: Given): void;
  run(line: CommandLine): Promise<void>;
};

/** An option with a value, and one that is only said. */
export const word = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;
/** How the usage of a command begins that somebody signs in for. */
export const signedIn = '--data CARPETA --user USUARIO --passphrase-file ARCHIVO';
/** Who stands beside, for what two people do. */
export const ofSecond = { second: word, 'second-passphrase-file': word } as const;

export const commonOptions = {
  ...{ data: word, user: word, 'passphrase-file': word },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

/** @throws UsageError for an unknown option or a missing value */
export function parseOptions(
  command: Pick<Command, 'options'>,
  args: readonly string[],
): Record<string, string | boolean | undefined> {
  try {
    const parsed = parseArgs({
      args: [...args],
      options: { ...commonOptions, ...command.options },
      allowPositionals: false,
    });
    return parsed.values;
  } catch (error) {
    // Never the parser's own words: they repeat what was typed, which may be a passphrase out of place.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const words = optionWords[code] ?? 'No se entendieron las opciones del comando.';
    throw new UsageError(args.some(isSecretOption) ? `${words} ${secretInLine}` : words);
  }
}

/** `--passphrase`, `--clave=…`: an option that no command has, since its value would be seen by others. */
const isSecretOption = (word: string) =>
  /^--?(passphrase|password|pass|pwd|frase|contrase(ñ|n)a|clave|key|recovery-key)(=|$)/i.test(word);

const secretInLine =
  'Una contraseña o clave nunca va en la línea: otras cuentas la pueden ver y queda en el historial. Si la escribió, cámbiela.';

const optionWords: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: 'Hay una opción que este comando no tiene.',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: 'Hay una palabra suelta: este comando solo recibe opciones.',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: 'A una opción le falta su valor, o le sobra.',
};

/** The value of an option; undefined when it was not given. */
export function optionOf({ options }: Given, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The value of a required option. @throws UsageError when it was not given */
export function required(line: Given, name: string): string {
  const value = optionOf(line, name);
  if (value === undefined || value === '') throw new UsageError(`Falta --${name}.`);
  return value;
}

/** The procedure called with what a file or a line says: the gate parses it, here it only travels. */
export function sent<Name extends keyof Contract>({ client }: CommandLine, name: Name, input: object) {
  return client[name](input as InputGivenOf<Contract[Name]>);
}

/** A JSON input file. @throws UsageError when it cannot be read or is not JSON */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readTyped(path));
  } catch {
    throw new UsageError('No se pudo leer el archivo de entrada o no es JSON.');
  }
}

const byteOrderMark = '\uFEFF';
const withoutMark = (text: string) => (text.startsWith(byteOrderMark) ? text.slice(1) : text);

/** Text of a file as a person saved it: the notepad and the consoles of Windows put a mark before it, or write UTF-16. */
export function readTyped(path: string): string {
  const bytes = readFileSync(path);
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return withoutMark(bytes.toString(isUtf16 ? 'utf16le' : 'utf8'));
}

let standardInput: Promise<string[]> | null = null;

/** Lines of standard input, read once: line 1 first person, line 2 second person, groups of the recovery key. */
export function standardInputLines(): Promise<string[]> {
  standardInput ??= (async () => {
    const pieces: Buffer[] = [];
    for await (const piece of process.stdin as AsyncIterable<Buffer>) pieces.push(piece);
    return withoutMark(Buffer.concat(pieces).toString('utf8')).split(/\r?\n/);
  })();
  return standardInput;
}

/**
 * A passphrase from a file only its owner may read, from standard input (`-`), or typed unseen.
 *
 * Never from an argument or the environment. The final line end of a file does not count; nothing else is trimmed.
 * @throws UsageError when other accounts may read the file
 */
export async function readPassphrase(file: string | undefined, prompt: string, stdinLine = 0): Promise<string> {
  if (file === '-') return (await standardInputLines())[stdinLine] ?? '';
  if (file === undefined) return typeUnseen(prompt);
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
      throw new UsageError('Solo su dueño debe poder leer el archivo de la frase (chmod 600).');
    }
    return readTyped(file).replace(/\r?\n$/, '');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('No se pudo leer el archivo de la frase.');
  }
}

/** From one standard input: line 1 is the first person, line 2 the second. @throws UsageError */
export async function secondPerson(line: Given): Promise<{ login: string; password: string }> {
  const login = required(line, 'second');
  return { login, password: await readPassphrase(optionOf(line, 'second-passphrase-file'), `Frase de ${login}`, 1) };
}

async function typeUnseen(prompt: string): Promise<string> {
  if (!process.stdin.isTTY) throw new UsageError('Falta --passphrase-file.');
  process.stderr.write(`${prompt}: `);
  const muted = new (await import('node:stream')).Writable({ write: (_piece, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: muted, terminal: true });
  try {
    return await reader.question('');
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}
