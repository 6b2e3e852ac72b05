/** The sheet with a one-time code: one page for the person who forgot the password, kept by nobody else. */
import type { Paper } from '../papers/blocks.ts';
import { paragraph, steps } from '../papers/text.ts';
import type { CivilDate } from '../platform/dates.ts';
import { formatLongDate } from '../platform/typed-date.ts';

export function accessSheet(
  centre: {
    readonly name: string;
    readonly isPractice: boolean;
    readonly ministry: string;
    readonly programme: string;
  },
  access: { readonly fullName: string; readonly login: string; readonly code: string },
  until: { readonly on: CivilDate; readonly time: string },
): Paper {
  const words = access.code.split('-').map((word, at) => [String(at + 1), word]);
  return {
    title: 'Código para entrar una vez',
    number: null,
    marks: centre.isPractice ? ['practice'] : [],
    letterhead: [centre.ministry, centre.programme, `Centro Emergencia Mujer ${centre.name}`],
    blocks: [
      { kind: 'heading', level: 1, text: 'CÓDIGO PARA ENTRAR UNA VEZ' },
      {
        kind: 'paragraph',
        runs: [
          { text: 'Para ' },
          { text: access.fullName, bold: true },
          { text: ', usuario ' },
          { text: access.login, bold: true },
          { text: `. Vale hasta el ${formatLongDate(until.on)} a las ${until.time}.` },
        ],
      },
      { kind: 'table', head: ['N.º', 'Palabra'], rows: words, widths: [40, '*'] },
      paragraph('Se escribe todo junto, con guiones entre las palabras:'),
      { kind: 'paragraph', align: 'center', runs: [{ text: access.code, bold: true }] },
      steps(
        'Entre con su usuario y este código en lugar de la contraseña.',
        'El programa le pedirá una contraseña nueva: elíjala usted y no la diga a nadie.',
        'Destruya esta hoja. Si la ve otra persona antes de usarla, avise a Coordinación.',
      ),
    ],
  };
}
