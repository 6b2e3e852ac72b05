/** `backup`, `restore`, `verify`. */
import { resolve } from 'node:path';
import { fail } from '../../shared/platform/failures.ts';
import { readPassphrase, required, type Command } from './command.ts';
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

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Recupera el registro desde una copia, en una carpeta de datos vacía.',
  usage: '--data CARPETA-VACÍA --user USUARIO --passphrase-file ARCHIVO --from CARPETA-DE-LA-COPIA',
  options: { from: { type: 'string' } },
  run: async (line) => {
    const folder = required(line, 'from');
    const login = required(line, 'user');
    const file = line.options['passphrase-file'];
    const password = await readPassphrase(typeof file === 'string' ? file : undefined, `Frase de ${login}`);
    await line.client.restoreCopy({ folder, login, password });
    line.print({ restored: true });
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
