/** The sealed paper of one segment of the audit: its start key, for whoever audits. */
import type { Paper } from '../papers/blocks.ts';
import { bold, heading, paragraph, type SheetHead, sheetHead, signatures, steps } from '../papers/text.ts';
import { formatLongDate } from '../platform/typed-date.ts';
import { civilDateOf } from '../platform/clock.ts';
import type { CivilDate, Instant } from '../platform/dates.ts';

export type SegmentOnPaper = {
  readonly segment: number;
  readonly first: number;
  readonly from: Instant;
  /** 64 hexadecimal digits in groups of eight. */
  readonly key: string;
};

export function segmentSheet(
  centre: SheetHead,
  { segment, first, from, key }: SegmentOnPaper,
  today: CivilDate,
): Paper {
  const begun = formatLongDate(civilDateOf(Date.parse(from)));
  return {
    title: `Clave inicial de la bitácora, tramo ${segment}`,
    ...sheetHead(centre),
    blocks: [
      heading(1, `CLAVE INICIAL DE LA BITÁCORA · TRAMO ${segment}`),
      paragraph(
        `Impresa el ${formatLongDate(today)}. El tramo ${segment} empieza en la entrada ${first}, el ${begun}. Con esta clave, quien audita comprueba que nadie escribió de nuevo las entradas de este tramo. No abre el registro.`,
      ),
      paragraph([bold(key.slice(0, 35))], 'center'),
      paragraph([bold(key.slice(36))], 'center'),
      steps(
        'Guarde esta hoja en un sobre cerrado, firmado sobre el cierre y fuera del centro.',
        'Las hojas de los tramos anteriores siguen sirviendo: no las destruya.',
        'Quien la lee podría falsificar lo que se escriba después. Si alguien la vio, empiece un tramo nuevo en «Auditoría» ese mismo día.',
      ),
      signatures(['Coordinación', 'Nombre, firma y fecha'], ['Persona testigo', 'Nombre, firma y fecha']),
    ],
  };
}
