/** What a command needs once its options are read: the application, a client of it, words for failures. */
import { hostname } from 'node:os';
import { bannerWords } from '../../shared/audit/index.ts';
import { contract } from '../../shared/contract.ts';
import { failureWords } from '../../shared/failure-words.ts';
import type { SessionView } from '../../shared/access/index.ts';
import { makeClient } from '../../shared/platform/client.ts';
import { createOn } from '../computers/this-computer.ts';
import { productKdfPolicy } from '../platform/crypto/kdf.ts';
import { noProtector } from '../platform/lan/identity.ts';
import { placesOfThisComputer, plainPorts } from '../platform/plain-ports.ts';
import { askingAgain } from './ask-again.ts';
import { optionOf, readPassphrase, required, type Command, type CommandLine } from './command.ts';

type Options = CommandLine['options'];

const print = (value: unknown) => void process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);

/**
 * Carries a command out and answers its exit code.
 *
 * @param folder that of `--data`; undefined for the places of this computer
 * @throws ExpectedFailure, UsageError
 */
export async function carryOut(command: Command, options: Options, folder: string | undefined): Promise<number> {
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
      passphrase = await readPassphrase(optionOf({ options }, 'passphrase-file'), `Frase de ${login}`);
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
