/** `update check`, `update prepare`: a signed update file, without internet. Nothing is ever run. */
import { resolve } from 'node:path';
import { required, type Command } from './command.ts';

const signedIn = '--data CARPETA --user USUARIO --passphrase-file ARCHIVO';

export const checkUpdateCommand: Command = {
  name: 'update check',
  summary: 'Revisa un archivo de actualización: firma, versión, tamaño y contenido.',
  usage: `${signedIn} --file ARCHIVO`,
  options: { file: { type: 'string' } },
  run: async (line) => {
    const file = resolve(required(line, 'file'));
    await line.signIn();
    line.print(await line.client.checkUpdate({ file }));
  },
};

export const prepareUpdateCommand: Command = {
  name: 'update prepare',
  summary: 'Revisa la actualización, hace una copia verificada y deja el instalador en una carpeta.',
  usage:
    `${signedIn} --file ARCHIVO --to CARPETA\n\n` +
    '  No instala nada: eso lo hace quien administra la computadora. Guarde el instalador anterior: con él y con la copia\n' +
    '  se vuelve atrás.',
  options: { file: { type: 'string' }, to: { type: 'string' } },
  run: async (line) => {
    const [file, folder] = [resolve(required(line, 'file')), resolve(required(line, 'to'))];
    await line.signIn();
    line.print(await line.client.prepareUpdate({ file, folder }));
  },
};
