/** The sheet with a one-time code: one page for the person who forgot the password, kept by nobody else. */
import type { Paper } from '../papers/blocks.ts';
import { bold, heading, paragraph, type SheetHead, sheetHead, steps } from '../papers/text.ts';
import type { CivilDate } from '../platform/dates.ts';
import { formatLongDate } from '../platform/typed-date.ts';

export function accessSheet(
  centre: SheetHead,
  access: { readonly fullName: string; readonly login: string; readonly code: string },
  until: { readonly on: CivilDate; readonly time: string },
): Paper {
  const words = access.code.split('-').map((word, at) => [String(at + 1), word]);
  return {
    title: 'Código para entrar una vez',
    ...sheetHead(centre),
    blocks: [
      heading(1, 'CÓDIGO PARA ENTRAR UNA VEZ'),
      paragraph([
        { text: 'Para ' },
        bold(access.fullName),
        { text: ', usuario ' },
        bold(access.login),
        { text: `. Vale hasta el ${formatLongDate(until.on)} a las ${until.time}.` },
      ]),
      { kind: 'table', head: ['N.º', 'Palabra'], rows: words, widths: [40, '*'] },
      paragraph('Se escribe todo junto, con guiones entre las palabras:'),
      paragraph([bold(access.code)], 'center'),
      steps(
        'Entre con su usuario y este código en lugar de la contraseña.',
        'El programa le pedirá una contraseña nueva: elíjala usted y no la diga a nadie.',
        'Destruya esta hoja. Si la ve otra persona antes de usarla, avise a Coordinación.',
      ),
    ],
  };
}
