/** Files of the application as bytes. */
import type { FileHandle } from '../../shared/platform/ids.ts';
import type { CommandLine } from './command.ts';

/** A file handle of the application as bytes, piece by piece. */
export async function fetchFile(line: Pick<CommandLine, 'client'>, file: FileHandle): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let offset: number | null = 0;
  while (offset !== null) {
    const piece: { base64: string; nextOffset: number | null } = await line.client.readFile({ id: file.id, offset });
    pieces.push(Buffer.from(piece.base64, 'base64'));
    offset = piece.nextOffset;
  }
  return Buffer.concat(pieces);
}

/** The same of a file that the record hands out to be saved: it stands in the register of what is outside first. */
export async function fetchToSave(line: Pick<CommandLine, 'client'>, file: FileHandle): Promise<Buffer> {
  await line.client.saveFile({ id: file.id });
  return fetchFile(line, file);
}
