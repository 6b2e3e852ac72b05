/** Copies that a key of before opens, on paper: whoever goes to the safe takes it along. */
import type { Centre } from '../centre/index.ts';
import type { Paper } from '../papers/blocks.ts';
import { civilDateOf } from '../platform/clock.ts';
import type { Instant } from '../platform/dates.ts';
import { formatLongDate } from '../platform/typed-date.ts';
import { whenWords } from './preview-words.ts';
import type { FormerCopy } from './rotation.ts';

type Head = Pick<Centre, 'name' | 'isPractice' | 'ministry' | 'programme'>;

function stateWords({ kind, isThere }: FormerCopy): string {
  if (kind === 'aside') return 'La quita el programa a los 30 días';
  return isThere === null ? 'La carpeta no estaba conectada' : 'Estaba ahí';
}

/** @param standing what is still to be destroyed or locked away */
export function formerSheet(centre: Head, standing: readonly FormerCopy[], now: Instant): Paper {
  const title = 'Copias que abre la llave de antes';
  return {
    title,
    number: null,
    marks: centre.isPractice ? ['practice', 'internal'] : ['internal'],
    letterhead: [centre.ministry, centre.programme, `Centro Emergencia Mujer ${centre.name}`],
    blocks: [
      { kind: 'heading', level: 1, text: title.toUpperCase() },
      {
        kind: 'paragraph',
        runs: [
          {
            text: `Como estaban el ${formatLongDate(civilDateOf(Date.parse(now)))}. Se abren con las contraseñas y la clave de recuperación que valían cuando se hicieron: destrúyalas, o guárdelas bajo llave.`,
          },
        ],
      },
      {
        kind: 'table',
        head: ['Hecha', 'Carpeta y nombre', 'Estado', 'Destruida (fecha y firma)'],
        rows: standing.map((copy) => [whenWords(copy.madeAt), `${copy.folder} · ${copy.name}`, stateWords(copy), '']),
        widths: [80, '*', 95, 110],
      },
      {
        kind: 'list',
        ordered: true,
        items: [
          [{ text: 'Conecte cada memoria o disco, borre la carpeta con ese nombre, entera, y vacíe la papelera.' }],
          [{ text: 'Revise también las memorias que no están en la lista: la copia puede estar en más de una.' }],
          [{ text: 'Anote cada una en «Ajustes», «Copias», con «Ya la destruí».' }],
        ],
      },
      {
        kind: 'signatures',
        signers: [
          { lines: ['Coordinación', 'Nombre, firma y fecha'] },
          { lines: ['Segunda persona', 'Nombre, firma y fecha'] },
        ],
      },
    ],
  };
}
