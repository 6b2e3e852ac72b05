/** An invented paper with one block of every kind. */
import type { Paper } from '../../../src/shared/papers/index.ts';

export const plain: Paper = {
  title: 'Prueba',
  number: 'P-1',
  marks: ['practice'],
  letterhead: ['Ministerio'],
  blocks: [],
};

export const everyBlock: Paper = {
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
    { kind: 'cards', columns: 2, cards: [{ title: 'Línea 100', rows: [{ text: 'Gratis', number: '100' }] }, { title: 'Junio', month: { title: 'Junio', weeks: [[null, 1, 2, 3, 4, 5, 6]], circled: 3 }, rows: [{ text: 'Ir', look: 'tick' }, { text: 'Luego', look: 'title' }], blanks: 2 }] },
    { kind: 'tiles', columns: 2, tiles: [{ title: 'Dos casos', figure: '2', words: 'en mayo', bars: [{ label: 'a', value: 3 }, { label: 'm', value: 2 }] }] },
    { kind: 'rule' },
    { kind: 'space', points: 4 },
    { kind: 'pageBreak' },
    { kind: 'signatures', signers: [{ lines: ['Abogada', 'Reg. 1'] }, { lines: ['Usuaria'] }] },
  ],
}; // prettier-ignore
