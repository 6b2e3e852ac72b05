/** Session notes with words that stand nowhere else, and what looks for them in files and databases. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import { textOf } from './paper-text.ts';
import type { TestCentre } from './start-application.ts';

/** In every planted note; a word that no form, paper or list has. */
export const noteMarker = 'ZORZALINDO';
/** In an attention, which the team reads: what looks everywhere has to find it. */
export const openMarker = 'MIRLONEGRO';

/** Kept, corrected, being typed, and typed and discarded. */
export async function plantNotes(centre: TestCentre, caseId: string): Promise<string[]> {
  const psychologist = await centre.as('psico');
  const attention = {
    ...{ action: 'psychology-session', on: '2026-06-10', time: null, withWhom: 'user' as const },
    ...{ outcome: 'done' as const, note: `${openMarker} acordado` },
  };
  const { attentionId } = await psychologist.recordAttention({ caseId, attention });
  const note = (body: string, replaces: string | null = null) => ({
    body: `${noteMarker} ${body}`,
    attentionId,
    replaces,
  });
  const kept = await psychologist.writeNote({ caseId, note: note('final') });
  const first = await psychologist.writeNote({ caseId, note: note('mal escrita') });
  await psychologist.writeNote({ caseId, note: note('corregida', first.noteId) });
  await psychologist.keepNoteDraft({ caseId, draft: note('descartada') });
  await psychologist.keepNoteDraft({ caseId, draft: null });
  await psychologist.keepNoteDraft({ caseId, draft: note('a medias') });
  return [kept.noteId, first.noteId];
}

/** Words of a file, whatever it is. */
export function wordsOf(bytes: Buffer, folder: string): string {
  if (bytes.subarray(0, 5).toString() === '%PDF-') return `${textOf(bytes)} ${bytes.toString('latin1')}`;
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString('latin1');
  const path = join(folder, `${crypto.randomUUID()}.zip`);
  writeFileSync(path, bytes);
  return execFileSync('unzip', ['-p', path]).toString('utf8');
}

/** Everything that stands in a database, text and bytes alike. */
export function dumpOf(db: Database): string {
  const tables = (db.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[]).map(
    ({ name }) => name,
  );
  return tables
    .flatMap((name) => db.prepare(`select * from "${name}"`).raw().all() as unknown[][])
    .flat()
    .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
    .join('\n');
}

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** They found, open, replace or bring in a whole register: `notes-commands.test.ts` runs each in a folder of its own. */
export const awayCommands: readonly string[] = [
  ...['init', 'demo', 'recover', 'rotate', 'restore', 'update check', 'update prepare', 'import'],
];
