/** Exact tables of a month and of a year with many fichas, against SQL written by hand for the same figures on the same file. */
import { insideFile } from '../services/inside-file.ts';
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import { copyCase } from '../support/case-rows.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { closeCentres, openCentre, templateFolder } from '../support/start-application.ts';
import { freshFolder, inventedCase, openCopy } from './growing-centre.ts';
import { alternate, timeOf, type Row } from './measure.ts';

export const manyCount = 20_000;

const counted = `case_file c join section_a a on a.case_id = c.id join section_b b on b.case_id = c.id
  where c.is_sealed = 0 and c.annulled_at is null and c.state <> 'draft' and c.reporting_month between ? and ?`;
const bySex = 'count(*), sum(a.user_sex = 0), sum(a.user_sex = 1)';
const ages = [0, 6, 12, 18, 26, 36, 46, 60, 131];
const byAge = ages.slice(1).map((to, at) => `sum(a.user_age >= ${ages[at] ?? 0} and a.user_age < ${to})`);

/** The tables that read most, each with the query that somebody would write for it alone. */
const queries: Readonly<Record<string, string>> = {
  T2: `select a.user_sex, count(*), ${byAge.join(', ')} from ${counted} group by 1`,
  T5: `select t.tick, t.question, ${bySex} from ${counted.replace(
    'where',
    `join section_b_tick t on t.section_id = b.id and t.question in
      ('economicActs', 'psychologicalActs', 'physicalActs', 'sexualActs') where`,
  )} group by 1, 2`,
  T6: `select b.valuation_level, ${bySex}, sum(b.violence_type = 0), sum(b.violence_type = 1),
    sum(b.violence_type = 2), sum(b.violence_type = 3) from ${counted} group by 1`,
  'T7-vinculos': `select a.bond_group, a.partner_bond, a.family_bond, a.other_bond, ${bySex} from ${counted}
    group by 1, 2, 3, 4`,
  'T8-educacion': `select a.education_level, ${bySex} from ${counted} group by 1`,
};

/** Folder of a closed centre with so many fichas in the first half of 2026. */
export async function manyFichas(fichas = manyCount): Promise<string> {
  const folder = freshFolder(await templateFolder());
  const centre = await openCentre(folder, fixedClock('2026-06-10T15:00:00.000Z'));
  const { caseId } = await centre.aCase(inventedCase(100));
  await centre.close();
  await insideFile(folder, (db) => {
    copyCase(db, caseId, fichas - 1);
    const final = "select name from sqlite_master where type = 'trigger' and tbl_name = 'case_file'";
    for (const name of db.prepare(final).pluck().all() as string[]) db.exec(`drop trigger ${name}`);
    db.exec("update case_file set reporting_month = '2026-' || substr('0' || (1 + rowid % 6), -2)");
    apart(db);
    // Most are closed: of a centre that old few are open at once.
    db.exec("update case_file set state = 'closed' where rowid % 10 <> 0");
    db.exec(
      'update case_grant set until_at = from_at where case_id in (select id from case_file where rowid % 10 <> 0)',
    );
    db.exec('update section_a set user_age = rowid % 90, user_sex = rowid % 7 = 0, education_level = 1 + rowid % 12');
    db.exec('update section_b set valuation_level = 1 + rowid % 3, violence_type = rowid % 4');
  });
  return folder;
}

/** Everybody is somebody else: of one pair with so many events no record tells. */
function apart(db: Database): void {
  for (const [table, from, column] of [
    ['case_pair', 'case_file', 'pair_id'],
    ['person', 'case_pair', 'user_id'],
    ['person', 'case_pair', 'aggressor_id'],
  ] as const) {
    const columns = db.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[];
    const values = columns.map((name) => (name === 'id' ? `printf('%08d', f.rowid) || substr(t.id, 9)` : `t.${name}`));
    const triggers = db.prepare(`select name from sqlite_master where type = 'trigger' and tbl_name in (?, ?)`);
    for (const name of triggers.pluck().all(table, from) as string[]) db.exec(`drop trigger ${name}`);
    db.exec(`insert or ignore into ${table} (${columns.join(', ')}) select ${values.join(', ')}
      from ${from} f join ${table} t on t.id = f.${column}`);
    db.exec(`update ${from} set ${column} = printf('%08d', rowid) || substr(${column}, 9)`);
  }
}

export async function monthTableRows(): Promise<Row[]> {
  const centre = await openCopy(await manyFichas());
  const coordinator = await centre.as('coordina');
  const rows: Row[] = [];
  await insideFile(centre.folder, async (db) => {
    for (const [words, period, from, to] of [
      ['month', '2026-05', '2026-05', '2026-05'],
      ['year', '2026', '2026-01', '2026-12'],
    ] as const) {
      for (const [table, query] of Object.entries(queries)) {
        const ours = () => {
          centre.clock.advance(2000);
          return timeOf(() => coordinator.readInternalTable({ period, grouping: null, table }));
        };
        const byHand = () => timeOf(() => db.prepare(query).all(from, to));
        const { ratio, ...sides } = await alternate(ours, byHand, { warmUp: 2, runs: 7 });
        const what = `table ${table} of a ${words}`;
        const note = `${manyCount.toLocaleString('en')} fichas in the year, through the gate; other side: SQL by hand, counts alone`;
        rows.push({ what, figure: ratio, unit: 'times', aim: '≤ 1.5', ...sides, note });
      }
    }
  });
  await closeCentres();
  return rows;
}
