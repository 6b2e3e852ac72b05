/** What the centre often writes at an «Otro», for who may read and write that section of this case. */
import { sql } from 'kysely';
import {
  formSections,
  frequentDetails,
  sectionOf,
  type formContract,
  type FormSectionId,
} from '../../shared/intake/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { columnOf } from '../../shared/record/index.ts';
import type { Trx, Use } from './tables.ts';

type Procedure = (typeof formContract)['listFrequentDetails'];

/** Only the newest fichas: what nobody writes any more is not offered, and the reading stays short. */
const looked = 3000;

function detailsOf(section: FormSectionId): string[] {
  return Object.entries(sectionOf(section).questions).flatMap(([name, question]) =>
    question.kind === 'text' && question.isDetail === true ? [name] : [],
  );
}

type Row = Readonly<Record<string, string | null>> & { readonly user_id: string };

/** Rows with at least one such text; a ficha under seal or annulled lends none of its words. */
async function rowsOf(trx: Trx, section: FormSectionId, columns: readonly string[]): Promise<readonly Row[]> {
  const refs = columns.map((column) => sql.ref(`answers.${column}`));
  const { rows } = await sql<Row>`
    SELECT case_pair.user_id, ${sql.join(refs)}
    FROM ${sql.table(`section_${section}`)} AS answers
    JOIN case_file ON case_file.id = answers.case_id
    JOIN case_pair ON case_pair.id = case_file.pair_id
    WHERE case_file.is_sealed = 0 AND case_file.annulled_at IS NULL
      AND coalesce(${sql.join([...refs, sql.lit(null)])}) IS NOT NULL
    ORDER BY case_file.opened_at DESC
    LIMIT ${looked}`.execute(trx);
  return rows;
}

export async function listFrequentDetails(unit: Use, { caseId, section }: InputOf<Procedure>) {
  await unit.require(formSections[section].read, caseId);
  const names = detailsOf(section);
  if (names.length === 0) return { details: {} };
  const rows = await rowsOf(unit.trx, section, names.map(columnOf));
  const details = names.flatMap((name): [string, string[]][] => {
    const written = rows.flatMap((row) => {
      const text = row[columnOf(name)] ?? null;
      return text === null ? [] : [{ text, userId: row.user_id }];
    });
    const offered = frequentDetails(written);
    return offered.length === 0 ? [] : [[name, offered]];
  });
  return { details: Object.fromEntries(details) };
}
