/** The counter-referral slip: comes back with its number and short code, without the name of the person. */
import type { PaperBlock } from '../papers/blocks.ts';
import { heading, pairs, paragraph, signatures } from '../papers/text.ts';
import { healthServices, carriedLabels, serviceLabels, type ReferralService } from './codes.ts';
import { referralRules, type ReferralKind } from './kinds/index.ts';
import { asksForKit } from './rules.ts';
import type { ReferralOptions } from './schema.ts';
import { kitItems, notAttendedLabels } from './slip-codes.ts';

const boxes = (columns: number, items: readonly string[]): PaperBlock => ({
  kind: 'checks',
  columns,
  items: items.map((text) => ({ text, ticked: false })),
});
const line = '.'.repeat(112);

export type SlipParts = {
  readonly code: string | null;
  readonly services: readonly ReferralService[];
  readonly hasKit: boolean;
  /** Labels of the result that the receiver writes beside the rest. */
  readonly result: readonly string[];
};

export function slipParts(
  kind: ReferralKind,
  options: Pick<ReferralOptions, 'services'>,
  code: string | null,
): SlipParts {
  const rule = referralRules[kind];
  return {
    code,
    services: rule.services,
    hasKit: asksForKit(kind, options),
    result: Object.values(rule.result ?? {}).flatMap(({ print }) => (print === null ? [] : [print])),
  };
}

const blankParts: SlipParts = { code: null, services: healthServices, hasKit: true, result: [] };

/** What the numbers of the slip mean, for the letter alone: it stays with the receiver, the slip is carried. */
export const kitLegend = `En la contrarreferencia, el kit por números: ${kitItems
  .map(({ label }, at) => `${at + 1} ${label.charAt(0).toLowerCase()}${label.slice(1)}`)
  .join(' · ')}.`;

function kitBlocks(hasKit: boolean): PaperBlock[] {
  if (!hasKit) return [];
  return [
    heading(2, 'Kit'),
    boxes(4, ['Sí', 'No', 'Parcial', 'No corresponde']),
    paragraph('Lo entregado, con los números de la carta:', 'left'),
    boxes(
      kitItems.length,
      kitItems.map((_item, at) => String(at + 1)),
    ),
  ];
}

/**
 * On a page of its own. She may carry it: whoever finds it learns neither the centre nor why she goes. Without parts:
 * the slip of the blank paper.
 */
export function counterReferralSlip(number: string, parts: SlipParts = blankParts): PaperBlock[] {
  const { code, services, hasKit, result } = parts;
  return [
    { kind: 'pageBreak' },
    heading(1, 'FICHA DE CONTRARREFERENCIA'),
    paragraph('Devolver a quien firma la carta del mismo número. No hace falta escribir el nombre de la persona.'),
    pairs([['Derivación N.º', number], ...(code === null ? [] : [['Código', code] as const])]),
    heading(2, 'Atención'),
    boxes(2, ['Sí fue atendida la persona', ...Object.values(notAttendedLabels)]),
    pairs([['Fecha y hora', line]]),
    heading(2, 'Servicios brindados'),
    boxes(
      2,
      services.map((service) => carriedLabels[service] ?? serviceLabels[service]),
    ),
    ...kitBlocks(hasKit),
    ...(result.length === 0 ? [] : [heading(2, 'Resultado'), pairs(result.map((label) => [label, line]))]),
    pairs([
      ['Próxima cita', line],
      ['Lugar de la cita', line],
    ]),
    heading(2, 'Recomendaciones'),
    paragraph(Array.from({ length: 3 }, () => '.'.repeat(154)).join('\n'), 'left'),
    signatures(['Profesional que atendió', 'N.º de colegiatura y sello']),
  ];
}
