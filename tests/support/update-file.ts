/** Update files signed with the key of tests. */
import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../src/main/application.ts';
import { updateHead } from '../../src/main/program/update-file.ts';
import type { UpdateManifest } from '../../src/shared/program/index.ts';

export const testKeyFile = join(import.meta.dirname, '../fixtures/update/clave-de-pruebas.pem');
/** Larger than one piece, and no multiple of it. */
export const installerBytes = Buffer.alloc(2_500_001, 'instalador inventado ');
const [major = 0, minor = 0] = version.split('.').map(Number);
export const nextVersion = `${major}.${minor + 1}.0`;

export type UpdateChange = {
  readonly manifest?: Partial<UpdateManifest>;
  readonly size?: number;
  readonly key?: KeyObject;
  /** Done to the whole file before it is written. */
  readonly bytes?: (file: Buffer) => Buffer;
};

/** Path of the next version as an update file in that folder. */
export function updateIn(folder: string, change: UpdateChange = {}): string {
  const {
    manifest = {},
    size = installerBytes.length,
    key = createPrivateKey(readFileSync(testKeyFile)),
    bytes,
  } = change;
  const sha256 = createHash('sha256').update(installerBytes).digest('hex');
  const told = { version: nextVersion, minimumVersion: version, date: '2026-06-01', notes: 'Mejoras inventadas.' };
  const head = updateHead({ ...told, installer: { size, sha256 }, ...manifest } as UpdateManifest, key);
  const file = Buffer.concat([head, installerBytes]);
  const path = join(folder, 'nueva.actualizacion');
  writeFileSync(path, bytes === undefined ? file : bytes(file));
  return path;
}
