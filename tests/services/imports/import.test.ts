/** An old list from its bytes to the record and out again, through the gate on a real encrypted file. */
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { CommandLine } from '../../../src/main/commands/command.ts';
import { importCommand } from '../../../src/main/commands/import-list.ts';
import { sendFile } from '../../../src/renderer/imports/send-file.ts';
import { listLimits } from '../../../src/shared/imports/index.ts';
import { admission, anAggressor, sectionAForm } from '../../support/case-builder.ts';
import { closeCentres, passphrase, startCentre } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { refusal } from '../refusal.ts';
import { aLine, bringIn, check, counts, csvOf, rowsOf, send, takeOut } from './a-list.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

const password = { password: passphrase };

describe('a file of more than 20 MB', () => {
  it('is no list: neither in pieces, nor from the command line, nor chosen in the window', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const size = listLimits.bytes + 1;
    const inPieces = () => send(office, Buffer.alloc(size, 'a'));
    expect(await refusal(inPieces)).toBe('rule-broken/list-too-big');
    const folder = newFolder();
    const [from, map] = [join(folder, 'lista.csv'), join(folder, 'mapa.json')];
    writeFileSync(from, '');
    truncateSync(from, size);
    writeFileSync(map, '{"columns":{}}');
    const sent: unknown[] = [];
    const client = { ...office, sendImportPiece: (piece: unknown) => Promise.resolve(sent.push(piece)) };
    const options = { from, map, 'dry-run': true };
    const line = { client, options, signIn: () => Promise.resolve(), print: () => undefined };
    const byCommand = () => importCommand.run(line as unknown as CommandLine);
    expect(await refusal(byCommand)).toBe('rule-broken/list-too-big');
    const chosen = new File([new Uint8Array(size)], 'lista.csv');
    expect(await refusal(() => sendFile(client as never, chosen))).toBe('rule-broken/list-too-big');
    expect(sent).toEqual([]);
    expect((await office.listImports({})).imports).toEqual([]);
  });
});

describe('a list', () => {
  it('goes in whole with a second person, closed, in no month, and comes out without a trace in the tables', async () => {
    const centre = await startCentre();
    const [office, second] = [await centre.as('coordina'), await centre.as('legal')];
    const importId = await send(
      office,
      csvOf([aLine(1), aLine(2), aLine(3, { Agresor: '', 'Apellido paterno agresor': '' })]),
    );
    const checked = await check(office, importId);
    expect(checked.counts).toMatchObject({ error: 0, ask: 0, excluded: 0 });
    expect(await bringIn(office, second, importId)).toBe(3);
    const [first] = (await office.findPersons({ query: '40007919', arrivalId: null, role: 'any' })).candidates;
    const caseId = first?.cases[0]?.caseId ?? '';
    const overview = await office.getCase({ caseId });
    expect(overview).toMatchObject({
      state: 'closed',
      isFromOldList: true,
      reportingMonth: null,
      admittedOn: '2019-02-14',
      fichaNumber: { numeric: 1, alphabetic: 'A', year: 2019 },
      confirmedCondition: 1,
      riskLevel: 2,
      userAge: 21,
    });
    const { cases } = await office.listImportedCases({ importId, after: 0 });
    expect(cases.map((one) => one.line)).toEqual([2, 3, 4]);
    expect(cases[0]?.source).toContainEqual({ header: 'DNI', text: '40007919' });
    expect((await office.listMonths({})).months.map((month) => month.month)).not.toContain('2019-02');
    expect((await office.listMyCases({})).cases).toEqual([]);
    expect((await office.verifyRecord({})).isSound).toBe(true);
    expect(await takeOut(office, second, importId)).toEqual({ erased: 3, kept: 0 });
    expect((await office.verifyRecord({})).isSound).toBe(true);
    expect((await office.getImport({ importId })).state).toBe('undone');
    await centre.application.close();
    expect(Object.entries(await counts(centre.folder)).filter(([, rows]) => rows > 0)).toEqual([]);
  });

  it('is recognised by its bytes, and may come again once it was undone', async () => {
    const centre = await startCentre();
    const [office, second] = [await centre.as('coordina'), await centre.as('psico')];
    const bytes = csvOf([aLine(1)]);
    const importId = await send(office, bytes);
    await expect(send(office, bytes)).rejects.toMatchObject({ failure: { code: 'duplicate', reason: 'list-known' } });
    await check(office, importId);
    await bringIn(office, second, importId);
    await expect(send(office, bytes)).rejects.toMatchObject({ failure: { reason: 'list-imported' } });
    await takeOut(office, second, importId);
    expect(await send(office, bytes)).not.toBe(importId);
  });

  it('is approved by another professional with the password, and not after it changed', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const importId = await send(office, csvOf([aLine(1), aLine(2)]));
    const { version } = await check(office, importId);
    await expect(office.proposeImport({ importId, version })).rejects.toMatchObject({
      failure: { code: 'wrong-secret' },
    });
    const { proposalId } = await office.proposeImport({ importId, version }, password);
    await expect(office.approveImport({ proposalId }, password)).rejects.toMatchObject({
      failure: { reason: 'own-proposal' },
    });
    await expect((await centre.as('admision')).approveImport({ proposalId }, password)).rejects.toMatchObject({
      failure: { code: 'forbidden' },
    });
    await expect(office.editImportRow({ importId, line: 2, texts: {}, isExcluded: true })).rejects.toMatchObject({
      failure: { reason: 'list-locked' },
    });
    const second = await centre.as('social');
    await second.declineProposal({ proposalId, reason: 'Falta revisarla.' }, password);
    await office.editImportRow({ importId, line: 2, texts: {}, isExcluded: true });
    await check(office, importId);
    expect(await bringIn(office, second, importId)).toBe(1);
  });

  it('writes nothing while a row has an error or a person is undecided', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const twin = aLine(4, { 'N° Ficha': '99' });
    const importId = await send(office, csvOf([aLine(1, { 'Fecha de ingreso': '31/02/2019' }), aLine(4), twin]));
    const propose = async () => {
      const { version } = await office.getImport({ importId });
      return office.proposeImport({ importId, version }, password);
    };
    await expect(propose()).rejects.toMatchObject({ failure: { reason: 'list-unchecked' } });
    expect((await check(office, importId)).counts).toMatchObject({ error: 1, ask: 1 });
    await expect(propose()).rejects.toMatchObject({ failure: { reason: 'list-errors' } });
    const { row } = await office.editImportRow({
      importId,
      line: 2,
      texts: { admittedOn: '28/02/2019' },
      isExcluded: false,
    });
    expect(row).toMatchObject({ verdict: 'ready', admittedOn: '2019-02-28' });
    await expect(propose()).rejects.toMatchObject({ failure: { reason: 'list-unchecked' } });
    await check(office, importId);
    await expect(propose()).rejects.toMatchObject({ failure: { reason: 'list-undecided' } });
    const choice = { kind: 'row', line: 3, role: 'user' } as const;
    await office.chooseImportPerson({ importId, line: 4, role: 'user', choice });
    await office.chooseImportPerson({ importId, line: 4, role: 'aggressor', choice: { kind: 'new' } });
    await propose();
    await centre.application.close();
    expect(await counts(centre.folder)).toMatchObject({ person: 0, case_file: 0 });
  });
});

describe('persons of a list', () => {
  it('are asked about when the record may know them, and are one person once somebody says so', async () => {
    const centre = await startCentre();
    const [office, second] = [await centre.as('coordina'), await centre.as('legal')];
    await centre.aCase();
    const same = { 'Apellido paterno': 'Quispe', 'Apellido materno': 'Ficticia', Nombres: 'Rosa Inventada' };
    const importId = await send(office, csvOf([aLine(1, { ...same, DNI: '00112233' })]));
    expect((await check(office, importId)).counts).toMatchObject({ ask: 1 });
    const [row] = await rowsOf(office, importId);
    const [candidate] = row?.user.candidates ?? [];
    expect(candidate).toMatchObject({ level: 'probable', name: 'Rosa Inventada Quispe Ficticia' });
    expect(candidate?.reasons).toContain('Mismo DNI.');
    const strange = { kind: 'known', personId: crypto.randomUUID() } as const;
    await expect(office.chooseImportPerson({ importId, line: 2, role: 'user', choice: strange })).rejects.toMatchObject(
      { failure: { reason: 'list-choice' } },
    );
    expect(await office.acceptProbable({ importId })).toEqual({ accepted: 1 });
    await bringIn(office, second, importId);
    const found = await office.findPersons({ query: '00112233', arrivalId: null, role: 'any' });
    expect(found.candidates).toHaveLength(1);
    expect(found.candidates[0]?.cases).toHaveLength(2);
  });

  it('are told to nobody to whom their fichas are closed: neither who, nor where, nor why', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const { number } = await centre.aCase();
    const person = { kinship: 'partner', documentKind: 'dni', documentNumber: '00112233' } as const;
    await office.declareConflict({ person: { ...person, givenNames: null, firstSurname: null, secondSurname: null } });
    const names = { 'Apellido paterno': 'Quispe', 'Apellido materno': 'Ficticia', Nombres: 'Rosa Inventada' };
    const importId = await send(office, csvOf([aLine(1, { ...names, DNI: '00112233', Edad: '' })]));
    await check(office, importId);
    const [row] = await rowsOf(office, importId);
    const hidden = { name: 'Requiere revisión', where: 'En el registro', reasons: [], level: 'probable' };
    expect(row?.user.candidates).toEqual([
      { ...hidden, choice: expect.objectContaining({ kind: 'known' }) as unknown },
    ]);
    expect(JSON.stringify(row)).not.toContain(number);
  });

  it('make a later case a known one: never «Nuevo» again', async () => {
    const centre = await startCentre();
    const [office, second] = [await centre.as('coordina'), await centre.as('legal')];
    const importId = await send(office, csvOf([aLine(1)]));
    await check(office, importId);
    await bringIn(office, second, importId);
    const [her] = (await office.findPersons({ query: '40007919', arrivalId: null, role: 'any' })).candidates;
    const aggressor = anAggressor();
    const { user } = (await office.getSectionA({ caseId: her?.cases[0]?.caseId ?? '' })).form;
    const { caseId } = await office.openCase({
      arrivalId: null,
      admission,
      user,
      userLink: { kind: 'known', personId: her?.personId ?? '' },
      aggressor,
      aggressorLink: { kind: 'new' },
    });
    const a = await office.getSectionA({ caseId });
    await office.saveSectionA({ caseId, version: a.version, form: sectionAForm({ user, aggressor }) });
    const answers = {
      newEvent: true,
      sameAggressor: null,
      transferredSameEvent: false,
      servicesNeeded: 2,
      lastAttentionElsewhereOn: null,
    };
    // Two men of two names may be one: nobody has said it yet.
    expect((await office.proposeCondition({ caseId, answers })).proposed).toBe('undecidable');
    const proposal = await office.proposeCondition({ caseId, answers: { ...answers, sameAggressor: false } });
    expect(proposal.proposed).toBe(2);
    expect(proposal.reasons.join(' ')).toContain('2019-0001');
  });
});

describe('undoing', () => {
  it('stops at fichas that were used since, names them, and leaves them when asked to', async () => {
    const centre = await startCentre();
    const [office, second] = [await centre.as('coordina'), await centre.as('legal')];
    const importId = await send(office, csvOf([aLine(1), aLine(2), aLine(3)]));
    await check(office, importId);
    await bringIn(office, second, importId);
    const [her] = (await office.findPersons({ query: '40007919', arrivalId: null, role: 'any' })).candidates;
    const caseId = her?.cases[0]?.caseId ?? '';
    await office.handOverCase({ caseId, service: 'psychology' });
    const { holds, total } = await office.listImportHolds({ importId });
    expect(total).toBe(1);
    expect(holds[0]).toMatchObject({ line: 2, number: '2019-0001' });
    await expect(takeOut(office, second, importId)).rejects.toMatchObject({ failure: { reason: 'list-holds' } });
    expect(await takeOut(office, second, importId, true)).toEqual({ erased: 2, kept: 1 });
    expect((await office.getCase({ caseId })).state).toBe('closed');
    expect((await office.verifyRecord({})).isSound).toBe(true);
  });
});

describe('long work', () => {
  it('says how far it is and stops without keeping anything', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const importId = await send(office, csvOf(Array.from({ length: 300 }, (_, at) => aLine(at + 1))));
    const { version } = await office.getImport({ importId });
    const running = office.checkImport({ importId, version });
    const ended = expect(running).rejects.toMatchObject({ failure: { code: 'cancelled', reason: 'list-stopped' } });
    let seen: { done: number; total: number } | null = null;
    while (seen === null) {
      centre.clock.advance(10);
      seen = (await office.getImportProgress({ importId })).progress;
    }
    expect(seen.total).toBe(300);
    await office.cancelImportWork({ importId });
    await ended;
    expect((await office.getImport({ importId })).counts).toBeNull();
  });
});
