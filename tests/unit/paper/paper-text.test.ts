import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printPaper } from '../../../src/main/platform/paper/index.ts';
import { composeFiling } from '../../../src/shared/filings/index.ts';
import { textOf, type Paper } from '../../../src/shared/papers/index.ts';
import { expectPaperEquals, pageFeet } from '../../support/papers.ts';
import { facts, issue, options } from '../filings/sample.ts';

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const plain: Paper = { title: 'Prueba', number: 'P-1', marks: ['practice'], letterhead: ['Ministerio'], blocks: [] };

const everyBlock: Paper = {
  ...plain,
  blocks: [
    { kind: 'heading', level: 1, text: 'Título' },
    { kind: 'caption', rows: [{ label: 'SUMILLA', value: 'Solicito medidas de protección con dos líneas de texto' }] },
    { kind: 'pairs', rows: [{ label: 'Nombre', runs: [{ text: 'Ñusta ' }, { text: 'correo', missing: true }] }] },
    {
      kind: 'list',
      ordered: true,
      items: [[{ text: 'Primero, con palabras bastantes para dos líneas de la página. '.repeat(3) }], [{ text: 'Dos' }]],
    },
    { kind: 'list', ordered: false, items: [[{ text: 'Uno, ' }, { text: 'dos', bold: true }, { text: '.' }]] },
    { kind: 'quotation', text: 'Me dijo:\n\n«vete»' },
    { kind: 'table', head: ['Fecha', 'Hecho'], widths: [80, '*'], rows: [['1', 'uno'], ['2']] },
    { kind: 'checks', columns: 2, items: [{ text: 'sí', ticked: true }, { text: 'no', ticked: false }] },
    { kind: 'fill', item: '1', label: '¿Cuál?', hint: 'una', space: { kind: 'boxes', columns: 2, options: ['a', 'b', 'c'] } },
    { kind: 'fill', item: '2', label: '¿Sí?', hint: null, space: { kind: 'inline', options: ['sí', 'no'] } },
    { kind: 'fill', item: '3', label: 'Fecha', hint: null, space: { kind: 'parts', parts: [{ label: 'Día', width: 90 }] } },
    { kind: 'fill', item: '4', label: 'Relato', hint: null, space: { kind: 'lines', count: 2 } },
    { kind: 'marks', heads: ['Sí', 'No'], rows: [{ item: '1', text: '¿La amenazó?', marks: ['2', null] }] },
    { kind: 'cards', columns: 2, cards: [{ title: 'Línea 100', rows: [{ text: 'Gratis', number: '100' }] }, { title: 'B', rows: [] }] },
    { kind: 'rule' },
    { kind: 'space', points: 4 },
    { kind: 'pageBreak' },
    { kind: 'signatures', signers: [{ lines: ['Abogada', 'Reg. 1'] }, { lines: ['Usuaria'] }] },
  ],
}; // prettier-ignore

describe('textOf', () => {
  it('is what the PDF says, for every kind of block', async () => {
    const { bytes } = await printPaper(everyBlock, { fontFolder });
    expectPaperEquals(bytes, everyBlock);
    expect(pageFeet(bytes)).toEqual(['N.º P-1 · Página 1 de 2', 'N.º P-1 · Página 2 de 2']);
  });

  it('is what the PDF of a writ says', async () => {
    const { paper } = composeFiling(facts, options, issue);
    expectPaperEquals((await printPaper(paper, { fontFolder })).bytes, paper);
    expect(textOf(paper)).toContain('SUMILLA');
  });

  it('says the head of a table once where the table goes over pages', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => [String(at), `hecho ${at}`]);
    const paper: Paper = { ...plain, blocks: [{ kind: 'table', head: ['N.º', 'Hecho'], widths: [40, '*'], rows }] };
    expectPaperEquals((await printPaper(paper, { fontFolder })).bytes, paper);
  });

  it('sees a paper that says something else', async () => {
    const { bytes } = await printPaper(everyBlock, { fontFolder });
    const other = { ...everyBlock, blocks: everyBlock.blocks.slice(1) };
    expect(() => expectPaperEquals(bytes, other)).toThrow();
  });
});
