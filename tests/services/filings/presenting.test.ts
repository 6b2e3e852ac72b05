import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { fetchFile } from '../../../src/renderer/platform/files.ts';
import { docxOf, jpgOf, pdfOf } from '../../support/files.ts';
import { textOf } from '../../support/paper-text.ts';
import { copyLines } from '../../support/papers.ts';
import { addFile, seen } from '../../support/send-file.ts';
import { closeCentres, passphrase } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { cargo, issued } from './a-presentation.ts';

afterEach(closeCentres);

const linesOf = (pdf: Uint8Array) =>
  execFileSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf }).toString('utf8');

describe('one PDF of writ and annexes', () => {
  it('has covers in Peruvian numbering, photographs as pages, and its place in the whole on each page', async () => {
    const { caseId, lawyer, filingId } = await issued();
    const paper = await addFile(lawyer, caseId, {
      name: 'acta.pdf',
      bytes: await pdfOf(['Acta inventada', 'Segunda hoja']),
    });
    const photo = await addFile(lawyer, caseId, { name: 'foto.jpg', bytes: await jpgOf({ hasPlace: true }) });
    const made = await lawyer.assembleFiling({
      caseId,
      filingId,
      annexes: [
        { attachmentId: paper.attachment.id, title: 'Acta de nacimiento' },
        { attachmentId: photo.attachment.id, title: 'Fotografía de la lesión' },
      ],
      limitMb: null,
      reduces: false,
    });
    expect(made.parts).toHaveLength(1);
    const bytes = await fetchFile(lawyer, made.parts[0]!.file);
    const text = textOf(Buffer.from(bytes));
    expect(text.indexOf('Acta inventada')).toBeGreaterThan(text.indexOf('ANEXO 1-A'));
    expect(text.indexOf('ANEXO 1-B')).toBeGreaterThan(text.indexOf('Segunda hoja'));
    expect(text).toContain('Fotografía de la lesión');
    for (let page = 1; page <= made.pages; page += 1) expect(text).toContain(`página ${page} de ${made.pages}`);
    expect(Buffer.from(bytes).includes('Inventada\0')).toBe(false);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(made.pages);
  });

  it('is divided in order when it passes the limit of the desk, none above it', async () => {
    const { caseId, lawyer, filingId } = await issued();
    const annexes = [];
    for (let one = 0; one < 4; one += 1) {
      const bytes = await jpgOf({ width: 1400, height: 1000 + one });
      const { attachment } = await addFile(lawyer, caseId, { name: `foto-${one}.jpg`, bytes });
      annexes.push({ attachmentId: attachment.id, title: `Fotografía ${one + 1}` });
    }
    const whole = await lawyer.assembleFiling({ caseId, filingId, annexes, limitMb: null, reduces: false });
    const limitMb = 1.5;
    const made = await lawyer.assembleFiling({ caseId, filingId, annexes, limitMb, reduces: false });
    expect(made.parts.length).toBeGreaterThan(1);
    for (const { size } of made.parts) expect(size).toBeLessThanOrEqual(limitMb * 1024 * 1024);
    expect(made.parts.reduce((sum, { pages }) => sum + pages, 0)).toBe(whole.pages);
    expect(made.notes.join()).toContain(`se dividió en ${made.parts.length} partes`);
    const texts = [];
    for (const { file } of made.parts) texts.push(textOf(Buffer.from(await fetchFile(lawyer, file))));
    const numbers = [...texts.join('\n').matchAll(/página (\d+) de/g)].map((match) => Number(match[1]));
    expect(numbers).toEqual(Array.from({ length: whole.pages }, (_, at) => at + 1));
    const small = await lawyer.assembleFiling({ caseId, filingId, annexes, limitMb: null, reduces: true });
    expect(small.parts[0]!.size).toBeLessThan(whole.parts[0]!.size / 1.5);
    const tight = { caseId, filingId, annexes, limitMb: 0.05, reduces: false };
    expect(await refusal(() => lawyer.assembleFiling(tight))).toBe('rule-broken/page-over-limit');
  });

  it('is not put together beyond 2,000 pages', async () => {
    const { caseId, lawyer, filingId } = await issued();
    const long = await PDFDocument.create();
    for (let page = 0; page < 2000; page += 1) long.addPage();
    const bytes = Buffer.from(await long.save());
    const { attachment } = await addFile(lawyer, caseId, { name: 'expediente.pdf', bytes });
    const annexes = [{ attachmentId: attachment.id, title: 'Expediente inventado' }];
    const assemble = () => lawyer.assembleFiling({ caseId, filingId, annexes, limitMb: null, reduces: false });
    expect(await refusal(assemble)).toBe('rule-broken/bundle-too-long');
  });

  it('takes no file of another case, no annulled one, and no Word file', async () => {
    const { centre, caseId, lawyer, filingId } = await issued();
    const other = await centre.aCase();
    const foreign = await addFile(lawyer, other.caseId, { name: 'a.pdf', bytes: await pdfOf(['Ajena']) });
    const word = await addFile(lawyer, caseId, { name: 'a.docx', bytes: docxOf(['x']) });
    for (const { attachment } of [foreign, word]) {
      const annexes = [{ attachmentId: attachment.id, title: 'x' }];
      const assemble = () => lawyer.assembleFiling({ caseId, filingId, annexes, limitMb: null, reduces: false });
      expect(await refusal(assemble)).toBe('rule-broken/annex-not-printable');
    }
  });

  it('leaves as one registered copy of the writ', async () => {
    const { caseId, lawyer, filingId } = await issued();
    const made = await lawyer.assembleFiling({ caseId, filingId, annexes: [], limitMb: null, reduces: false });
    const out = await lawyer.releaseBundle({ caseId, bundleId: made.bundleId, way: 'save', recipient: 'Juzgado' });
    expect(out.files).toHaveLength(1);
    const { documents } = await lawyer.listDocuments({ caseId });
    const copies = documents.flatMap((one) => one.copies);
    const { number } = out.parts[0]!;
    expect(copies).toMatchObject([{ number, state: 'sent', purpose: 'Presentación con anexos', isOfBundle: true }]);
    const sha256 = createHash('sha256')
      .update(await fetchFile(lawyer, out.files[0]!))
      .digest('hex');
    const found = await lawyer.verifyDocument({ number: null, contentHash: sha256 });
    expect(found).toMatchObject({ verdict: 'genuine', documents: [{ kind: 'filing', copyState: 'sent' }] });
  });

  it('leaves in parts, each with its number, printer and hash; what had left stays sent when a later one fails', async () => {
    const printed: string[] = [];
    const print = (bytes: Uint8Array) => {
      if (printed.length === 1) return Promise.reject(new Error('no paper'));
      printed.push(createHash('sha256').update(bytes).digest('hex'));
      return Promise.resolve();
    };
    const list = () => Promise.resolve([{ name: 'HP (Legal)', isDefault: true }]);
    const { caseId, lawyer, filingId } = await issued({ ports: { printer: { list, print } } });
    const made = await inParts(lawyer, caseId, filingId, 4);
    const count = made.parts.length;
    expect(count).toBeGreaterThan(2);
    const ask = { caseId, bundleId: made.bundleId, way: 'print', recipient: 'Juzgado' } as const;
    const out = await lawyer.releaseBundle(ask);
    expect(out.parts.map(({ state }) => state)).toEqual(['sent', ...Array<string>(count - 1).fill('failed')]);
    const register = async () => {
      const { lines } = await lawyer.readPrintRegister({ from: null, to: null, state: null, way: 'print' });
      return copyLines(lines)
        .map(({ number, state, printer, purpose }) => [number, state, printer, purpose])
        .reverse();
    };
    expect((await register()).slice(0, 2)).toEqual([
      ['CEM-2026-000001', 'sent', 'HP (Legal)', `Presentación con anexos, parte 1 de ${count}`],
      ['CEM-2026-000002', 'failed', 'HP (Legal)', `Presentación con anexos, parte 2 de ${count}`],
    ]);
    expect(printed).toEqual([made.parts[0]?.sha256]);
    const paper = await lawyer.verifyDocument({ number: null, contentHash: printed[0] ?? '' });
    expect(paper).toMatchObject({ verdict: 'genuine', documents: [{ copyState: 'sent' }] });
    printed.length = 0;
    const rest = await lawyer.releaseBundle({ ...ask, fromPart: count });
    expect(rest.parts).toEqual([{ number: `CEM-2026-00000${count + 1}`, part: count, state: 'sent' }]);
    expect(printed).toEqual([made.parts.at(-1)?.sha256]);
  });

  it('asked for again with the same key says how it left', async () => {
    const { caseId, lawyer, filingId } = await issued();
    const { bundleId } = await inParts(lawyer, caseId, filingId, 1);
    const ask = { caseId, bundleId, way: 'save', recipient: 'Juzgado' } as const;
    const key = crypto.randomUUID();
    const first = await lawyer.releaseBundle(ask, { key });
    expect(first.parts[0]).toMatchObject({ state: 'sent' });
    const again = await lawyer.releaseBundle(ask, { key });
    expect(again.parts[0]).toMatchObject({ number: first.parts[0]?.number, state: 'sent' });
  });

  it('leaves whole in more parts than a session otherwise keeps', async () => {
    const { caseId, lawyer, filingId } = await issued();
    const made = await inParts(lawyer, caseId, filingId, 27);
    expect(made.parts.length).toBeGreaterThan(24);
    for (const { file, size } of made.parts) expect((await fetchFile(lawyer, file)).byteLength).toBe(size);
    const ask = { caseId, bundleId: made.bundleId, way: 'save', recipient: 'Juzgado' } as const;
    const { parts, files } = await lawyer.releaseBundle(ask);
    expect(parts.every(({ state }) => state === 'sent')).toBe(true);
    for (const [at, file] of files.entries())
      expect((await fetchFile(lawyer, file)).byteLength).toBe(made.parts[at]?.size);
    // What was assembled does not count for the limit of the case.
    const { attachments, usedBytes } = await lawyer.listAttachments({ caseId });
    expect(usedBytes).toBe(attachments.reduce((sum, { size }) => sum + size, 0));
  });

  it('is not kept with an annex that was annulled while it was made, nor let out with one annulled since', async () => {
    const { caseId, lawyer, filingId } = await issued();
    const photo = async (width: number) =>
      (await addFile(lawyer, caseId, { name: 'foto.jpg', bytes: await jpgOf({ width, height: 1000 }) })).attachment;
    const [first, second] = [await photo(1400), await photo(1401)];
    const annul = ({ id, version }: typeof first) =>
      lawyer.annulAttachment({ caseId, attachmentId: id, version, reason: 'wrongFile', words: null });
    const assemble = ({ id }: typeof first) => {
      const annexes = [{ attachmentId: id, title: 'Fotografía' }];
      return lawyer.assembleFiling({ caseId, filingId, annexes, limitMb: null, reduces: false });
    };
    const { bundleId } = await assemble(second);
    const [made] = await Promise.allSettled([assemble(first), annul(first)]);
    expect(made).toMatchObject({ status: 'rejected', reason: { failure: { reason: 'annex-not-printable' } } });
    await annul(second);
    const release = () => lawyer.releaseBundle({ caseId, bundleId, way: 'save', recipient: 'Juzgado' });
    expect(await refusal(release)).toBe('rule-broken/annex-not-printable');
    const { lines } = await lawyer.readPrintRegister({ from: null, to: null, state: null, way: null });
    expect(lines).toEqual([]);
  });
});

/** A presentation of so many photographs, each a part. */
async function inParts(lawyer: Client<Contract>, caseId: string, filingId: string, photos: number) {
  const annexes = [];
  for (let one = 0; one < photos; one += 1) {
    const bytes = await jpgOf({ width: 360, height: 260 + one });
    const { attachment } = await addFile(lawyer, caseId, { name: `foto-${one}.jpg`, bytes });
    annexes.push({ attachmentId: attachment.id, title: `Fotografía ${one + 1}` });
  }
  return lawyer.assembleFiling({ caseId, filingId, annexes, limitMb: 0.12, reduces: false });
}

describe('the signed version', () => {
  it('is told apart from the issued one, word by word', async () => {
    const { caseId, lawyer, filingId, documentId } = await issued();
    const view = await lawyer.viewDocument({ caseId, documentId });
    const same = await fetchFile(lawyer, view.file);
    const text = linesOf(same).replace(/^.*Página \d+ de \d+.*$/gm, '');
    const edited = text.replace('Motivo inventado', 'Motivo cambiado a mano');
    const word = (words: string) =>
      docxOf(words.split('\n').map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')));
    const files = {
      same: { name: 'igual.pdf', bytes: same },
      changed: { name: 'editado.docx', bytes: word(edited) },
      'other-paper': { name: 'otro.docx', bytes: word('palabras '.repeat(300)) },
      'no-text': { name: 'escaneo.jpg', bytes: await jpgOf() },
    } as const;
    for (const [outcome, file] of Object.entries(files)) {
      const { attachment } = await addFile(lawyer, caseId, { ...file, facts: { kind: 'signedWrit', area: 'legal' } });
      const found = await lawyer.compareSigned({ caseId, filingId, attachmentId: attachment.id });
      expect([file.name, found.outcome]).toEqual([file.name, outcome]);
      if (outcome === 'changed') {
        expect(
          found.changes.some(({ removed, added }) => removed.includes('inventado') && added.includes('mano')),
        ).toBe(true);
      }
      const form = cargo({ signedId: attachment.id });
      const present = () => lawyer.presentFiling({ caseId, filingId, form });
      if (outcome !== 'same') expect(await refusal(present)).toBe('rule-broken/changes-not-accepted');
    }
  });

  it('is frozen by its hash, and is neither annulled nor moved afterwards', async () => {
    const { caseId, lawyer, filingId } = await issued();
    const signed = await addFile(lawyer, caseId, {
      name: 'a.jpg',
      bytes: await jpgOf(),
      facts: { kind: 'signedWrit', area: 'legal' },
    });
    const { id, sha256, version } = signed.attachment;
    const form = cargo({ signedId: id, acceptsChanges: true });
    const presentation = await lawyer.presentFiling({ caseId, filingId, form });
    expect(presentation.sha256).toBe(sha256);
    const target = { caseId, attachmentId: id, version: version + 1, reason: 'wrongFile', words: null } as const;
    expect(await refusal(() => lawyer.annulAttachment(target))).toBe('rule-broken/file-in-use');
  });
});

describe('what proves a presentation', () => {
  it('is the cargo and the file of an answer: neither is annulled or moved', async () => {
    const { centre, caseId, lawyer, filingId } = await issued();
    const other = await centre.aCase();
    const scan = async (name: string) =>
      (await addFile(lawyer, caseId, { name, bytes: await pdfOf([name]) })).attachment;
    const [stamped, decision] = [await scan('cargo.pdf'), await scan('resolucion.pdf')];
    const { id } = await lawyer.presentFiling({ caseId, filingId, form: cargo({ cargoId: stamped.id }) });
    const form = { answeredOn: '2026-06-10', kind: 'granted', words: 'Resolución 1', documentId: decision.id } as const;
    await lawyer.answerFiling({ caseId, presentationId: id, form: form });
    for (const { id: attachmentId } of [stamped, decision]) {
      const { version } = (await seen(lawyer, caseId, attachmentId)).attachment;
      const annul = { caseId, attachmentId, version, reason: 'otherCase', words: null } as const;
      expect(await refusal(() => lawyer.annulAttachment(annul))).toBe('rule-broken/file-in-use');
      const record = { kind: 'attachment', id: attachmentId } as never;
      const move = { caseId, toCaseId: other.caseId, record, reason: 'otherPerson', words: null } as const;
      expect(await refusal(() => lawyer.moveRecord(move as never))).toBe('rule-broken/file-in-use');
    }
  });
});

describe('the annexes of a presentation', () => {
  it('are neither annulled nor moved while it stands; once annulled, they and the cargo may be', async () => {
    const { caseId, lawyer, filingId } = await issued();
    const scan = async (name: string) =>
      (await addFile(lawyer, caseId, { name, bytes: await pdfOf([name]) })).attachment.id;
    const [annex, stamped] = [await scan('anexo.pdf'), await scan('cargo.pdf')];
    const annexes = [{ attachmentId: annex, title: 'Acta inventada' }];
    await lawyer.assembleFiling({ caseId, filingId, annexes, limitMb: null, reduces: false });
    const made = await lawyer.presentFiling({ caseId, filingId, form: cargo({ cargoId: stamped }) });
    const annul = async (attachmentId: string) => {
      const { version } = (await seen(lawyer, caseId, attachmentId)).attachment;
      const target = { caseId, attachmentId, version, reason: 'wrongFile', words: null } as const;
      return refusal(() => lawyer.annulAttachment(target));
    };
    for (const id of [annex, stamped]) expect(await annul(id)).toBe('rule-broken/file-in-use');
    const target = { caseId, presentationId: made.id, version: made.version };
    await lawyer.annulPresentation({ ...target, reason: 'wrongData', words: null });
    for (const id of [annex, stamped]) expect(await annul(id)).toBe('none');
  });
});

describe('a writ that the court gave back', () => {
  it('gives back what was left with it: «Devuelto» in its chain and in the history, and presented again later', async () => {
    const { caseId, lawyer, filingId } = await issued();
    const { attachment } = await addFile(lawyer, caseId, { name: 'cargo.pdf', bytes: await pdfOf(['Cargo']) });
    const form = cargo({ cargoId: attachment.id });
    const present = () => lawyer.presentFiling({ caseId, filingId, form });
    const chain = async () => (await seen(lawyer, caseId, attachment.id)).custody.map(({ kind }) => kind);
    const annul = async (reason: 'returned' | 'wrongData') => {
      const { id, version } = await present();
      await lawyer.annulPresentation({ caseId, presentationId: id, version, reason, words: null });
    };
    await annul('wrongData');
    expect(await chain()).toEqual(['received', 'presented']);
    await annul('returned');
    expect(await chain()).toEqual(['received', 'presented', 'returned']);
    const { entries } = await lawyer.readTimeline({ caseId });
    const told = entries.filter(({ kind }) => kind === 'file').map(({ act }) => act);
    expect(told).toContain('Archivo: devuelto con el escrito por la mesa de partes');
    await present();
    expect(await chain()).toEqual(['received', 'presented', 'returned', 'presented']);
  });
});

describe('a file that was joined and taken out again', () => {
  it('is free while no bundle with it went out, and in the history of its ficha once one did', async () => {
    const { centre, caseId, lawyer, filingId } = await issued();
    const other = await centre.aCase();
    const scan = async (name: string) =>
      (await addFile(lawyer, caseId, { name, bytes: await pdfOf([name]) })).attachment.id;
    const [tried, left] = [await scan('equivocado.pdf'), await scan('anexo.pdf')];
    const make = (attachmentId: string) =>
      lawyer.assembleFiling({
        ...{ caseId, filingId, limitMb: null, reduces: false },
        annexes: [{ attachmentId, title: 'Acta inventada' }],
      });
    const { bundleId } = await make(tried);
    const { bundleId: good } = await make(left);
    const release = { caseId, way: 'save', recipient: 'Juzgado Inventado', fromPart: 1 } as const;
    await lawyer.releaseBundle({ ...release, bundleId: good });
    await lawyer.presentFiling({ caseId, filingId, form: cargo() });
    const move = (id: string) =>
      refusal(() =>
        lawyer.moveRecord({
          ...{ caseId, toCaseId: other.caseId, reason: 'otherPerson', words: null },
          record: { kind: 'attachment', id } as never,
        }),
      );
    expect(await move(left)).toBe('rule-broken/file-in-use');
    // A later bundle without it that went out as well takes nothing from what was left.
    const { bundleId: later } = await lawyer.assembleFiling({
      caseId,
      filingId,
      annexes: [],
      limitMb: null,
      reduces: false,
    });
    await lawyer.releaseBundle({ ...release, bundleId: later });
    const { version } = (await seen(lawyer, caseId, left)).attachment;
    const annul = { caseId, attachmentId: left, version, reason: 'wrongFile', words: null } as const;
    expect(await refusal(() => lawyer.annulAttachment(annul))).toBe('rule-broken/file-in-use');
    expect(await move(tried)).toBe('none');
    // Its pages are of another ficha now: the bundle that has them never leaves.
    expect(await refusal(() => lawyer.releaseBundle({ ...release, bundleId }))).toBe('rule-broken/annex-not-printable');
  });
});

describe('leave to hand out an original', () => {
  it('ends when the file goes to another ficha', async () => {
    const { centre, caseId, lawyer } = await issued();
    const other = await centre.aCase();
    const helper = await centre.as('psico');
    const paper = async (name: string) =>
      (await addFile(lawyer, caseId, { name, bytes: await pdfOf([name]) })).attachment.id;
    const ask = (ficha: string, attachmentId: string) =>
      lawyer.proposeAttachmentExport(
        { caseId: ficha, attachmentId, reason: 'prosecutor', words: null },
        { password: passphrase },
      );
    const approve = (proposalId: string) => helper.approveAttachmentExport({ proposalId }, { password: passphrase });
    const [approved, pending] = [await paper('uno.pdf'), await paper('dos.pdf')];
    await approve((await ask(caseId, approved)).proposalId);
    const waiting = (await ask(caseId, pending)).proposalId;
    for (const id of [approved, pending]) {
      const record = { kind: 'attachment', id } as never;
      await lawyer.moveRecord({ caseId, toCaseId: other.caseId, record, reason: 'otherPerson', words: null } as never);
    }
    const there = (attachmentId: string) => ({ caseId: other.caseId, attachmentId });
    expect((await seen(lawyer, other.caseId, approved)).exporting).toBe('none');
    expect(await refusal(() => lawyer.takeAttachmentOriginal(there(approved)))).toBe('rule-broken/export-not-approved');
    expect(await refusal(() => approve(waiting))).toBe('rule-broken/export-file-moved');
    await approve((await ask(other.caseId, pending)).proposalId);
    expect(await refusal(() => lawyer.takeAttachmentOriginal(there(pending)))).toBe('none');
  });
});
