/** A file handle of the application as bytes, piece by piece. */
import type { FileHandle } from '../../shared/platform/ids.ts';
import type { CommandLine } from './command.ts';

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
