import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { expectArchivable, pageTexts } from '../../support/papers.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { closeCentres, openCentre, startCentre, testPrinters } from '../../support/start-application.ts';
import { changeSealed, insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { batch, twoWrits } from './two-writs.ts';

afterEach(closeCentres);

type Sent = { readonly printer: string; readonly bytes: Uint8Array };

/** A centre whose printer keeps what it got; the copies named in `jams` (from 1) do not come out. */
async function printing(jams: readonly number[] = []) {
  const sent: Sent[] = [];
  let asked = 0;
  const printer = {
    list: () => Promise.resolve(testPrinters),
    print: (bytes: Uint8Array, name: string) => {
      asked += 1;
      if (jams.includes(asked)) return Promise.reject(new Error('no paper'));
      sent.push({ printer: name, bytes });
      return Promise.resolve();
    },
  };
  const centre = await startCentre({ ports: { printer } });
  return { centre, sent };
}

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('releaseCopies', () => {
  it('takes receiver and purpose from the document, and prints each copy under its own number', async () => {
    const { centre, sent } = await printing();
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const { copies } = await lawyer.releaseCopies(batch({ caseId, documentIds, courtCopies: 2, officeCopies: 1 }));
    expect(copies.map(({ number, edition, part, parts, state }) => [number, edition, part, parts, state])).toEqual([
      ['CEM-2026-000001', 'court', 1, 3, 'sent'],
      ['CEM-2026-000002', 'court', 2, 3, 'sent'],
      ['CEM-2026-000003', 'office', 3, 3, 'sent'],
      ['CEM-2026-000004', 'court', 1, 3, 'sent'],
      ['CEM-2026-000005', 'court', 2, 3, 'sent'],
      ['CEM-2026-000006', 'office', 3, 3, 'sent'],
    ]);
    expect(copies[0]).toMatchObject({ recipient: 'Juzgado de Familia de turno', purpose: 'Presentar el escrito' });
    expect(copies[2]).toMatchObject({ recipient: 'Archivo del centro' });
    expect(new Set(sent.map(({ printer }) => printer))).toEqual(new Set(['HP LaserJet (Admisión)']));
    expect(copies[0]?.printer).toBe('HP LaserJet (Admisión)');
    expect(sent).toHaveLength(6);
  });

  it('sends a cargo to the same receiver as a copy of its own, and once more what did not come out of it', async () => {
    const { centre, sent } = await printing([2]);
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const asked = batch({ caseId, documentIds: documentIds.slice(0, 1), cargoCopies: 1, purpose: 'Para la audiencia' });
    const { copies } = await lawyer.releaseCopies(asked);
    const told = copies.map(({ edition, purpose, part, parts, state }) => [edition, purpose, part, parts, state]);
    const cargo = 'Cargo, para que lo sellen';
    expect(told).toEqual([
      ['court', 'Para la audiencia', 1, 2, 'sent'],
      ['court', cargo, 2, 2, 'failed'],
    ]);
    expect(new Set(copies.map(({ recipient }) => recipient))).toEqual(new Set(['Juzgado de Familia de turno']));
    const again = { caseId, failedBatchId: asked.batchId, batchId: crypto.randomUUID(), printer: null };
    const repeated = await lawyer.repeatCopies(again);
    expect(repeated.copies.map(({ purpose, reprintOf }) => [purpose, reprintOf])).toEqual([[cargo, copies[1]?.number]]);
    expect(sent).toHaveLength(2);
  });

  it('stamps the office copy alone: copy, receiver, initials, date and seal; the pages stay as issued', async () => {
    const { centre, sent } = await printing();
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const [documentId = ''] = documentIds;
    await lawyer.releaseCopies(batch({ caseId, documentIds: [documentId], officeCopies: 1 }));
    const [court, office] = sent.map(({ bytes }) => bytes);
    const [document] = (await lawyer.listDocuments({ caseId })).documents.filter(({ id }) => id === documentId);
    expect(sha(court ?? new Uint8Array())).toBe(document?.contentHash);
    const words = textOf(Buffer.from(office ?? []));
    expect(words).toMatch(/COPIA DE OFICINA · CEM-2026-000002 · copia 2 de 2 · Para: Archivo del centro/);
    expect(words).toMatch(/LIL · 10\/06\/2026 · Sello \d+-[0-9a-f]{10}/);
    expect(textOf(Buffer.from(court ?? []))).not.toMatch(/Sello|COPIA DE OFICINA|CEM-2026/);
    expect(pageTexts(office ?? new Uint8Array())).toEqual(pageTexts(court ?? new Uint8Array()));
    expectArchivable(office ?? new Uint8Array());
  });

  it('says exactly which copies came out when the printer stops', async () => {
    const { centre, sent } = await printing([2]);
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const { copies } = await lawyer.releaseCopies(batch({ caseId, documentIds, courtCopies: 2 }));
    expect(copies.map(({ state }) => state)).toEqual(['sent', 'failed', 'failed', 'failed']);
    expect(sent).toHaveLength(1);
    const { lines } = await lawyer.readPrintRegister({ from: null, to: null, state: 'failed', way: null });
    expect(lines.map(({ number }) => number)).toEqual(['CEM-2026-000004', 'CEM-2026-000003', 'CEM-2026-000002']);
  });

  it('refuses a printer that makes a file, and one that is not there; nothing is registered', async () => {
    const { centre } = await printing();
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const to = (printer: string) => lawyer.releaseCopies(batch({ caseId, documentIds, printer }));
    await expect(to('Microsoft Print to PDF')).rejects.toMatchObject({ failure: { reason: 'printer-virtual' } });
    await expect(to('Otra')).rejects.toMatchObject({ failure: { reason: 'printer-unknown' } });
    const { lines } = await lawyer.readPrintRegister({ from: null, to: null, state: null, way: null });
    expect(lines).toEqual([]);
  });

  it('joins the copies of a case into one file', async () => {
    const { centre } = await printing();
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const { file, copies, pages } = await lawyer.releaseCopies(
      batch({ caseId, documentIds, way: 'save', courtCopies: 1 }),
    );
    const bytes = await bytesOf(lawyer, file ?? { id: '' });
    expect(pageTexts(bytes)).toHaveLength(pages);
    expect(copies.map(({ way, state }) => [way, state])).toEqual([['save', 'sent'], ['save', 'sent']]); // prettier-ignore
    const found = await lawyer.verifyDocument({ number: null, contentHash: sha(bytes) });
    expect(found).toMatchObject({ verdict: 'genuine', documents: [{ kind: 'filing' }, { kind: 'filing' }] });
  });

  it('refuses no copies, more than 200, another person’s case, and a receiver that cannot be printed', async () => {
    const { centre } = await printing();
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const ask = (over: object) => lawyer.releaseCopies({ ...batch({ caseId, documentIds }), ...over });
    await expect(ask({ courtCopies: 0 })).rejects.toMatchObject({ failure: { code: 'invalid' } });
    await expect(ask({ recipient: 'Juzgado 😡' })).rejects.toMatchObject({
      failure: { reason: 'not-printable', issues: [{ path: 'recipient' }] },
    });
    const promoter = await centre.as('promocion');
    await expect(promoter.releaseCopies(batch({ caseId, documentIds }))).rejects.toMatchObject({
      failure: { code: 'forbidden' },
    });
    const other = await centre.aCase();
    await expect(ask({ caseId: other.caseId })).rejects.toMatchObject({ failure: { code: 'not-found' } });
    const { lines } = await lawyer.readPrintRegister({ from: null, to: null, state: null, way: null });
    expect(lines).toEqual([]);
  });
});

describe('a document of before there were Word files', () => {
  it('leaves as PDF alone', async () => {
    const { centre } = await printing();
    const { caseId, documentIds } = await twoWrits(centre);
    const [id = ''] = documentIds;
    await centre.close();
    await insideFile(centre.folder, (db) =>
      changeSealed(db, { kind: 'issued_document', id }, () =>
        db.prepare('update issued_document set paper = null where id = ?').run(id),
      ),
    );
    const lawyer = await (await openCentre(centre.folder, centre.clock)).as('legal');
    const copy = { caseId, documentId: id, way: 'save', recipient: 'Juzgado', purpose: 'Presentar' } as const;
    expect(await refusal(() => lawyer.releaseCopy({ ...copy, format: 'docx' }))).toBe('rule-broken/no-word-file');
    expect(await refusal(() => lawyer.releaseCopy(copy))).toBe('none');
  });
});

describe('settleCopies', () => {
  it('is one answer a batch: those named failed, the rest came out; a reprint points at the first', async () => {
    const { centre } = await printing();
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const asked = batch({ caseId, documentIds });
    const { copies } = await lawyer.releaseCopies(asked);
    const failed = copies[1]?.id ?? '';
    const said = await lawyer.settleCopies({ caseId, batchId: asked.batchId, failed: [failed] });
    expect(said).toEqual({ confirmed: 1, failed: 1 });
    const [second = ''] = documentIds.slice(1);
    const again = await lawyer.releaseCopies(batch({ caseId, documentIds: [second], reprintOf: failed }));
    expect(again.copies[0]).toMatchObject({ number: 'CEM-2026-000003', reprintOf: 'CEM-2026-000002' });
    const { lines } = await lawyer.readPrintRegister({ from: null, to: null, state: null, way: null });
    expect(lines.map(({ number, state }) => [number, state])).toEqual([
      ['CEM-2026-000003', 'sent'],
      ['CEM-2026-000002', 'failed'],
      ['CEM-2026-000001', 'confirmed'],
    ]);
    const coordinator = await centre.as('coordina');
    await expect(coordinator.settleCopies({ caseId, batchId: asked.batchId, failed: [] })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
  });
});

/** She is the user of every invented case. */
const relative = {
  ...({ kinship: 'partner', documentKind: 'dni', documentNumber: '00112233' } as const),
  ...{ givenNames: null, firstSurname: null, secondSurname: null },
};

describe('a batch that is refused at the last moment', () => {
  it('leaves nothing in hand: it can be asked for again', async () => {
    const asked = Promise.withResolvers<Client<Contract>>();
    let isOpen = true;
    const printer = {
      list: async () => {
        const lawyer = await asked.promise;
        // Between the first decision and the commit the case is closed to her.
        if (isOpen) await lawyer.declareConflict({ person: relative });
        isOpen = false;
        return testPrinters;
      },
      print: () => Promise.resolve(),
    };
    const centre = await startCentre({ ports: { printer } });
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    asked.resolve(lawyer);
    const batchId = crypto.randomUUID();
    const release = () => lawyer.releaseCopies(batch({ caseId, documentIds, batchId }));
    await expect(release()).rejects.toMatchObject({ failure: { code: 'not-found' } });
    expect(await lawyer.getCopiesProgress({ batchId })).toEqual({ progress: null });
  });

  it('stays «Registrada, sin enviar» when the computer is locked while it prints', async () => {
    const lockAll = Promise.withResolvers<() => Promise<void>>();
    const printer = {
      list: () => Promise.resolve(testPrinters),
      print: async () => (await lockAll.promise)(),
    };
    const centre = await startCentre({ ports: { printer } });
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    lockAll.resolve(() => centre.application.lock('system'));
    const release = lawyer.releaseCopies(batch({ caseId, documentIds }));
    await expect(release).rejects.toMatchObject({ failure: { code: 'locked' } });
    const again = await centre.restart();
    const { lines } = await (
      await again.as('legal')
    ).readPrintRegister({ from: null, to: null, state: null, way: null });
    expect(lines.map(({ state }) => state)).toEqual(['requested', 'requested']);
  });
});

describe('reprints', () => {
  it('are only those of the paper that is repeated, and of a copy that is among them', async () => {
    const { centre } = await printing();
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const { copies } = await lawyer.releaseCopies(batch({ caseId, documentIds }));
    const reprintOf = copies[1]?.id ?? '';
    const again = await lawyer.releaseCopies(batch({ caseId, documentIds, reprintOf }));
    expect(again.copies.map((copy) => copy.reprintOf)).toEqual([null, 'CEM-2026-000002']);
    const [other = ''] = documentIds;
    const wrong = lawyer.releaseCopies(batch({ caseId, documentIds: [other], reprintOf }));
    await expect(wrong).rejects.toMatchObject({ failure: { code: 'not-found' } });
  });
});

describe('releaseCopy', () => {
  it('gives the same paper as a Word file, and no office copy of it', async () => {
    const { centre } = await printing();
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const [documentId = ''] = documentIds;
    const one = {
      caseId,
      documentId,
      way: 'save',
      format: 'docx',
      recipient: 'Juzgado',
      purpose: 'Presentar',
    } as never;
    const { copy, file } = await lawyer.releaseCopy(one);
    expect(copy).toMatchObject({ format: 'docx', state: 'sent' });
    expect(file?.name).toMatch(/\.docx$/);
    const folder = mkdtempSync(join(tmpdir(), 'copy-'));
    writeFileSync(join(folder, 'a.docx'), await bytesOf(lawyer, file ?? { id: '' }));
    const text = execFileSync('unzip', ['-p', join(folder, 'a.docx'), 'word/document.xml']).toString();
    rmSync(folder, { recursive: true });
    expect(text).toContain('JUZGADO DE FAMILIA DE TURNO');
    await expect(lawyer.releaseCopy({ ...(one as object), edition: 'office' } as never)).rejects.toMatchObject({
      failure: { reason: 'office-copy-pdf' },
    });
  });
});

describe('readPrintRegister', () => {
  it('shows one’s own copies, and all of them to who watches over it; the case only to who may know of it', async () => {
    const { centre } = await printing();
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    await lawyer.releaseCopies(batch({ caseId, documentIds }));
    const all = { from: null, to: null, state: null, way: null } as const;
    expect(await (await centre.as('psico')).readPrintRegister(all)).toMatchObject({ lines: [], isWhole: false });
    const coordinator = await (await centre.as('coordina')).readPrintRegister(all);
    expect(coordinator.isWhole).toBe(true);
    expect(coordinator.lines[0]).toMatchObject({ kind: 'filing', staffName: 'Luz Inventada Legal', caseId });
    const auditor = await (await centre.as('visita')).readPrintRegister(all);
    expect(auditor.lines).toHaveLength(2);
    expect(auditor.lines.map(({ caseId: id, caseNumber }) => [id, caseNumber])).toEqual([[null, null], [null, null]]); // prettier-ignore
    const none = await lawyer.readPrintRegister({ ...all, to: '2026-06-09' });
    expect(none.lines).toEqual([]);
    await expect((await centre.as('promocion')).readPrintRegister(all)).rejects.toMatchObject({
      failure: { code: 'forbidden' },
    });
  });

  it('keeps that a paper was destroyed, once', async () => {
    const { centre } = await printing();
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    const { copies } = await lawyer.releaseCopies(batch({ caseId, documentIds }));
    const copyId = copies[0]?.id ?? '';
    const { removedAt } = await lawyer.removeCopy({ copyId });
    expect(removedAt).toBe('2026-06-10T14:00:00.000Z');
    await expect(lawyer.removeCopy({ copyId })).rejects.toMatchObject({
      failure: { reason: 'copy-gone' },
    });
  });

  it('has nothing to destroy of a copy that never came out', async () => {
    const { centre } = await printing([1]);
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    await expect(lawyer.releaseCopies(batch({ caseId, documentIds }))).rejects.toMatchObject({
      failure: { code: 'storage' },
    });
    const failed = await lawyer.readPrintRegister({ from: null, to: null, state: 'failed', way: null });
    const copyId = failed.lines[0]?.id ?? '';
    expect(await refusal(() => lawyer.removeCopy({ copyId }))).toBe('rule-broken/copy-not-saved');
    const after = await lawyer.readPrintRegister({ from: null, to: null, state: 'failed', way: null });
    expect(after.lines).toEqual(failed.lines);
  });
});

describe('verifyDocument', () => {
  it('says genuine, changed and unknown, and never of whom a paper speaks', async () => {
    const { centre, sent } = await printing();
    const { caseId, lawyer, documentIds } = await twoWrits(centre);
    await lawyer.releaseCopies(batch({ caseId, documentIds, officeCopies: 1 }));
    const desk = await centre.as('admision');
    const [court, office] = sent.map(({ bytes }) => sha(bytes));
    const genuine = await desk.verifyDocument({ number: null, contentHash: court ?? null });
    expect(genuine).toMatchObject({
      verdict: 'genuine',
      documents: [{ kind: 'filing', issuedOn: '2026-06-10', copyState: null, isRemoved: false }],
    });
    expect(JSON.stringify(genuine)).not.toMatch(/Rosa|Quispe|Pedro|Condori|Juzgado/);
    const stamped = await desk.verifyDocument({ number: null, contentHash: office ?? null });
    expect(stamped).toMatchObject({ verdict: 'genuine', documents: [{ copyState: 'sent' }] });
    const title = 'Solicitud de medidas N.º 2026-000001';
    const changed = await desk.verifyDocument({ number: title, contentHash: 'a'.repeat(64) });
    expect(changed.verdict).toBe('changed');
    expect((await desk.verifyDocument({ number: 'CEM-2026-000002', contentHash: null })).documents[0]).toMatchObject({
      copyState: 'sent',
    });
    expect((await desk.verifyDocument({ number: '2026-000002', contentHash: null })).verdict).toBe('genuine');
    // A search pattern is no number: it finds nothing.
    for (const number of ['2026-099999', '%', '_', '%1', 'Escrito'])
      expect(await desk.verifyDocument({ number, contentHash: 'b'.repeat(64) })).toEqual({
        verdict: 'unknown',
        documents: [],
      });
    await expect((await centre.as('soporte')).verifyDocument({ number: '1', contentHash: null })).rejects.toMatchObject(
      {
        failure: { code: 'forbidden' },
      },
    );
  });
});
