/** `document verify`: whether a file or a number is of this centre. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { numberInFile, type Verdict } from '../../shared/papers/index.ts';
import { UsageError, word, type Command, type Given } from './command.ts';

const exitCodes = { genuine: 0, changed: 3, unknown: 4 } as const satisfies Record<Verdict, number>;

/** Properties of a file are small: what grows beyond this is none. */
const mostUnpacked = 4 * 1024 * 1024;

async function readFile(path: string): Promise<{ contentHash: string; number: string | null }> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new UsageError('No se pudo leer el archivo de --file.');
  }
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  const inflate = (packed: Uint8Array) => Promise.resolve(inflateRawSync(packed, { maxOutputLength: mostUnpacked }));
  return { contentHash, number: await numberInFile(bytes, inflate) };
}

/** @throws UsageError unless one of both is said */
function requireOne({ options: { file, number } }: Given): void {
  if ((typeof file === 'string') === (typeof number === 'string')) {
    throw new UsageError('Indique --file o --number, uno de los dos.');
  }
}

export const verifyDocumentCommand: Command = {
  usage: `--data CARPETA --user USUARIO --passphrase-file ARCHIVO --file F.pdf | --number N

  Nunca dice de quién trata. Termina con 0 auténtico, 3 cambiado, 4 desconocido.`,
  options: { file: word, number: word },
  check: requireOne,
  run: async (line) => {
    requireOne(line);
    const { file, number } = line.options;
    const asked = typeof file === 'string' ? await readFile(file) : { contentHash: null, number: String(number) };
    await line.signIn();
    const found = await line.client.verifyDocument(asked);
    line.print(found);
    line.endWith(exitCodes[found.verdict]);
  },
};
