/**
 * A verified copy made to be handed on, where no folder of copies was chosen or its disk is away: beside the record, in the
 * form of every other copy. It is no copy of this computer's own and never counts as one: what is lost with the disk is
 * lost with it.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { VerifiedCopy } from './copy-job.ts';
import { copyInto } from './copying.ts';
import { listCopies } from './keep.ts';
import type { CopyParts } from './parts.ts';

export const besideName = 'copies-to-hand-on';

/** Removes what the new one holds whole (decision D35), and nothing else. */
function removeHeld(target: string, parts: CopyParts, newest: string): void {
  const { dek, keyring } = parts.strongroom;
  const copies = listCopies(target, keyring.dbId, dek);
  const holder = copies.find(({ name }) => name === newest);
  for (const { name, line, head } of copies) {
    const isHeld = name !== newest && line === holder?.line && holder.contains.has(head);
    if (isHeld) rmSync(join(target, name), { recursive: true, force: true });
  }
}

/** @throws storage, damaged */
export async function copyBeside(parts: CopyParts): Promise<{ readonly copy: VerifiedCopy; readonly target: string }> {
  const target = join(parts.strongroom.folder, besideName);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  const copy = await copyInto(parts, target);
  removeHeld(target, parts, copy.name);
  return { copy, target };
}
