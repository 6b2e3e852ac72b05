/** The sheet as a paper: what stays beside the computer while somebody types into the central register. */
import type { Paper, PaperBlock } from '../papers/blocks.ts';
import { heading, marksOf, pairs } from '../papers/text.ts';
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
    heading(3, title),
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
    marks: marksOf(options.isPractice, 'internal'),
    letterhead: options.letterhead,
    blocks: [
      heading(1, 'HOJA PARA EL REGISTRO CENTRAL'),
      pairs([
        ['Ficha', options.caseNumber],
        ['N.º de ficha oficial', options.fichaNumber ?? 'Por registrar'],
      ]),
      ...titles.flatMap((title) =>
        blockTable(
          title,
          shown.filter(({ block }) => block === title),
        ),
      ),
    ],
  };
}
