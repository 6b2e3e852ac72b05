/** The counter-referral slip: comes back with its number and short code, without the name of the person. */
import type { PaperBlock } from '../papers/blocks.ts';
import { healthServices, carriedLabels, serviceLabels, type ReferralService } from './codes.ts';
import { referralRules, type ReferralKind } from './kinds/index.ts';
import { row } from './letter.ts';
import { asksForKit } from './rules.ts';
import type { ReferralOptions } from './schema.ts';
import { kitItems, notAttendedLabels } from './slip-codes.ts';

const section = (text: string): PaperBlock => ({ kind: 'heading', level: 2, text });
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

/** The parts of the slip of a letter. */
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
    section('Kit'),
    boxes(4, ['Sí', 'No', 'Parcial', 'No corresponde']),
    { kind: 'paragraph', align: 'left', runs: [{ text: 'Lo entregado, con los números de la carta:' }] },
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
    { kind: 'heading', level: 1, text: 'FICHA DE CONTRARREFERENCIA' },
    {
      kind: 'paragraph',
      runs: [
        { text: 'Devolver a quien firma la carta del mismo número. No hace falta escribir el nombre de la persona.' },
      ],
    },
    { kind: 'pairs', rows: [row('Derivación N.º', number), ...(code === null ? [] : [row('Código', code)])] },
    section('Atención'),
    boxes(2, ['Sí fue atendida la persona', ...Object.values(notAttendedLabels)]),
    { kind: 'pairs', rows: [row('Fecha y hora', line)] },
    section('Servicios brindados'),
    boxes(
      2,
      services.map((service) => carriedLabels[service] ?? serviceLabels[service]),
    ),
    ...kitBlocks(hasKit),
    ...(result.length === 0
      ? []
      : [section('Resultado'), { kind: 'pairs' as const, rows: result.map((label) => row(label, line)) }]),
    { kind: 'pairs', rows: [row('Próxima cita', line), row('Lugar de la cita', line)] },
    section('Recomendaciones'),
    { kind: 'paragraph', align: 'left', runs: [{ text: Array.from({ length: 3 }, () => '.'.repeat(154)).join('\n') }] },
    { kind: 'signatures', signers: [{ lines: ['Profesional que atendió', 'N.º de colegiatura y sello'] }] },
  ];
}
