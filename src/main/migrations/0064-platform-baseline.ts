import { sql, type Kysely } from 'kysely';
import { careAndProceedings } from './baseline/care-and-proceedings.ts';
import { papers } from './baseline/papers.ts';
import { personsAndCases } from './baseline/persons-and-cases.ts';
import { platform } from './baseline/platform.ts';
import { sections } from './baseline/sections.ts';
import { staffAndDoor } from './baseline/staff-and-door.ts';

/** Runs one part: a statement ends with a semicolon at the end of a line. */
export async function run(db: Kysely<unknown>, part: string): Promise<void> {
  for (const statement of part.trim().split(/;\n/)) await sql.raw(statement).execute(db);
}

/** Every table as versions 1 to 64 left it, joined while no centre had a record (decision 0061). Frozen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [platform, staffAndDoor, personsAndCases, sections, careAndProceedings, papers])
    await run(db, part);
}
