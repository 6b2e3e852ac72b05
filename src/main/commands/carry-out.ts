/** What a command needs once its options are read: the application, a client of it, words for failures. */
import { existsSync, mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { parse, resolve } from 'node:path';
import { bannerWords } from '../../shared/audit/index.ts';
import { contract } from '../../shared/contract.ts';
import { failureWords } from '../../shared/failure-words.ts';
import type { SessionView } from '../../shared/access/index.ts';
import { makeClient } from '../../shared/platform/client.ts';
import { fail } from '../../shared/platform/failures.ts';
import { createOn } from '../computers/this-computer.ts';
import { productKdfPolicy } from '../platform/crypto/kdf.ts';
import { noProtector } from '../platform/lan/identity.ts';
import { placesOfThisComputer, plainPorts } from '../platform/plain-ports.ts';
import { isUnc } from '../platform/storage/paths.ts';
import { askingAgain } from './ask-again.ts';
import { readPassphrase, required, type Command, type CommandLine } from './command.ts';

type Options = CommandLine['options'];

const print = (value: unknown) => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);

/**
 * The folder of `--data`; none for the places of this computer. Made when it is missing only by what begins a register:
 * a name that was mistyped leaves nothing behind.
 *
 * @throws storage `path-network`, `path-missing`, `path-read-only`: a share that is not reached and a drive that is not there say so in words
 */
function dataFolderOf({ makesFolder }: Command, options: Options): string | undefined {
  const folder = options['data'];
  if (typeof folder !== 'string') return undefined;
  if (isUnc(folder)) throw fail('storage', 'path-network');
  if (existsSync(folder)) return folder;
  if (makesFolder !== true || !existsSync(parse(resolve(folder)).root)) throw fail('storage', 'path-missing');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw fail('storage', 'path-read-only');
  }
  return folder;
}

/**
 * Carries a command out and answers its exit code.
 *
 * @throws ExpectedFailure, UsageError
 */
export async function carryOut(command: Command, options: Options): Promise<number> {
  const folder = dataFolderOf(command, options);
  const prepare = placesOfThisComputer(productKdfPolicy);
  // Under the name of this computer, as other computers know it.
  const reaching = command.reaches === true ? { lan: { protector: noProtector }, device: hostname() } : {};
  const fixed = { host: 'direct', ports: plainPorts(), kdfPolicy: productKdfPolicy, calibrates: true } as const;
  const application = await createOn(folder, { ...fixed, ...reaching }, prepare);
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
      // Told once, as over every screen: who signs in here may be the only one to whom it is said.
      for (const words of session.troubles.map(bannerWords)) if (words !== null) process.stderr.write(`${words}\n`);
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
