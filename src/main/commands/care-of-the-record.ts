/** `backup`, `restore`, `verify`. */
import { resolve } from 'node:path';
import { previewWords, type CopyKey } from '../../shared/backup/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import { readPassphrase, required, type Command, type CommandLine } from './command.ts';
import { makeFolder } from './out-file.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Hace una copia verificada en la carpeta elegida.',
  usage: '--data CARPETA --user USUARIO --passphrase-file ARCHIVO [--to CARPETA]',
  options: { to: { type: 'string' } },
  run: async (line) => {
    const { to } = line.options;
    await line.signIn();
    if (typeof to === 'string') {
      makeFolder(to, '--to');
      await line.client.chooseCopyFolder({ folder: resolve(to) });
    }
    line.print(await line.client.makeCopy({}));
  },
};

/** Who opens the copy: the recovery key from a file, or a person's passphrase. */
async function keyOf(line: CommandLine): Promise<CopyKey> {
  const paper = line.options['recovery-key-file'];
  if (typeof paper === 'string')
    return { kind: 'recoveryKey', key: await readPassphrase(paper, 'Clave de recuperación') };
  const login = required(line, 'user');
  const file = line.options['passphrase-file'];
  const password = await readPassphrase(typeof file === 'string' ? file : undefined, `Frase de ${login}`);
  return { kind: 'password', login, password };
}

async function secondOf(line: CommandLine) {
  const login = line.options['second'];
  if (typeof login !== 'string') return null;
  const file = line.options['second-passphrase-file'];
  const password = await readPassphrase(typeof file === 'string' ? file : undefined, `Frase de ${login}`, 1);
  return { login, password };
}

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Recupera el registro desde una copia; antes dice qué faltaría.',
  usage:
    '--data CARPETA --from CARPETA-DE-LA-COPIA (--user USUARIO --passphrase-file ARCHIVO | --recovery-key-file ARCHIVO) ' +
    '[--second USUARIO --second-passphrase-file ARCHIVO] [--preview]',
  options: {
    from: { type: 'string' },
    'recovery-key-file': { type: 'string' },
    second: { type: 'string' },
    'second-passphrase-file': { type: 'string' },
    preview: { type: 'boolean' },
  },
  run: async (line) => {
    const folder = resolve(required(line, 'from'));
    const by = await keyOf(line);
    const second = await secondOf(line);
    const preview = await line.client.previewRestore({ folder, by });
    if (line.options['preview'] === true) {
      line.print(preview);
      return;
    }
    // Said before anything is done, and apart from the answer that a program reads.
    for (const sentence of previewWords(preview)) process.stderr.write(`${sentence}\n`);
    const { aside } = await line.client.restoreCopy({ folder, by, second });
    line.print(aside === null ? { restored: true } : { restored: true, aside });
  },
};

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'Revisa la cadena de la bitácora y el sello de cada registro.',
  usage: '--data CARPETA --user USUARIO --passphrase-file ARCHIVO',
  options: {},
  run: async (line) => {
    await line.signIn();
    const result = await line.client.verifyRecord({});
    line.print(result);
    if (!result.isSound) throw fail('damaged', 'record-seal');
  },
};
