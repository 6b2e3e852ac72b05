import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeWord } from '../../../src/main/platform/paper/index.ts';
import { composeFiling } from '../../../src/shared/filings/index.ts';
import { expectWordEquals } from '../../support/papers.ts';
import { facts, issue, options } from '../filings/sample.ts';
import { everyBlock } from './every-block.ts';

const folder = mkdtempSync(join(tmpdir(), 'word-'));
afterAll(() => rmSync(folder, { recursive: true }));

function part(bytes: Uint8Array, name: string): string {
  const file = join(folder, 'read.docx');
  writeFileSync(file, bytes);
  return execFileSync('unzip', ['-p', file, name]).toString('utf8');
}

const writ = composeFiling(facts, options, issue).paper;

describe('writeWord', () => {
  it.each([
    ['every kind of block', everyBlock],
    ['a writ', writ],
  ])('says the same words in the same order as the pages, for %s', async (_what, paper) => {
    expectWordEquals(await writeWord(paper), paper);
  });

  it('is A4, in a named face, in Spanish, with number and page x of y below', async () => {
    const bytes = await writeWord(writ);
    expect(part(bytes, 'word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(part(bytes, 'word/styles.xml')).toMatch(/Times New Roman.*es-PE/s);
    const foot = part(bytes, 'word/footer1.xml');
    for (const words of ['N.º 0001-2026 · ', 'Página ', 'PAGE', ' de ', 'NUMPAGES']) expect(foot).toContain(words);
  });

  it('gives equal bytes for equal papers, and says nothing of who wrote it or when', async () => {
    const first = await writeWord(writ);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.compare(first, await writeWord(writ))).toBe(0);
    const core = part(first, 'docProps/core.xml');
    expect(core).toContain('<dc:creator>Registro CEM</dc:creator>');
    expect(core.match(/\d{4}-\d\d-\d\dT/g)).toEqual(['2000-01-01T', '2000-01-01T']);
    expect(execFileSync('unzip', ['-l', join(folder, 'read.docx')]).toString()).not.toMatch(/20[2-9]\d-/);
  });

  it('keeps the date and the paragraph before it on the page of the signatures', async () => {
    const paragraph = (text: string) => ({ kind: 'paragraph' as const, runs: [{ text }] });
    const blocks = [...['uno', 'dos', 'Lima, hoy'].map(paragraph), { kind: 'signatures' as const, signers: [{ lines: ['Abogada'] }] }]; // prettier-ignore
    const body = part(await writeWord({ ...everyBlock, blocks }), 'word/document.xml');
    const stays = (text: string) =>
      body
        .match(/<w:p>.*?<\/w:p>/gs)
        ?.find((one) => one.includes(`>${text}<`))
        ?.includes('<w:keepNext/>');
    expect(['uno', 'dos', 'Lima, hoy'].map(stays)).toEqual([false, true, true]);
  });

  it('writes markup as letters', async () => {
    const text = '<b>{{7*7}}</b> & "uno" \\ ( ]]>';
    const paper = { ...everyBlock, title: 'A & <b>', blocks: [{ kind: 'quotation' as const, text }] };
    expectWordEquals(await writeWord(paper), paper);
  });

  it('refuses what the pages refuse', async () => {
    const paper = { ...everyBlock, blocks: [{ kind: 'quotation' as const, text: 'محمد' }] };
    await expect(writeWord(paper)).rejects.toThrow('invalid:not-printable');
  });
});
