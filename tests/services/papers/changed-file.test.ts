import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { numberInFile } from '../../../src/shared/papers/index.ts';
import { docxOf, pdfOf, zipOf } from '../../support/files.ts';
import { bytesOf } from '../../support/paper-text.ts';
import { centreDetails, closeCentres, startCentre } from '../../support/start-application.ts';
import { issue } from '../filings/a-report.ts';
import { receipt } from '../referrals/a-receipt.ts';

const folder = mkdtempSync(join(tmpdir(), 'changed-'));
afterEach(closeCentres);
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const inflate = (packed: Uint8Array) => Promise.resolve(inflateRawSync(packed, { maxOutputLength: 1 << 20 }));

/** The parts of a Word file, as a program that saves it anew writes them. */
function saveAnew(bytes: Uint8Array, change: (name: string, text: string) => string | null): Buffer {
  const path = join(folder, 'a.docx');
  writeFileSync(path, bytes);
  const names = execFileSync('unzip', ['-Z1', path]).toString().trim().split('\n');
  const entries = names.flatMap((name) => {
    const text = change(name, execFileSync('unzip', ['-p', path, name.replace(/[[\]]/g, '\\$&')]).toString('utf8'));
    return text === null ? [] : [{ name, bytes: Buffer.from(text, 'utf8') }];
  });
  return zipOf(entries);
}

async function aWordFile() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const { options } = await lawyer.startFiling({ caseId, kind: 3 });
  const filled = {
    ...options,
    addressee: { treatment: 'SEÑORA JUEZA', office: 'del Juzgado de Familia de Villa Inventada' },
    measures: [{ code: 'no-contact' as const, reason: 'Motivo inventado', detail: null }],
  };
  const { document } = await lawyer.issueFiling({ caseId, kind: 3, options: filled, missingReason: 'urgency' });
  const copy = { caseId, documentId: document.id, way: 'save', recipient: 'Juzgado', purpose: 'Presentar' } as const;
  const word = await lawyer.releaseCopy({ ...copy, format: 'docx' });
  const pdf = await lawyer.releaseCopy(copy);
  const verify = async (bytes: Uint8Array) => {
    const contentHash = createHash('sha256').update(bytes).digest('hex');
    return lawyer.verifyDocument({ number: await numberInFile(bytes, inflate), contentHash });
  };
  return {
    word: await bytesOf(lawyer, word.file ?? { id: '' }),
    pdf: await bytesOf(lawyer, pdf.file ?? { id: '' }),
    verify,
  };
}

describe('a file of ours that comes back', () => {
  it('is genuine as it left, and changed once a word of it was edited', async () => {
    const { word, pdf, verify } = await aWordFile();
    expect((await verify(word)).verdict).toBe('genuine');
    expect((await verify(pdf)).verdict).toBe('genuine');
    expect((await verify(Buffer.concat([pdf, Buffer.from(' ')]))).verdict).toBe('changed');
    const edited = saveAnew(word, (name, text) =>
      name === 'word/document.xml' ? text.replace('Motivo inventado', 'Motivo cambiado a mano') : text,
    );
    const found = await verify(edited);
    expect(found).toMatchObject({ verdict: 'changed', documents: [{ kind: 'filing' }] });
  });

  it('is still known by its title or its foot when the properties were taken out', async () => {
    const { word, verify } = await aWordFile();
    const without = (...gone: string[]) => saveAnew(word, (name, text) => (gone.includes(name) ? null : text));
    expect((await verify(without('docProps/custom.xml'))).verdict).toBe('changed');
    expect((await verify(without('docProps/custom.xml', 'docProps/core.xml'))).verdict).toBe('changed');
    const bare = saveAnew(word, (name, text) => (/docProps|footer/.test(name) ? null : text));
    expect((await verify(bare)).verdict).toBe('unknown');
  });

  it('is unknown when it is of somebody else, and nothing breaks it', async () => {
    const { word, verify } = await aWordFile();
    const others = [
      docxOf(['Escrito ajeno N.º 2026-000001']),
      await pdfOf(['Ajeno']),
      Buffer.from('PK\u0003\u0004'),
      Buffer.alloc(0),
      Buffer.from(word).subarray(0, word.length - 30),
      Buffer.concat([Buffer.from(word).subarray(0, 400), Buffer.alloc(300, 7), Buffer.from(word).subarray(700)]),
    ];
    for (const bytes of others.slice(0, 5)) expect((await verify(bytes)).verdict).toBe('unknown');
    // Damaged in the middle: whatever can be read of it is not what left.
    expect((await verify(others[5] ?? Buffer.alloc(0))).verdict).not.toBe('genuine');
  });
});

describe('letters, reports and receipts that come back', () => {
  it('are known by their numbers, and changed once edited; of a number that several share all are told', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const { version } = await coordinator.getCentre({});
    await coordinator.changeCentre({ version, centre: { ...centreDetails, acronym: 'CEM/ÑAÑA-1' } });
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const social = await centre.as('social');
    const { report } = await issue(psychologist, caseId, 'psychological');
    await issue(social, caseId, 'social');
    await social.issueCustodyReceipt({ caseId, receipt });
    const desk = await centre.as('admision');
    const told = async (number: string, contentHash: string | null = null) => {
      const { verdict, documents } = await desk.verifyDocument({ number, contentHash });
      return [verdict, ...documents.map((one) => one.number)];
    };
    const letter = 'Oficio N.º 001-2026-CEM/ÑAÑA-1';
    const reports = ['Informe psicológico N.º 001-2026-CEM/ÑAÑA-1', 'Informe social N.º 001-2026-CEM/ÑAÑA-1'];
    for (const typed of [letter, '001-2026-CEM/ÑAÑA-1', 'n.º 001-2026-cem/ñaña-1.', ...reports])
      expect(await told(typed)).toEqual(['genuine', ...reports, letter]);
    expect(await told('Oficio N.º 002-2026-CEM/ÑAÑA-1')).toEqual(['genuine', 'Oficio N.º 002-2026-CEM/ÑAÑA-1']);
    expect(await told('Acta de recepción N.º A-2026-000001')).toEqual(['genuine', 'Acta de recepción · A-2026-000001']);
    for (const none of [
      '001-2026',
      '1-2026',
      '001-2025-CEM/ÑAÑA-1',
      '003-2026-CEM/ÑAÑA-1',
      '01-2026-CEM/ÑAÑA-1',
      '%-2026',
    ])
      expect(await told(none)).toEqual(['unknown']);

    const { documents } = await social.listDocuments({ caseId });
    const acta = documents.find(({ kind }) => kind === 'custody-receipt');
    const ours = [
      [psychologist, report.id, reports],
      [social, acta?.id ?? '', ['Acta de recepción · A-2026-000001']],
    ] as const;
    for (const [client, documentId, expected] of ours)
      for (const format of ['pdf', 'docx'] as const) {
        const copy = { caseId, documentId, way: 'save', format, recipient: 'Juzgado', purpose: 'Prueba' } as const;
        const { file } = await client.releaseCopy(copy);
        const bytes = await bytesOf(client, file ?? { id: '' });
        const edited = format === 'pdf' ? Buffer.concat([bytes, Buffer.from(' ')]) : saveAnew(bytes, (_, text) => text);
        const number = await numberInFile(edited, inflate);
        const hash = createHash('sha256').update(edited).digest('hex');
        const [verdict, ...numbers] = await told(number ?? '', hash);
        expect([format, verdict, numbers]).toEqual([format, 'changed', expect.arrayContaining([...expected])]);
      }
  });
});
