/** The sealed paper of one segment of the audit: its start key, for whoever audits. */
import type { Centre } from '../centre/index.ts';
import type { Paper } from '../papers/blocks.ts';
import { paragraph, steps } from '../papers/text.ts';
import { formatLongDate } from '../platform/typed-date.ts';
import { civilDateOf } from '../platform/clock.ts';
import type { CivilDate, Instant } from '../platform/dates.ts';

export type SheetHead = Pick<Centre, 'name' | 'isPractice' | 'ministry' | 'programme'>;

export function letterheadOf({ ministry, programme, name }: SheetHead): readonly string[] {
  return [ministry, programme, `Centro Emergencia Mujer ${name}`];
}

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
    number: null,
    marks: centre.isPractice ? ['practice'] : [],
    letterhead: letterheadOf(centre),
    blocks: [
      { kind: 'heading', level: 1, text: `CLAVE INICIAL DE LA BITÁCORA · TRAMO ${segment}` },
      paragraph(
        `Impresa el ${formatLongDate(today)}. El tramo ${segment} empieza en la entrada ${first}, el ${begun}. Con esta clave, quien audita comprueba que nadie escribió de nuevo las entradas de este tramo. No abre el registro.`,
      ),
      { kind: 'paragraph', align: 'center', runs: [{ text: key.slice(0, 35), bold: true }] },
      { kind: 'paragraph', align: 'center', runs: [{ text: key.slice(36), bold: true }] },
      steps(
        'Guarde esta hoja en un sobre cerrado, firmado sobre el cierre y fuera del centro.',
        'Las hojas de los tramos anteriores siguen sirviendo: no las destruya.',
        'Quien la lee podría falsificar lo que se escriba después. Si alguien la vio, empiece un tramo nuevo en «Auditoría» ese mismo día.',
      ),
      {
        kind: 'signatures',
        signers: [
          { lines: ['Coordinación', 'Nombre, firma y fecha'] },
          { lines: ['Persona testigo', 'Nombre, firma y fecha'] },
        ],
      },
    ],
  };
}
