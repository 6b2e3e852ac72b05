/** What is damaged goes to no court: an annex, a presentation put together before, and the writ itself. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sha256Of } from '../../../src/main/platform/storage/file-vault.ts';
import type { Database } from '../../../src/main/platform/storage/open-database.ts';
import { jpgOf, pdfOf } from '../../support/files.ts';
import { addFile } from '../../support/send-file.ts';
import { closeCentres, openCentre, type TestCentre } from '../../support/start-application.ts';
import { changeSealed, insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { issued } from './a-presentation.ts';

afterEach(closeCentres);

const plain = { limitMb: null, reduces: false } as const;

/** Writes over the newest file beside the database, as a bad disk would. */
function damageNewest({ folder }: TestCentre, before: readonly string[]): void {
  const [added] = keptIn(folder).filter((name) => !before.includes(name));
  writeFileSync(join(folder, 'files', added ?? ''), Buffer.alloc(200, 7));
}

const keptIn = (folder: string) => readdirSync(join(folder, 'files'));

async function withAnnex() {
  const { centre, caseId, lawyer, filingId } = await issued();
  const first = await addFile(lawyer, caseId, { name: 'sana.jpg', bytes: await jpgOf() });
  const before = keptIn(centre.folder);
  const { attachment } = await addFile(lawyer, caseId, { name: 'acta.pdf', bytes: await pdfOf(['Acta inventada']) });
  const annexes = [
    { attachmentId: first.attachment.id, title: 'Fotografía' },
    { attachmentId: attachment.id, title: 'Acta inventada' },
  ];
  return { centre, caseId, lawyer, filingId, annexes, before };
}

describe('a presentation', () => {
  it('is not put together with an annex that is damaged, and goes on without it', async () => {
    const { centre, caseId, lawyer, filingId, annexes, before } = await withAnnex();
    damageNewest(centre, before);
    const assemble = (some: typeof annexes) => lawyer.assembleFiling({ caseId, filingId, annexes: some, ...plain });
    expect(await refusal(() => assemble(annexes))).toBe('damaged/annex-damaged');
    expect(await refusal(() => assemble(annexes.slice(0, 1)))).toBe('none');
  });

  it('that was damaged after it was put together does not leave, and no copy of it is registered', async () => {
    const { centre, caseId, lawyer, filingId, annexes } = await withAnnex();
    const before = keptIn(centre.folder);
    const { bundleId } = await lawyer.assembleFiling({ caseId, filingId, annexes, ...plain });
    damageNewest(centre, before);
    const release = () => lawyer.releaseBundle({ caseId, bundleId, way: 'save', recipient: 'Juzgado Inventado' });
    expect(await refusal(release)).toBe('damaged/annex-damaged');
    const { lines } = await lawyer.readPrintRegister({ from: null, to: null, state: null, way: null });
    expect(lines).toEqual([]);
  });
});

/** Other bytes, under the old code where `code` is null. */
const putInPlace = (db: Database, id: string, bytes: Uint8Array, code: string | null) =>
  changeSealed(db, { kind: 'issued_document', id }, () =>
    db
      .prepare('update issued_document set bytes = ?, content_hash = coalesce(?, content_hash) where id = ?')
      .run(bytes, code, id),
  );

/** A writ and a signed file to compare it with; then other bytes in its place. */
async function withOther(bytes: Uint8Array, code: string | null = null) {
  const { centre, caseId, lawyer, filingId, documentId } = await issued();
  const facts = { kind: 'signedWrit', area: 'legal' } as const;
  const { attachment } = await addFile(lawyer, caseId, { name: 'firmado.jpg', bytes: await jpgOf(), facts });
  await centre.close();
  await insideFile(centre.folder, (db) => putInPlace(db, documentId, bytes, code));
  const again = await (await openCentre(centre.folder, centre.clock)).as('legal');
  return { again, caseId, filingId, documentId, attachmentId: attachment.id };
}

describe('an issued writ', () => {
  it('whose bytes are no longer those of its code is neither shown, copied, compared nor presented', async () => {
    // Another writ, whole as a file: only its code tells.
    const { again, caseId, filingId, documentId, attachmentId } = await withOther(await pdfOf(['Nadie lo emitió']));
    const copy = { caseId, documentId, way: 'save', recipient: 'Juzgado Inventado', purpose: 'Presentar' } as const;
    for (const act of [
      () => again.viewDocument({ caseId, documentId }),
      () => again.releaseCopy(copy),
      () => again.assembleFiling({ caseId, filingId, annexes: [], ...plain }),
      () => again.compareSigned({ caseId, filingId, attachmentId }),
    ])
      expect(await refusal(act), act.toString()).toBe('damaged/document-damaged');
    const { lines } = await again.readPrintRegister({ from: null, to: null, state: null, way: null });
    expect(lines).toEqual([]);
  });

  it('that cannot be read is compared with nothing', async () => {
    const bytes = Buffer.from('no es un PDF');
    const { again, caseId, filingId, attachmentId } = await withOther(bytes, sha256Of(bytes));
    const compared = () => again.compareSigned({ caseId, filingId, attachmentId });
    expect(await refusal(compared)).toBe('damaged/document-damaged');
  });
});
