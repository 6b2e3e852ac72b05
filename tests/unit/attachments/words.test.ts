import { describe, expect, it } from 'vitest';
import { docxText } from '../../../src/main/attachments/office.ts';
import { pdfText } from '../../../src/main/attachments/read-pdf.ts';
import {
  custodyKindLabels,
  fileAnnulReasonLabels,
  fileAreaLabels,
  fileKindLabels,
  fileWarningLabels,
  shownFileName,
  typeOfName,
} from '../../../src/shared/attachments/index.ts';
import { docxOf, pdfOf } from '../../support/files.ts';

describe('words of the files', () => {
  it.each(
    Object.entries({ custodyKindLabels, fileAnnulReasonLabels, fileAreaLabels, fileKindLabels, fileWarningLabels }),
  )('of %s are told apart', (_name, labels) => {
    const words = Object.values(labels);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('text of a paper', () => {
  it('is read from a PDF page by page', async () => {
    expect(await pdfText(await pdfOf(['Primera página\ncon dos líneas', 'Segunda']))).toEqual([
      'Primera página\ncon dos líneas',
      'Segunda',
    ]);
  });

  it('is null for what is no PDF', async () => {
    expect(await pdfText(Buffer.from('%PDF-1.7 nada'))).toBeNull();
  });

  it('is read from a Word file by paragraphs', () => {
    expect(docxText(docxOf(['Uno &lt;dos&gt;', 'Tres']))).toBe('Uno <dos>\nTres');
  });
});

describe('names of files', () => {
  it('keep nothing of a path and never end empty', () => {
    expect(['a/b\\c.pdf', '...', 'CON.pdf', '  x .txt ', 'a<b>.png'].map(shownFileName)).toEqual([
      'c.pdf',
      'archivo',
      'CON.pdf',
      'x .txt',
      'a_b_.png',
    ]);
  });

  it('tell their type by the last ending alone', () => {
    expect(['a.PDF', 'a.jpeg', 'a.pdf.exe', 'pdf', 'a.heif'].map(typeOfName)).toEqual([
      'pdf',
      'jpg',
      null,
      null,
      'heic',
    ]);
  });
});
