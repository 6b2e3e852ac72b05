/** Files of the application, and where a command writes them: looked at before anything is issued, never replaced unless said. */
import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import type { FileHandle } from '../../shared/platform/ids.ts';
import { UsageError, type CommandLine } from './command.ts';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const words: Readonly<Record<string, string>> = {
  EEXIST: 'El archivo de --out ya existe. No se reemplaza.',
  ENOENT: 'La carpeta de --out no existe.',
  ENOTDIR: 'La carpeta de --out no existe.',
  ENAMETOOLONG: 'El nombre de --out es demasiado largo.',
};

/**
 * Before anything is issued: a paper that could not be written would have used its number. Each file is made and taken away
 * again, because no other question is answered alike by every disk.
 *
 * @throws UsageError when one of them exists or cannot be made
 */
export function requireNew(...files: readonly string[]): void {
  for (const file of files) {
    try {
      closeSync(openSync(file, 'wx', 0o600));
    } catch (error) {
      throw new UsageError(words[codeOf(error)] ?? 'No se puede escribir el archivo de --out.');
    }
    rmSync(file, { force: true });
  }
}

/** Writes a new file only for its owner; an existing one is never overwritten. */
export function writeNew(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new UsageError('El archivo de --out ya existe. No se reemplaza.');
    throw fail('storage', 'copy-not-delivered');
  }
}

/**
 * Makes a folder for its owner alone where there is none, and tries that files can be written in it.
 *
 * @param option how the folder was given, `--out`
 * @throws UsageError when it is a file, or nothing can be written there
 */
export function makeFolder(folder: string, option = '--out'): void {
  const probe = join(folder, `.${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    closeSync(openSync(probe, 'wx', 0o600));
  } catch {
    throw new UsageError(`No se puede escribir en la carpeta de ${option}.`);
  }
  rmSync(probe, { force: true });
}

/** A secret in a new file for its owner alone, whole or not there, on the disk when it answers. */
export function keepSecret(file: string, text: string): void {
  const beside = `${file}.${randomUUID()}`;
  writeFileSync(beside, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true });
  renameSync(beside, file);
}

export function readKept(file: string): string {
  return readFileSync(file, 'utf8').trim();
}

export function removeKept(...files: readonly string[]): void {
  for (const file of files) rmSync(file, { force: true });
}

/**
 * Whether a refusal says for sure that nothing changed. After any other failure the change may be there, and then what was
 * written is the only thing that opens.
 */
export function isNothingChanged(error: unknown): boolean {
  return error instanceof ExpectedFailure && ['rule-broken', 'wrong-secret', 'invalid'].includes(error.failure.code);
}

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
