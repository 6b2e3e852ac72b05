import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { printPaper } from '../../../src/main/platform/paper/index.ts';
import { composeFiling } from '../../../src/shared/filings/index.ts';
import type { Paper } from '../../../src/shared/papers/blocks.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { facts, issue, options } from '../filings/sample.ts';
import { plain } from './every-block.ts';

const folder = mkdtempSync(join(tmpdir(), 'paper-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
let made = 0;

async function printed(paper: Paper) {
  const { bytes, pages } = await printPaper(paper, { fontFolder });
  made += 1;
  const file = join(folder, `${made}.pdf`);
  writeFileSync(file, bytes);
  const run = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8' });
  return {
    bytes,
    pages,
    file,
    run,
    text: run('pdftotext', '-layout', file, '-'),
    raw: Buffer.from(bytes).toString('latin1'),
  };
}

function withAccount(account: string): Paper {
  return composeFiling({ ...facts, incident: { ...facts.incident, account } }, options, issue).paper;
}

describe('printPaper', () => {
  it('prints Spanish letters, number and page x of y', async () => {
    const { text, pages } = await printed(withAccount('Año «uno»'));
    for (const part of ['ÑUSTA ÁGATA', '«Año “uno”»', `N.º 0001-2026 · Página 1 de ${pages}`])
      expect(text).toContain(part);
  });

  it('embeds every font, is sound, and carries the marks of PDF/A without encryption, actions or UserUnit', async () => {
    const { run, file, raw } = await printed(withAccount('uno'));
    const fonts = run('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/Tinos.* yes yes yes /);
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
    for (const part of ['%PDF-1.7', '/OutputIntent', '<pdfaid:part>2', '/Lang (es-PE)', '/ID '])
      expect(raw).toContain(part);
    expect(raw).not.toMatch(/\/Encrypt|\/UserUnit|\/JavaScript|\/OpenAction/);
  });

  it('keeps nothing of one paper in the next, though fonts are decoded once', async () => {
    // Letters that the font makes of others, signs that share one, pairs that become one sign.
    const texts = ['ÁÉÍÓÚÑ Δµ fi', 'AEIOUN ∆μ ﬁ', 'ÁÉÍÓÚÑ Δµ fi'];
    const read: string[] = [];
    for (const text of texts)
      read.push((await printed({ ...plain, blocks: [{ kind: 'paragraph', runs: [{ text }] }] })).text);
    for (const [at, text] of texts.entries()) expect(read[at]).toContain(text);
  });

  it('says in its file the day above its signature, without an hour, and no other', async () => {
    const dayOf = async (paper: Paper) => {
      const { run, file } = await printed(paper);
      return [run('pdfinfo', '-rawdates', file), run('pdfinfo', '-meta', file)].map(
        (said) => /(?:CreationDate:\s+|CreateDate>)(\S+?)(?:<|\s)/.exec(said)?.[1],
      );
    };
    // Midnight in Peru.
    expect(await dayOf({ ...plain, signedOn: '2026-06-12' as CivilDate })).toEqual([
      'D:20260612050000Z',
      '2026-06-12T05:00:00Z',
    ]);
    expect(await dayOf(plain)).toEqual(['D:20000101000000Z', '2000-01-01T00:00:00Z']);
    expect(withAccount('uno').signedOn).toBe(options.signedOn);
  });

  it('prints letters whose mark above stands apart, in every face', async () => {
    const text = 'x\u0301 m\u0303';
    const blocks = [{ kind: 'paragraph', runs: [{ text }, { text: ` y ${text}`, bold: true }] }] as const;
    const quoted = { kind: 'quotation', text } as const;
    const read = (await printed({ ...plain, blocks: [...blocks, quoted] })).text.replace(/\s/g, '');
    for (const letter of ['x\u0301', 'm\u0303']) expect(read.split(letter)).toHaveLength(4);
  });

  it('gives the same bytes for the same paper', async () => {
    const paper = withAccount('uno');
    const first = await printPaper(paper, { fontFolder });
    expect(Buffer.compare(first.bytes, (await printPaper(paper, { fontFolder })).bytes)).toBe(0);
  });

  it('prints an account of 20,000 characters complete, over pages', async () => {
    const account = Array.from(
      { length: 2000 },
      (_, index) => `p${String(index).padStart(4, '0')}${index % 25 === 24 ? '\n' : ' fin '}`,
    ).join('');
    const { text, pages } = await printed(withAccount(account));
    const words = new Set(text.match(/p\d{4}/g));
    expect(words.size).toBe(2000);
    expect(pages).toBeGreaterThan(3);
  });

  it('keeps an endless word inside the page and text literal', async () => {
    const long = 'Ñ'.repeat(200);
    const { text, run, file } = await printed(withAccount(`<b>{{7*7}}</b> ${long}`));
    expect(text.replace(/\s+/g, '')).toContain('<b>{{7*7}}</b>');
    expect(text.match(/Ñ{2,}/g)?.join('')).toHaveLength(200);
    const right = [...run('pdftotext', '-bbox', file, '-').matchAll(/xMax="([\d.]+)"/g)].map((match) =>
      Number(match[1]),
    );
    expect(Math.max(...right)).toBeLessThan(595.28 - 60);
  });

  it('marks every page of a practice draft', async () => {
    const { paper } = composeFiling({ ...facts, practice: true }, options, { ...issue, draft: true });
    const { text, pages } = await printed(paper);
    expect(text.match(/PRÁCTICA.*BORRADOR/g)).toHaveLength(pages);
  });

  it('keeps a 60-letter name inside the page', async () => {
    const names = `${'Ñ'.repeat(60)} Inventada`;
    const paper = composeFiling({ ...facts, user: { ...facts.user, names } }, options, issue).paper;
    const { run, file } = await printed(paper);
    const right = [...run('pdftotext', '-bbox', file, '-').matchAll(/xMax="([\d.]+)"/g)].map((match) =>
      Number(match[1]),
    );
    expect(Math.max(...right)).toBeLessThan(595.28 - 60);
  });

  it('reads no font outside its folder', async () => {
    await expect(printPaper(withAccount('uno'), { fontFolder: folder })).rejects.toThrow();
  });

  it('shows a gap', async () => {
    const paper = composeFiling({ ...facts, lawyer: null }, options, issue).paper;
    expect((await printed(paper)).text).toContain('[FALTA: abogada o abogado');
  });
});
