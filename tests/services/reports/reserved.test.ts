/** «Exacto reservado»: who may make it, what it needs, and that only the holder of the other half of the key reads it. */
import { createHash } from 'node:crypto';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../../src/main/platform/spreadsheet.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { madeOnce, putInto } from '../../support/made-once.ts';
import { approveRules } from '../../support/second-eye.ts';
import { closeCentres, openCentre, startCentre, type TestCentre } from '../../support/start-application.ts';
import { changeSealed, insideFile } from '../inside-file.ts';
import { failureOf, refusal } from '../refusal.ts';
import { again, centreWithCases, close, july, june } from './months.ts';
import { ask, fingerprintOf, made, put, withKey } from './reserved-file.ts';

afterEach(closeCentres);

const closedMade = madeOnce(async (place) => {
  const centre = await closedWith(3);
  await centre.close();
  putInto(place, 'registro', centre.folder);
  return {};
});

/** With three cases in its June. */
async function closedCentre(): Promise<TestCentre> {
  return openCentre(join((await closedMade()).place, 'registro'), fixedClock(july));
}

async function closedWith(cases: number): Promise<TestCentre> {
  const first = await centreWithCases(cases);
  first.clock.set(july);
  const centre = await first.restart();
  await close(centre, june);
  return centre;
}

async function open(bytes: Uint8Array, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(bytes);
}

describe('the tables of a closed month', () => {
  it('leave encrypted, and whoever holds the other half reads them back', async () => {
    const centre = await closedCentre();
    const { identity } = await withKey(centre);
    const { one, file, summary, bytes } = await made(centre);
    expect(file.name).toMatch(/^reservado-[a-z0-9-]+-2026-06\.xlsx\.age$/);
    expect(summary).toContain('Oficio D-0001-2026');
    expect(Buffer.from(bytes).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(one.sha256);
    const sheets = await readSpreadsheet(await open(bytes, identity), 1000);
    const [about, ...tables] = sheets;
    const said = JSON.stringify(about?.rows);
    for (const words of ['Rosa Inventada', 'Unidad inventada', 'D-0001-2026', 'Consolidado del programa', 'márgenes'])
      expect(said).toContain(words);
    expect(said).toMatch(/Para publicar.*redondeado/);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['T1', 'T2', 'T14', 'T17']));
    const total = tables.find(({ name }) => name === 'T1')?.rows.find(([label]) => label === 'Total');
    expect(total?.[1]).toBe(3);
    for (const { rows } of tables) expect(String(rows[0]?.[0])).toContain('prohibido publicar');
    expect(JSON.stringify(sheets)).not.toMatch(/2026-000\d|Apaza/);
    // The register of what left, the log with the hash, and nothing that the verification minds.
    const auditor = await centre.as('visita');
    const { lines } = await auditor.listAudit({ before: null });
    expect(lines.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['report.reservedProposed', 'report.reservedMade', 'report.reservedTaken', 'file.saved']),
    );
    const details = await insideFile(centre.folder, (database) =>
      database.prepare("SELECT detail FROM audit_entry WHERE action LIKE 'report.reserved%'").pluck().all(),
    );
    expect(JSON.stringify(details)).toContain(one.sha256);
    expect(JSON.stringify(details)).not.toContain('Inventada');
    expect((await auditor.verifyRecord({})).problems).toEqual([]);
  });

  it('are read by nobody with another key', async () => {
    const centre = await closedCentre();
    await withKey(centre);
    const { bytes } = await made(centre);
    await expect(open(bytes, await generateX25519Identity())).rejects.toThrow();
  });

  it('are kept as they left: what the record holds of them is encrypted too', async () => {
    const centre = await closedCentre();
    await withKey(centre);
    const { bytes } = await made(centre);
    await insideFile(centre.folder, (database) => {
      const kept = database.prepare('SELECT bytes FROM reserved_export').pluck().get();
      expect(Buffer.from(kept as Uint8Array).equals(bytes)).toBe(true);
    });
  });

  it('leave without the sealed cases', async () => {
    const centre = await closedCentre();
    const { identity } = await withKey(centre);
    await insideFile(centre.folder, (database) => {
      database.prepare('UPDATE case_file SET is_sealed = 1 WHERE number = (SELECT min(number) FROM case_file)').run();
    });
    const opened = await centre.restart();
    const { bytes } = await made(opened);
    const tables = await readSpreadsheet(await open(bytes, identity), 1000);
    expect(tables.find(({ name }) => name === 'T1')?.rows.find(([label]) => label === 'Total')?.[1]).toBe(2);
  });
});

describe('is refused', () => {
  const propose = async (centre: TestCentre, more: { readonly product?: 'rows' } = {}) =>
    refusal(async () => (await centre.as('coordina')).proposeReservedExport({ ...ask, ...more }, again));

  it('while the month is not closed', async () => {
    const centre = await startCentre({ clock: fixedClock(july) });
    await withKey(centre);
    expect(await propose(centre)).toBe('rule-broken/reserved-month-open');
  });

  it('without a key, and while the second person has not approved it', async () => {
    const centre = await closedWith(0);
    expect(await propose(centre)).toBe('rule-broken/reserved-no-key');
    const recipient = await identityToRecipient(await generateX25519Identity());
    await put(centre, 'ministry-key', { recipient, fingerprint: fingerprintOf(recipient) });
    expect(await propose(centre)).toBe('rule-broken/reserved-key-waits');
    expect(await (await centre.as('coordina')).readReserved({ month: june })).toMatchObject({
      key: null,
      keyWaits: true,
    });
    await approveRules(centre);
    expect(await propose(centre)).toBe('none');
  });

  it('a key whose fingerprint is not that of the paper, or that is none', async () => {
    const centre = await closedWith(0);
    const [one, other] = await Promise.all(
      [generateX25519Identity(), generateX25519Identity()].map(async (identity) => identityToRecipient(await identity)),
    );
    const key = (recipient = '', fingerprint = fingerprintOf(recipient)) =>
      refusal(() => put(centre, 'ministry-key', { recipient, fingerprint }));
    expect(await key(one, fingerprintOf(other ?? ''))).toBe('rule-broken/key-fingerprint');
    // One sign mistyped.
    const wrong = `${one?.slice(0, -1) ?? ''}${one?.endsWith('q') === true ? 'p' : 'q'}`;
    expect(await key(wrong)).toBe('rule-broken/key-not-age');
    expect(await key('age1corta')).toBe('invalid/');
    expect((await (await centre.as('coordina')).listRules({ tableId: 'ministry-key' })).versions).toEqual([]);
  });

  it('when the key is another one than was proposed', async () => {
    const centre = await closedWith(0);
    const { rowId } = await withKey(centre);
    const coordinator = await centre.as('coordina');
    const { id } = await coordinator.proposeReservedExport(ask, again);
    const recipient = await identityToRecipient(await generateX25519Identity());
    await put(centre, 'ministry-key', { recipient, fingerprint: fingerprintOf(recipient) }, { rowId, seenVersions: 1 });
    await approveRules(centre);
    const psychologist = await centre.as('psico');
    expect(await refusal(() => psychologist.approveReservedExport({ proposalId: id }, again))).toBe(
      'rule-broken/reserved-key-changed',
    );
    expect((await coordinator.readReserved({ month: june })).files).toEqual([]);
  });

  it('to its proposer, to who attends nobody, and to every other role; a declined one leaves nothing', async () => {
    const centre = await closedWith(0);
    await withKey(centre);
    const coordinator = await centre.as('coordina');
    for (const login of ['admision', 'psico', 'social', 'legal', 'soporte', 'visita'] as const) {
      const other = await centre.as(login);
      expect(await refusal(() => other.proposeReservedExport(ask, again))).toMatch(/^forbidden/);
      expect(await refusal(() => other.readReserved({ month: june }))).toMatch(/^forbidden/);
    }
    const { id } = await coordinator.proposeReservedExport(ask, again);
    expect(await refusal(() => coordinator.approveReservedExport({ proposalId: id }, again))).toBe(
      'rule-broken/own-proposal',
    );
    expect(await refusal(() => coordinator.proposeReservedExport(ask, again))).toBe('duplicate/reserved-proposed');
    const support = await centre.as('soporte');
    expect(await refusal(() => support.approveReservedExport({ proposalId: id }, again))).toMatch(/^forbidden/);
    await (await centre.as('legal')).declineProposal({ proposalId: id, reason: 'El oficio no lo pide' }, again);
    expect((await coordinator.readReserved({ month: june })).files).toEqual([]);
    expect(await propose(centre)).toBe('none');
  });

  it('rows, while no written order is in force; tables go on', async () => {
    const centre = await closedWith(0);
    await withKey(centre);
    expect(await propose(centre, { product: 'rows' })).toBe('rule-broken/reserved-rows-off');
    await put(centre, 'rows-order', { order: 'Oficio D-0009-2026' });
    expect(await propose(centre, { product: 'rows' })).toBe('rule-broken/reserved-rows-off');
    expect(await propose(centre)).toBe('none');
  });

  it('when the stored bytes are not as they were encrypted', async () => {
    const centre = await closedWith(0);
    await withKey(centre);
    const { one } = await made(centre);
    await insideFile(centre.folder, (database) => {
      database.exec('DROP TRIGGER reserved_export_is_final');
      database.prepare("UPDATE reserved_export SET bytes = x'00'").run();
    });
    const opened = await centre.restart();
    expect(await refusal(async () => (await opened.as('coordina')).takeReservedExport({ exportId: one.id }))).toBe(
      'damaged/reserved-damaged',
    );
  });
});

it('is made once, however often the answer is lost', async () => {
  const centre = await closedWith(0);
  await withKey(centre);
  const coordinator = await centre.as('coordina');
  const { id } = await coordinator.proposeReservedExport(ask, again);
  const key = crypto.randomUUID();
  const { token } = await centre.sessionOf('psico');
  const call = { procedure: 'approveReservedExport', input: { proposalId: id }, session: token, key, ...again };
  const [first, second] = [await centre.application.invoke(call), await centre.application.invoke(call)];
  expect(second).toEqual(first);
  expect(first.ok).toBe(true);
  expect((await coordinator.readReserved({ month: june })).files).toHaveLength(1);
});

describe('rows, once an order is in force', () => {
  it('leave in the variables and codes of the register, one a case, with nothing that names', async () => {
    const centre = await closedCentre();
    const { identity } = await withKey(centre);
    await put(centre, 'rows-order', { order: 'Oficio D-0009-2026' });
    await approveRules(centre);
    const { file, bytes } = await made(centre, { product: 'rows' });
    expect(file.name).toMatch(/\.csv\.age$/);
    const text = Buffer.from(await open(bytes, identity)).toString('utf8');
    expect(text.startsWith('\ufeffCEM;CONDICION;TURNO_INGRESO;CEM_USUARIA')).toBe(true);
    const [head = '', ...rows] = text.trim().split('\r\n');
    expect(rows).toHaveLength(3);
    expect(text).not.toMatch(/2026-000\d|Apaza|12345678/);
    const at = head.split(';').indexOf('SEXO_VICTIMA');
    expect(rows.map((row) => row.split(';')[at])).toEqual(['0', '0', '0']);
    // That they left stands with the order they rest on.
    await insideFile(centre.folder, (database) => {
      expect(database.prepare('SELECT product, rows_order FROM reserved_export').all()).toEqual([
        { product: 'rows', rows_order: 'Oficio D-0009-2026' },
      ]);
    });
  });

  it('refuse the whole file for a value that the dictionary does not have, and say the column alone', async () => {
    const centre = await closedWith(1);
    await withKey(centre);
    await put(centre, 'rows-order', { order: 'Oficio D-0009-2026' });
    await approveRules(centre);
    await insideFile(centre.folder, (database) =>
      changeSealed(
        database,
        { kind: 'section_a', id: database.prepare('SELECT id FROM section_a').pluck().get() as string },
        () => database.prepare('UPDATE section_a SET civil_status = 77').run(),
      ),
    );
    const coordinator = await (await centre.restart()).as('coordina');
    const failure = await failureOf(() => coordinator.proposeReservedExport({ ...ask, product: 'rows' }, again));
    expect(failure).toMatchObject({
      ...{ code: 'rule-broken', reason: 'reserved-outside' },
      issues: [{ path: 'ESTADO_CIVIL_VICTIMA', message: 'Columna ESTADO_CIVIL_VICTIMA.' }],
    });
    expect(JSON.stringify(failure)).not.toContain('77');
    expect(await refusal(() => coordinator.proposeReservedExport(ask, again))).toBe('none');
  });
});
