/** `backup`, `restore`, `verify`. */
import { resolve } from 'node:path';
import { isReadOnlyTrouble } from '../../shared/audit/index.ts';
import { openCopyWords, placeWords, previewWords, type CopyKey } from '../../shared/backup/index.ts';
import type { Contract } from '../../shared/contract.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import {
  flag,
  ofSecond,
  optionOf,
  readPassphrase,
  required,
  secondPerson,
  UsageError,
  word,
  type Command,
  type CommandLine,
  type Given,
} from './command.ts';
import { makeFolder, requireNew, writeNew } from './out-file.ts';

export const backupCommand: Command = {
  usage: `--data CARPETA --user USUARIO --passphrase-file ARCHIVO [--to CARPETA]

  --to  Carpeta de otro disco, que se crea si no está. Desde entonces es la de este registro: ahí quedan también las
        copias que el programa hace solo. Sin esta opción se usa la que ya se eligió.`,
  options: { to: word },
  run: async (line) => {
    const to = optionOf(line, 'to');
    await line.signIn();
    if (to !== undefined) {
      makeFolder(to, '--to');
      await line.client.chooseCopyFolder({ folder: resolve(to) });
    }
    const state = await line.client.makeCopy({});
    line.print(state);
    for (const words of [placeWords(state.place), openCopyWords(state.isOpenToOthers)])
      if (words !== null) process.stderr.write(`${words}\n`);
  },
};

/** Who opens the copy: the recovery key from a file, or a person's passphrase. */
async function keyOf(line: CommandLine): Promise<CopyKey> {
  const paper = optionOf(line, 'recovery-key-file');
  if (paper !== undefined) return { kind: 'recoveryKey', key: await readPassphrase(paper, 'Clave de recuperación') };
  const login = required(line, 'user');
  const password = await readPassphrase(optionOf(line, 'passphrase-file'), `Frase de ${login}`);
  return { kind: 'password', login, password };
}

export const restoreCommand: Command = {
  makesFolder: true,
  usage:
    '--data CARPETA --from CARPETA-DE-LA-COPIA (--user USUARIO --passphrase-file ARCHIVO | --recovery-key-file ARCHIVO) ' +
    '[--second USUARIO --second-passphrase-file ARCHIVO] [--preview] [--start-key-out ARCHIVO]\n\n' +
    '  --start-key-out  Archivo nuevo para la clave inicial del tramo que empieza en la bitácora. Sin esta opción,\n' +
    '                   empiece un tramo nuevo en «Auditoría» e imprima su hoja.',
  options: { from: word, 'recovery-key-file': word, ...ofSecond, preview: flag, 'start-key-out': word },
  run: async (line) => {
    const folder = resolve(required(line, 'from'));
    const by = await keyOf(line);
    const second = optionOf(line, 'second') === undefined ? null : await secondPerson(line);
    const preview = await line.client.previewRestore({ folder, by });
    if (line.options['preview'] === true) {
      line.print(preview);
      return;
    }
    // Said before anything is done, and apart from the answer that a program reads.
    for (const sentence of previewWords(preview)) process.stderr.write(`${sentence}\n`);
    const out = textOption(line, 'start-key-out');
    if (out !== null) requireNew(out);
    const restored = await line.client.restoreCopy({
      folder: preview.copy.folder,
      by,
      second,
      takesStartKey: out !== null,
    });
    if (out !== null) writeKey(out, restored.startKey ?? '');
    const { aside, segment } = restored;
    line.print({ restored: true, ...(aside === null ? {} : { aside }), segment, startKeyFile: out });
  },
};

export const verifyCommand: Command = {
  usage: `--data CARPETA --user USUARIO --passphrase-file ARCHIVO
         [--start-key-file ARCHIVO] [--start-key-out ARCHIVO] [--against CARPETA]

  --start-key-file  Claves iniciales de la bitácora, una por línea, como en sus hojas; delante puede ir el número del
                    tramo. Si una es del tramo en uso y todo coincide, empieza un tramo nuevo y su clave se escribe en
                    --start-key-out (sin esa opción, junto a este archivo).
  --against         Carpeta con copias o reportes publicados: lo que vieron debe estar en la bitácora.

  Termina con 1 cuando algo no coincide, o el registro está en solo lectura. La última línea cuenta lo comparado y los problemas.`,
  options: { 'start-key-file': word, 'start-key-out': word, against: word },
  run: async (line) => {
    const proving = await askedProof(line);
    const { troubles } = await line.signIn();
    const record = await line.client.verifyRecord({});
    // Every seal of an older file holds: only what was found on opening tells that it is not the last one.
    if (troubles.some(isReadOnlyTrouble)) line.endWith(1);
    if (proving === null) {
      line.print(record);
      if (!record.isSound) throw fail('damaged', 'record-seal');
      return;
    }
    const proof = await line.client.proveRecord(proving.asked);
    const startKeyFile = proof.newSegment === null ? null : await takeKey(line, proving.out, proof.newSegment);
    line.print({ record, proof, startKeyFile });
    line.say(figureOf(record, proof));
    if (!record.isSound || !proof.isSound) throw fail('damaged', 'proof-failed');
  },
};

type Asked = InputOf<Contract['proveRecord']>;
type Proving = { readonly asked: Asked; readonly out: string };

function textOption(line: Given, name: string): string | null {
  const value = optionOf(line, name);
  return value === undefined || value === '' ? null : value;
}

/** What `verify` was asked to compare with; null when with nothing outside. */
async function askedProof(line: Given): Promise<Proving | null> {
  const [keys, against] = [textOption(line, 'start-key-file'), textOption(line, 'against')];
  if (keys === null && against === null) return null;
  const out = textOption(line, 'start-key-out') ?? `${keys ?? ''}.tramo-nuevo`;
  if (keys === '-' && textOption(line, 'start-key-out') === null) throw new UsageError('Falta --start-key-out.');
  // Before anything is proven: a key that cannot be written would be lost.
  if (keys !== null) requireNew(out);
  const startKeys = keys === null ? [] : keysIn(await readPassphrase(keys, 'Clave inicial'));
  return { asked: { startKeys, folder: against === null ? null : resolve(against), choosesFolder: false }, out };
}

/** One key a line; the number of its segment may stand before it. */
function keysIn(text: string): Asked['startKeys'] {
  const lines = text.split(/\r?\n/).map((one) => one.trim());
  return lines
    .filter((one) => one !== '')
    .map((one) => {
      const [, segment, key = one] = /^(\d{1,6})[\s:]+((?:[0-9a-fA-F][\s-]*){64})$/.exec(one) ?? [];
      return { segment: segment === undefined ? null : Number(segment), key };
    });
}

/** The key of the segment that began, in a new file; its name tells the number when none was given. */
async function takeKey(line: CommandLine, out: string, segment: number): Promise<string> {
  const file = out.endsWith('.tramo-nuevo') ? `${out.slice(0, -'nuevo'.length)}${segment}` : out;
  const { key } = await line.client.takeSegmentKey({});
  writeKey(file, key);
  return file;
}

function writeKey(file: string, key: string): void {
  writeNew(file, Buffer.from(`${key}\n`));
}

function figureOf(record: OutputOf<Contract['verifyRecord']>, proof: OutputOf<Contract['proveRecord']>): string {
  const keyed = proof.segments.filter((one) => one.proof === 'held').length;
  const problems = record.problems.length + proof.problems.length;
  return [
    `entradas ${proof.entries}`,
    `registros ${record.records}`,
    `tramos con clave ${keyed} de ${proof.segments.length}`,
    `comparados ${proof.compared}`,
    `problemas ${problems}`,
  ].join(' · ');
}
