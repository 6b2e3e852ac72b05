/** The sheet as a paper: what stays beside the computer while somebody types into the central register. */
import type { Paper, PaperBlock } from '../papers/blocks.ts';
import type { RegisterLine } from './lines.ts';
import { isTyped } from './sheet.ts';

export type SheetPaperOptions = {
  readonly caseNumber: string;
  readonly fichaNumber: string | null;
  readonly number: string;
  readonly letterhead: readonly string[];
  readonly isPractice: boolean;
};

const held = 'No se imprime: dato en reserva';

function blockTable(title: string, lines: readonly RegisterLine[]): PaperBlock[] {
  return [
    { kind: 'heading', level: 3, text: title },
    {
      kind: 'table',
      head: ['N.º', 'Pregunta', 'Código', 'Respuesta'],
      widths: [34, '*', 60, 150],
      rows: lines.map(({ item, label, value, words, isReserved }) => {
        if (isReserved) return [item, label, '', held];
        // A text is its own code: it is printed once.
        return words === value ? [item, label, '', words] : [item, label, value, words];
      }),
    },
  ];
}

/**
 * Only what has an answer, block by block in the order of the form. A paper is read by whoever finds it: what is under
 * reserve for anybody stays on the screen. Section D is printed: who may issue or view this paper may read it.
 */
export function sheetPaper(lines: readonly RegisterLine[], options: SheetPaperOptions): Paper {
  const shown = lines.filter((line) => isTyped(line) && line.value !== '');
  const titles = [...new Set(shown.map(({ block }) => block))];
  return {
    title: `Hoja para el registro central N.º ${options.number}`,
    number: options.number,
    marks: [...(options.isPractice ? (['practice'] as const) : []), 'internal'],
    letterhead: options.letterhead,
    blocks: [
      { kind: 'heading', level: 1, text: 'HOJA PARA EL REGISTRO CENTRAL' },
      {
        kind: 'pairs',
        rows: [
          { label: 'Ficha', runs: [{ text: options.caseNumber }] },
          { label: 'N.º de ficha oficial', runs: [{ text: options.fichaNumber ?? 'Por registrar' }] },
        ],
      },
      ...titles.flatMap((title) =>
        blockTable(
          title,
          shown.filter(({ block }) => block === title),
        ),
      ),
    ],
  };
}
