/** `update check`, `update prepare`: a signed update file, without internet. Nothing is ever run. */
import { resolve } from 'node:path';
import { required, signedIn, word, type Command } from './command.ts';

export const checkUpdateCommand: Command = {
  usage: `${signedIn} --file ARCHIVO`,
  options: { file: word },
  run: async (line) => {
    const file = resolve(required(line, 'file'));
    await line.signIn();
    line.print(await line.client.checkUpdate({ file }));
  },
};

export const prepareUpdateCommand: Command = {
  usage:
    `${signedIn} --file ARCHIVO --to CARPETA\n\n` +
    '  No instala nada: eso lo hace quien administra la computadora. Guarde el instalador anterior: con él y con la copia\n' +
    '  se vuelve atrás.',
  options: { file: word, to: word },
  run: async (line) => {
    const [file, folder] = [resolve(required(line, 'file')), resolve(required(line, 'to'))];
    await line.signIn();
    line.print(await line.client.prepareUpdate({ file, folder }));
  },
};
