/** Old lists as centres keep them: names in one column, wrong rows, and what is known of the persons afterwards. */
import { afterEach, describe, expect, it } from 'vitest';
import { layouts } from '../../support/mixed-lists/layouts.ts';
import { runMixedList } from '../../support/mixed-lists/run.ts';
import { closeCentres, passphrase, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { aLine, bringIn, check, csvOf, rowsOf, send } from './a-list.ts';

afterEach(closeCentres);

const listOf = (lines: readonly string[]) => Buffer.from(lines.join('\r\n'), 'utf8');

describe('a mixed list with every kind of defect', () => {
  it.each(layouts)(
    '%s: nothing goes in silently, clean rows equal the truth, undo is exact',
    async (layout) => {
      const { result } = await runMixedList(await startCentre(), { seed: 1, rows: 160, layout });
      expect(result.silent).toEqual([]);
      expect(result.kinds).toBeGreaterThanOrEqual(70);
      expect(result).toMatchObject({ cleanRefused: 0, isUndoExact: true });
      expect(result.cameIn).toBeGreaterThanOrEqual(result.clean);
    },
    120_000,
  );
});

describe('a list of whole names', () => {
  const list = listOf([
    'Fecha de ingreso;Apellidos y nombres;Edad;Denunciado;Edad del agresor',
    '23/04/2019;Quispe Flores Rosa Elena;27;Mamani Torres Juan Carlos;40',
    '24/05/2019;De la Cruz Huamán María Luz;41;Rojas Díaz Pedro José;',
    '25/05/2019;Torres Gregorio Sandra;33;García Sánchez Luis;',
  ]);

  it('waits for a person at what is doubtful, who confirms or mends it', async () => {
    const centre = await startCentre();
    const [office, second] = [await centre.as('coordina'), await centre.as('legal')];
    const importId = await send(office, list);
    const view = await check(office, importId);
    expect(view.counts).toMatchObject({ ready: 2, ask: 1, error: 0 });
    const propose = () => office.proposeImport({ importId, version: view.version }, { password: passphrase });
    expect(await refusal(propose)).toBe('rule-broken/list-undecided');
    // What was confirmed is confirmed only as it stood.
    const confirm = { importId, line: 4, texts: {}, isExcluded: false, isConfirmed: true };
    expect((await office.editImportRow(confirm)).row.verdict).toBe('warning');
    expect((await office.getImport({ importId })).state).toBe('checked');
    const again = { importId, line: 4, texts: { userFullName: 'Torres Sandra Gregorio' }, isExcluded: false };
    expect((await office.editImportRow(again)).row).toMatchObject({ verdict: 'ask', isConfirmed: false });
    const part = { importId, line: 4, texts: { userNames: 'Zoila' }, isExcluded: false, isConfirmed: true };
    await office.editImportRow(part);
    await check(office, importId);
    expect((await rowsOf(office, importId))[2]).toMatchObject({ isConfirmed: true, texts: { userNames: 'Zoila' } });
    // Of the name before nothing is left: the part goes with it.
    const other = await office.editImportRow(again);
    expect(other.row.texts['userNames']).not.toBe('Zoila');
    const mend = { userFirstSurname: 'Torres', userSecondSurname: 'Gregorio', userNames: 'Sandra' };
    const { row } = await office.editImportRow({ importId, line: 4, texts: mend, isExcluded: false });
    expect(row).toMatchObject({ verdict: 'ready', user: { name: 'Sandra Torres Gregorio' } });
    await check(office, importId);
    expect(await bringIn(office, second, importId)).toBe(3);
  });

  it('brings in persons who are found: keys, told ages with their day, the accused with her', async () => {
    const centre = await startCentre();
    const [office, second] = [await centre.as('coordina'), await centre.as('legal')];
    const importId = await send(office, list);
    await check(office, importId);
    await office.editImportRow({ importId, line: 4, texts: {}, isExcluded: false, isConfirmed: true });
    await bringIn(office, second, importId);
    for (const query of ['Rosa Elena Quispe Flores', 'Juan Carlos Mamani Torres']) {
      const { candidates } = await office.findPersons({ query, arrivalId: null, role: 'any' });
      expect(candidates[0]?.cases).toHaveLength(1);
    }
    await centre.close();
    const told = await insideFile(centre.folder, (db) =>
      db
        .prepare(
          `select p.given_names as name, p.told_age as age, p.told_age_on as day,
             (select count(*) from person_key k where k.person_id = p.id) > 3 as hasKeys,
             (select count(*) from case_pair c where p.id in (c.user_id, c.aggressor_id)) as pairs
           from person p where p.first_surname in ('Quispe', 'Mamani') order by 1`,
        )
        .all(),
    );
    expect(told).toEqual([
      { name: 'Juan Carlos', age: 40, day: '2019-04-23', hasKeys: 1, pairs: 1 },
      { name: 'Rosa Elena', age: 27, day: '2019-04-23', hasKeys: 1, pairs: 1 },
    ]);
  });
});

describe('wrong rows', () => {
  const bytes = csvOf([
    aLine(1),
    aLine(2, { 'Fecha de ingreso': '31/02/2019' }),
    aLine(3, { Edad: 'x' }),
    aLine(4),
    aLine(5, { Edad: 'y' }),
  ]);

  it('are left out by one act, with one entry, and taken back by one as they were', async () => {
    const centre = await startCentre();
    const [office, second] = [await centre.as('coordina'), await centre.as('legal')];
    const importId = await send(office, bytes);
    const { version } = await check(office, importId);
    const before = await rowsOf(office, importId);
    expect(await refusal(() => office.takeBackWrongRows({ importId, version }))).toBe('rule-broken/list-none-left-out');
    // One that was left out by itself is not of the act.
    await office.editImportRow({ importId, line: 6, texts: {}, isExcluded: true });
    const checked = await check(office, importId);
    expect(await office.leaveOutWrongRows({ importId, version: checked.version })).toEqual({ rows: 2 });
    const out = await office.getImport({ importId });
    expect(out).toMatchObject({ state: 'checked', leftOutTogether: 2, counts: { error: 0, excluded: 3 } });
    expect(await refusal(() => office.leaveOutWrongRows({ importId, version: out.version }))).toBe(
      'rule-broken/list-no-wrong',
    );
    expect(await office.takeBackWrongRows({ importId, version: out.version })).toEqual({ rows: 2 });
    const back = await office.getImport({ importId });
    expect(back).toMatchObject({ state: 'checked', leftOutTogether: 0, counts: { error: 2, excluded: 1 } });
    expect((await rowsOf(office, importId)).slice(0, 4)).toEqual(before.slice(0, 4));
    await office.leaveOutWrongRows({ importId, version: back.version });
    expect(await bringIn(office, second, importId)).toBe(2);
    await centre.close();
    const entries = await insideFile(centre.folder, (db) =>
      db
        .prepare("select count(*) from audit_entry where action = 'import.wrongLeftOut' and outcome = 'ok'")
        .pluck()
        .get(),
    );
    expect(entries).toBe(2);
  });

  it('taken back after another check have to be checked again', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const importId = await send(office, csvOf([aLine(1), aLine(1)]));
    const { version } = await check(office, importId);
    await office.leaveOutWrongRows({ importId, version });
    centre.clock.advance(60_000);
    const again = await check(office, importId);
    await office.takeBackWrongRows({ importId, version: again.version });
    const back = await office.getImport({ importId });
    expect(back.state).toBe('draft');
    const propose = () => office.proposeImport({ importId, version: back.version }, { password: passphrase });
    expect(await refusal(propose)).toBe('rule-broken/list-unchecked');
  });

  it('that were mended while they were left out come back as what they are now', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const importId = await send(office, bytes);
    const { version } = await check(office, importId);
    await office.leaveOutWrongRows({ importId, version });
    await office.editImportRow({ importId, line: 4, texts: { userAge: '30' }, isExcluded: true });
    const out = await office.getImport({ importId });
    await office.takeBackWrongRows({ importId, version: out.version });
    const back = await office.getImport({ importId });
    expect(back).toMatchObject({ state: 'draft', leftOutTogether: 0, counts: { error: 2, ready: 3 } });
  });

  it('stay where they are for whoever saw the list before, and once it was proposed', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const importId = await send(office, bytes);
    const old = (await check(office, importId)).version;
    const version = async () => (await office.getImport({ importId })).version;
    await office.leaveOutWrongRows({ importId, version: old });
    expect(await refusal(() => office.takeBackWrongRows({ importId, version: old }))).toBe('conflict/');
    await office.takeBackWrongRows({ importId, version: await version() });
    expect(await refusal(() => office.leaveOutWrongRows({ importId, version: old }))).toBe('conflict/');
    await office.leaveOutWrongRows({ importId, version: await version() });
    await office.proposeImport({ importId, version: await version() }, { password: passphrase });
    const now = { importId, version: await version() };
    expect(await refusal(() => office.leaveOutWrongRows(now))).toBe('rule-broken/list-locked');
    expect(await refusal(() => office.takeBackWrongRows(now))).toBe('rule-broken/list-locked');
    const confirm = { importId, line: 2, texts: {}, isExcluded: false, isConfirmed: true };
    expect(await refusal(() => office.editImportRow(confirm))).toBe('rule-broken/list-locked');
    expect((await office.getImport({ importId })).counts).toMatchObject({ excluded: 3 });
  });

  it('are mended without reading the file again, several in one call', async () => {
    let centre = await startCentre();
    let office = await centre.as('coordina');
    const importId = await send(office, bytes);
    await check(office, importId);
    await centre.close();
    await insideFile(centre.folder, (db) => db.exec("update list_import_file set bytes = x'00'"));
    centre = await centre.restart();
    office = await centre.as('coordina');
    const edits = [
      { line: 3, texts: { admittedOn: '28/02/2019' }, isExcluded: false },
      { line: 4, texts: { userAge: '30' }, isExcluded: false },
    ];
    const { rows } = await office.editImportRows({ importId, rows: edits });
    expect(rows.map(({ verdict }) => verdict)).toEqual(['ready', 'ready']);
    const view = await office.getImport({ importId });
    expect(view.columns).toHaveLength(14);
    expect(await refusal(() => office.checkImport({ importId, version: view.version }))).not.toBe('none');
  });

  it('of a list that was open before rows were kept are mended once it is checked again', async () => {
    let centre = await startCentre();
    let office = await centre.as('coordina');
    const importId = await send(office, bytes);
    await check(office, importId);
    await centre.close();
    await insideFile(centre.folder, (db) => {
      db.exec('update list_import_file set reading = null');
      db.exec('update list_import_row set cells = null, is_confirmed = null');
    });
    centre = await centre.restart();
    office = await centre.as('coordina');
    const edit = { importId, line: 4, texts: { userAge: '30' }, isExcluded: false };
    expect(await refusal(() => office.editImportRow(edit))).toBe('rule-broken/list-unchecked');
    expect((await check(office, importId)).columns).toHaveLength(14);
    expect((await office.editImportRow(edit)).row.verdict).toBe('ready');
  });
});
