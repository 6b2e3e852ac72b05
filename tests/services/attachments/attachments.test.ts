import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { changeSealed, insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { docxOf, jpgOf, pdfOf } from '../../support/files.ts';
import { addFile, seen, sendBytes, someFacts } from '../../support/send-file.ts';
import { closeCentres, openCentre, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

const note = { name: 'nota.txt', bytes: Buffer.from('Una nota inventada y reconocible: zarzaparrilla.') };

async function withCase(): Promise<{ centre: TestCentre; caseId: string }> {
  const centre = await startCentre();
  return { centre, caseId: (await centre.aCase()).caseId };
}

const refusing = "create trigger refusing before insert on attachment begin select raise(abort, 'refused'); end";

const storedFiles = (centre: TestCentre) => readdirSync(join(centre.folder, 'files'));

describe('a file of a case', () => {
  it('comes back byte by byte, and nothing of it stands in clear in the data folder', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const bytes = Buffer.concat([note.bytes, Buffer.alloc(2 * 1024 * 1024, 'b')]);
    const { attachment } = await addFile(lawyer, caseId, { name: note.name, bytes });
    const view = await seen(lawyer, caseId, attachment.id);
    expect(view).toMatchObject({ isIntact: true, shownAs: 'text' });
    expect(view.bytes?.equals(bytes)).toBe(true);
    expect(view.custody.map(({ kind, sha256 }) => [kind, sha256])).toEqual([['received', attachment.sha256]]);
    expect(storedFiles(centre)).toHaveLength(1);
    const stored = readFileSync(join(centre.folder, 'files', storedFiles(centre)[0] ?? ''));
    expect(stored.byteLength).toBe(bytes.byteLength + 3 * 16);
    for (const name of readdirSync(centre.folder, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      expect(readFileSync(join(name.parentPath, name.name)).includes('zarzaparrilla')).toBe(false);
    }
  });

  it('is kept once when it comes twice, and once in each of two cases (bad input 80)', async () => {
    const { centre, caseId } = await withCase();
    const other = await centre.aCase();
    const lawyer = await centre.as('legal');
    const first = await addFile(lawyer, caseId, note);
    const again = await addFile(lawyer, caseId, { ...note, name: 'otra.txt', facts: { description: 'Otra vez' } });
    expect(again).toMatchObject({ wasKnown: true, attachment: { id: first.attachment.id, name: 'nota.txt' } });
    const elsewhere = await addFile(lawyer, other.caseId, note);
    expect(elsewhere.wasKnown).toBe(false);
    expect(storedFiles(centre)).toHaveLength(2);
    const { custody } = await seen(lawyer, caseId, first.attachment.id);
    expect(custody.map(({ kind }) => kind)).toEqual(['received', 'receivedAgain']);
  });

  it('is one too many for a case that holds 1 GB, unless the case has it already', async () => {
    const { centre, caseId } = await withCase();
    const { attachment } = await addFile(await centre.as('legal'), caseId, note);
    await centre.close();
    await insideFile(centre.folder, async (db) => {
      const id = db.prepare('select file_id from attachment where id = ?').pluck().get(attachment.id) as string;
      const almostAll = 1024 * 1024 * 1024 - 20;
      await changeSealed(db, { kind: 'stored_file', id }, () =>
        db.prepare('update stored_file set size = ?, stored_size = ? where id = ?').run(almostAll, almostAll + 16, id),
      );
    });
    const again = await openCentre(centre.folder, centre.clock);
    const lawyer = await again.as('legal');
    const add = (text: string) =>
      refusal(() => addFile(lawyer, caseId, { name: 'otra.txt', bytes: Buffer.from(text) }));
    expect(await add('Son más de veinte bytes.')).toBe('rule-broken/file-case-full');
    expect(storedFiles(again)).toHaveLength(1);
    expect(await refusal(() => addFile(lawyer, caseId, note))).toBe('none');
    expect(await add('Menos de veinte.')).toBe('none');
  });

  it('is one too many for a case that has 300, whatever their size', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const add = (nth: number) => addFile(lawyer, caseId, { name: 'nota.txt', bytes: Buffer.from(`Nota ${nth}.`) });
    for (let nth = 1; nth <= 300; nth += 1) {
      await add(nth);
      // A person sends a few a minute; the gate would stop a machine.
      centre.clock.advance(1000);
    }
    expect(await refusal(() => add(301))).toBe('rule-broken/file-case-full');
    expect((await add(300)).wasKnown).toBe(true);
    expect((await lawyer.listAttachments({ caseId })).attachments).toHaveLength(300);
  });

  it('changed on the disk is never shown, and the chain of custody says so (bad input 81)', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const { attachment } = await addFile(lawyer, caseId, note);
    const path = join(centre.folder, 'files', storedFiles(centre)[0] ?? '');
    const stored = readFileSync(path);
    stored[5] = (stored[5] ?? 0) ^ 1;
    writeFileSync(path, stored);
    for (let time = 0; time < 2; time += 1) {
      const view = await seen(lawyer, caseId, attachment.id);
      expect(view).toMatchObject({ isIntact: false, shownAs: 'nothing', bytes: null });
      expect(view.custody.map(({ kind }) => kind)).toEqual(['received', 'changedOutside']);
    }
    const verdict = await (await centre.as('coordina')).verifyRecord({});
    expect(verdict.isSound).toBe(false);
    expect(verdict.problems.join()).toMatch(/Archivo de la ficha 2026-\d+: falta o fue cambiado/);
    rmSync(path);
    expect((await seen(lawyer, caseId, attachment.id)).isIntact).toBe(false);
  });

  it('cut at the end of a piece is not taken for a shorter file', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const { attachment } = await addFile(lawyer, caseId, { name: 'a.txt', bytes: Buffer.alloc(3 * 1024 * 1024, 'c') });
    const path = join(centre.folder, 'files', storedFiles(centre)[0] ?? '');
    writeFileSync(path, readFileSync(path).subarray(0, 2 * (1024 * 1024 + 16)));
    expect((await seen(lawyer, caseId, attachment.id)).isIntact).toBe(false);
  });

  it('shows a photograph without the place where it was taken, and keeps the original', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const bytes = await jpgOf({ hasPlace: true });
    const { attachment } = await addFile(lawyer, caseId, { name: 'foto.jpg', bytes });
    const view = await seen(lawyer, caseId, attachment.id);
    expect(view.shownAs).toBe('image');
    const shown = await sharp(view.bytes ?? Buffer.alloc(0)).metadata();
    expect([shown.exif, shown.xmp, shown.iptc, shown.width]).toEqual([undefined, undefined, undefined, 320]);
    expect(attachment.warnings).toEqual(['image-location']);
  });

  it('shows the words of a Word file', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const bytes = docxOf(['Primer párrafo &amp; más', 'Segundo']);
    const { attachment } = await addFile(lawyer, caseId, { name: 'carta.docx', bytes });
    const view = await seen(lawyer, caseId, attachment.id);
    expect([view.shownAs, view.bytes?.toString('utf8')]).toEqual(['text', 'Primer párrafo & más\nSegundo']);
  });

  it('can be described anew and annulled with a reason, not after somebody else did', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const { attachment } = await addFile(lawyer, caseId, note);
    const target = { caseId, attachmentId: attachment.id };
    const facts = { ...someFacts, description: 'Mejor dicho' };
    const described = await lawyer.describeAttachment({ ...target, version: attachment.version, facts });
    expect(described.facts.description).toBe('Mejor dicho');
    const stale = { ...target, version: attachment.version, reason: 'wrongFile', words: null } as const;
    expect(await refusal(() => lawyer.annulAttachment(stale))).toBe('conflict/');
    const { annulled } = await lawyer.annulAttachment({ ...stale, version: described.version });
    expect(annulled).toEqual({ reason: 'wrongFile', words: null });
    expect((await seen(lawyer, caseId, attachment.id)).custody.map(({ kind }) => kind)).toEqual([
      'received',
      'described',
      'annulled',
    ]);
    // The same file may come in again once it was annulled.
    expect((await addFile(lawyer, caseId, note)).wasKnown).toBe(false);
  });

  it('must have been sent whole by the same session', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const fileId = await sendBytes(lawyer, note.bytes);
    const input = { caseId, fileId, fileName: note.name, facts: someFacts };
    const psychologist = await centre.as('psico');
    expect(await refusal(() => psychologist.addAttachment(input))).toBe('not-found/file-piece');
    const piece = { fileId: crypto.randomUUID(), base64: 'AAAA' };
    expect(await refusal(() => lawyer.sendAttachmentPiece({ ...piece, offset: 5 }))).toBe('invalid/file-piece');
  });
});

describe('who reaches a file', () => {
  it('is each service for its own area, and Legal for all', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const areas = ['common', 'psychology', 'social', 'legal'] as const;
    const ids = new Map<string, string>();
    for (const area of areas) {
      const bytes = Buffer.from(`Archivo del área ${area}`);
      ids.set(area, (await addFile(lawyer, caseId, { name: 'a.txt', bytes, facts: { area } })).attachment.id);
    }
    const reach = {
      psico: ['common', 'psychology'],
      social: ['common', 'social'],
      legal: areas,
    } as const;
    for (const [login, open] of Object.entries(reach)) {
      const client = await centre.as(login as keyof typeof reach);
      const { attachments, mayAddTo } = await client.listAttachments({ caseId });
      expect([...new Set(attachments.map(({ facts }) => facts.area))].sort()).toEqual([...open].sort());
      expect([...mayAddTo].sort()).toEqual([...open].sort());
      for (const area of areas) {
        const look = () => client.viewAttachment({ caseId, attachmentId: ids.get(area) ?? '' });
        expect(await refusal(look)).toBe((open as readonly string[]).includes(area) ? 'none' : 'not-found/');
        const bytes = Buffer.from(`De ${login} para ${area}`);
        const add = () => addFile(client, caseId, { name: 'a.txt', bytes, facts: { area } });
        expect(await refusal(add)).toBe((open as readonly string[]).includes(area) ? 'none' : 'not-found/');
      }
    }
    // Coordinación reads the files of the cases it is in, as the table says.
    expect(await refusal(async () => (await centre.as('coordina')).listAttachments({ caseId }))).toBe('not-found/');
    for (const login of ['admision', 'promocion', 'soporte', 'visita'] as const) {
      const client = await centre.as(login);
      expect(await refusal(() => client.listAttachments({ caseId }))).toBe('forbidden/');
    }
  });

  it('is nobody in another case: a file of one is not found in the other', async () => {
    const { centre, caseId } = await withCase();
    const other = await centre.aCase();
    const lawyer = await centre.as('legal');
    const { attachment } = await addFile(lawyer, caseId, note);
    const look = () => lawyer.viewAttachment({ caseId: other.caseId, attachmentId: attachment.id });
    expect(await refusal(look)).toBe('not-found/');
  });

  it('hands out the original by two people, once, within a day', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const bytes = await pdfOf(['Original inventado']);
    const { attachment } = await addFile(lawyer, caseId, { name: 'original.pdf', bytes });
    const target = { caseId, attachmentId: attachment.id };
    const take = () => lawyer.takeAttachmentOriginal(target);
    const ask = () =>
      lawyer.proposeAttachmentExport({ ...target, reason: 'prosecutor', words: null }, { password: passphrase });
    expect(await refusal(take)).toBe('rule-broken/export-not-approved');
    const { proposalId } = await ask();
    expect(await refusal(ask)).toBe('rule-broken/export-asked-already');
    const own = () => lawyer.approveAttachmentExport({ proposalId }, { password: passphrase });
    expect(await refusal(own)).toBe('rule-broken/own-proposal');
    expect((await seen(lawyer, caseId, attachment.id)).exporting).toBe('asked');
    await (await centre.as('psico')).approveAttachmentExport({ proposalId }, { password: passphrase });
    expect((await seen(lawyer, caseId, attachment.id)).exporting).toBe('approved');
    const { file } = await take();
    expect(file.name).toMatch(/^archivo-[0-9a-f]{12}\.pdf$/);
    expect(await refusal(take)).toBe('rule-broken/export-not-approved');
    const next = await ask();
    await (
      await centre.as('social')
    ).approveAttachmentExport({ proposalId: next.proposalId }, { password: passphrase });
    centre.clock.set('2026-06-11T16:00:00.000Z');
    const tomorrow = await (await centre.restart()).as('legal');
    const late = () => tomorrow.takeAttachmentOriginal(target);
    expect(await refusal(late)).toBe('rule-broken/export-not-approved');
    expect((await seen(tomorrow, caseId, attachment.id)).custody.map(({ kind }) => kind)).toEqual([
      'received',
      'exportProposed',
      'exported',
      'exportProposed',
    ]);
  });
});

describe('opening the centre', () => {
  it('sweeps what no row names, and nothing else', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const { attachment } = await addFile(lawyer, caseId, note);
    const orphan = join(centre.folder, 'files', `${'0'.repeat(32)}.bin`);
    writeFileSync(orphan, 'x');
    writeFileSync(join(centre.folder, 'files', 'ajeno.txt'), 'x');
    const next = await centre.restart();
    const view = await seen(await next.as('legal'), caseId, attachment.id);
    expect(view.isIntact).toBe(true);
    const stays = storedFiles(next).map((name) => (name === 'ajeno.txt' ? name : name.replace(/^[0-9a-f]{32}/, 'x')));
    expect(stays.sort()).toEqual(['ajeno.txt', 'x.bin']);
  });

  it('sweeps nothing of a record that was put back to an earlier state', async () => {
    const { centre, caseId } = await withCase();
    await addFile(await centre.as('legal'), caseId, note);
    await centre.application.close();
    const file = join(centre.folder, 'registro.e1.db');
    const earlier = readFileSync(file);
    const again = await openCentre(centre.folder, fixedClock('2026-06-10T15:00:00.000Z'));
    await addFile(await again.as('legal'), caseId, { ...note, bytes: Buffer.from('Otra nota') });
    await again.application.close();
    writeFileSync(file, earlier);
    const back = await openCentre(centre.folder, fixedClock('2026-06-10T16:00:00.000Z'));
    expect((await back.sessionOf('legal')).isReadOnly).toBe(true);
    expect(storedFiles(back)).toHaveLength(2);
  });

  it('keeps the key of each file in a row under seal', async () => {
    const { centre, caseId } = await withCase();
    const { attachment } = await addFile(await centre.as('legal'), caseId, note);
    await centre.application.close();
    await insideFile(centre.folder, (db) => {
      db.prepare('drop trigger stored_file_is_final').run();
      db.prepare('update stored_file set file_key = randomblob(32)').run();
    });
    const again = await openCentre(centre.folder, fixedClock());
    const look = async () => (await again.as('legal')).viewAttachment({ caseId, attachmentId: attachment.id });
    expect(await refusal(look)).toBe('damaged/record-seal');
  });

  it.each([
    ['the disk refuses the file', 'storage/cannot-keep-file'],
    ['the commit fails', 'unexpected/'],
  ])('is stored once by pressing again after %s: what was sent is still there', async (how, refused) => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const { token } = await centre.sessionOf('legal');
    const input = { caseId, fileId: await sendBytes(lawyer, note.bytes), fileName: note.name, facts: someFacts };
    const call = { procedure: 'addAttachment', input, session: token, key: crypto.randomUUID(), password: null };
    const folder = join(centre.folder, 'files');
    const isDisk = how.includes('disk');
    if (isDisk) writeFileSync(folder, '');
    else await insideFile(centre.folder, (db) => db.exec(refusing));
    const first = await centre.application.invoke(call);
    expect(first.ok ? 'stored' : `${first.failure.code}/${first.failure.reason ?? ''}`).toBe(refused);
    if (isDisk) rmSync(folder);
    else await insideFile(centre.folder, (db) => db.exec('drop trigger refusing'));
    expect(await centre.application.invoke(call)).toMatchObject({ ok: true, value: { wasKnown: false } });
    expect(await centre.application.invoke(call)).toMatchObject({ ok: true, value: { wasKnown: false } });
    expect((await lawyer.listAttachments({ caseId })).attachments).toHaveLength(1);
    // Stored: nothing of it stays in memory for another call.
    expect(await refusal(() => lawyer.addAttachment(input))).toBe('not-found/file-piece');
  });
});
