/** Copies that a key of before opens, on paper: whoever goes to the safe takes it along. */
import type { Paper } from '../papers/blocks.ts';
import { heading, paragraph, type SheetHead, sheetHead, signatures, steps } from '../papers/text.ts';
import { civilDateOf, timeOf } from '../platform/clock.ts';
import type { Instant } from '../platform/dates.ts';
import { formatLongDate, formatCivilDate } from '../platform/typed-date.ts';
import type { FormerCopy } from './rotation.ts';
import { missingWords, type missingKinds } from './codes.ts';
import type { RestorePreview } from './contract.ts';

// What a restore would take away, in sentences: the same on the screen and on the command line.

/** «10/06/2026 09:00», as the centre counts the hours. */
export function whenWords(instant: string): string {
  const at = Date.parse(instant);
  return `${formatCivilDate(civilDateOf(at))} ${timeOf(at)}`;
}

export function countWords(kind: (typeof missingKinds)[number], count: number): string {
  const [one, many] = missingWords[kind];
  return `${count} ${count === 1 ? one : many}`;
}

/** Which copy is meant, where a folder was named that holds some. */
function chosenWords({ folder, among }: RestorePreview['copy']): string {
  if (among === null) return '';
  const name = `«${folder.replace(/^.*[\\/]/, '')}»`;
  return among === 1
    ? `En esa carpeta está la copia ${name}. `
    : `De las ${among} copias de esa carpeta se toma la más nueva que se puede leer, ${name}. `;
}

export function previewWords({ copy: chosen, madeAt, lastEntryAt, present }: RestorePreview): string[] {
  const copy = `${chosenWords(chosen)}La copia es del ${whenWords(madeAt)}; lo último que tiene es del ${whenWords(lastEntryAt)}.`;
  if (present.kind === 'empty')
    return [
      copy,
      'La carpeta de datos está vacía: no se pierde nada de aquí. Lo que se escribió después de esa hora no está en la copia.',
    ];
  const aside = 'Los archivos de ahora se guardan aparte 30 días.';
  if (present.kind === 'unreadable') {
    return [copy, 'El registro que está aquí no se puede leer: no se sabe qué faltaría.', aside];
  }
  const now = `El registro de ahora llega hasta el ${whenWords(present.lastEntryAt)}.`;
  if (present.entries === 0) return [copy, now, 'La copia tiene todo lo que hay aquí.', aside];
  const parts = present.missing.map(({ kind, count }) => countWords(kind, count));
  const missing =
    parts.length === 0
      ? `${present.entries === 1 ? 'Faltaría 1 anotación' : `Faltarían ${present.entries} anotaciones`} de la bitácora y ninguna ficha, papel ni archivo.`
      : `Faltarían: ${parts.join(', ')}.`;
  return [copy, now, missing, aside];
}

function stateWords({ kind, isThere }: FormerCopy): string {
  if (kind === 'aside') return 'La quita el programa a los 30 días';
  return isThere === null ? 'La carpeta no estaba conectada' : 'Estaba ahí';
}

/** @param standing what is still to be destroyed or locked away */
export function formerSheet(centre: SheetHead, standing: readonly FormerCopy[], now: Instant): Paper {
  const title = 'Copias que abre la llave de antes';
  return {
    title,
    ...sheetHead(centre, 'internal'),
    blocks: [
      heading(1, title.toUpperCase()),
      paragraph(
        `Como estaban el ${formatLongDate(civilDateOf(Date.parse(now)))}. Se abren con las contraseñas y la clave de recuperación que valían cuando se hicieron: destrúyalas, o guárdelas bajo llave.`,
      ),
      {
        kind: 'table',
        head: ['Hecha', 'Carpeta y nombre', 'Estado', 'Destruida (fecha y firma)'],
        rows: standing.map((copy) => [whenWords(copy.madeAt), `${copy.folder} · ${copy.name}`, stateWords(copy), '']),
        widths: [80, '*', 95, 110],
      },
      steps(
        'Conecte cada memoria o disco, borre la carpeta con ese nombre, entera, y vacíe la papelera.',
        'Revise también las memorias que no están en la lista: la copia puede estar en más de una.',
        'Anote cada una en «Ajustes», «Copias», con «Ya la destruí».',
      ),
      signatures(['Coordinación', 'Nombre, firma y fecha'], ['Segunda persona', 'Nombre, firma y fecha']),
    ],
  };
}
