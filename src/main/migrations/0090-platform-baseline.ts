import { sql, type Kysely } from 'kysely';
import { asked } from './baseline/asked.ts';
import { careAndProceedings } from './baseline/care-and-proceedings.ts';
import { outside } from './baseline/outside.ts';
import { papers } from './baseline/papers.ts';
import { personsAndCases } from './baseline/persons-and-cases.ts';
import { platform } from './baseline/platform.ts';
import { prevention } from './baseline/prevention.ts';
import { reintegration } from './baseline/reintegration.ts';
import { sections } from './baseline/sections.ts';
import { staffAndDoor } from './baseline/staff-and-door.ts';
import { workWithHer } from './baseline/work-with-her.ts';

const parts = [
  ...[platform, staffAndDoor, personsAndCases, sections, careAndProceedings, papers],
  ...[prevention, workWithHer, reintegration, outside, asked],
];

/** Runs one part: a statement ends with a semicolon at the end of a line. */
export async function run(db: Kysely<unknown>, part: string): Promise<void> {
  for (const statement of part.trim().split(/;\n/)) await sql.raw(statement).execute(db);
}

/** Every table as versions 1 to 90 left it, joined while no centre had a record (decision 0061). Frozen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of parts) await run(db, part);
}
