/** What she carries: a neutral card with the advice for the kit. It names neither the centre nor the reason. */
import { isTelling, longDate } from '../papers/index.ts';
import type { PaperBlock } from '../papers/blocks.ts';
import { bullets, heading, pairs, paragraph } from '../papers/text.ts';
import type { ReferralOptions } from './schema.ts';

type Card = NonNullable<ReferralOptions['card']>;

const given = (text: string | null) => text ?? '.'.repeat(90);

/** The field of the card whose words are not neutral; null when all are. */
export function tellingField(card: Card, centreName: string): 'place' | 'askFor' | null {
  if (isTelling(card.place, centreName)) return 'place';
  return isTelling(card.askFor, centreName) ? 'askFor' : null;
}

function cardBlocks(card: Card): PaperBlock[] {
  return [
    heading(1, 'CITA DE ATENCIÓN'),
    pairs([
      ['Lugar', given(card.place)],
      ['Día', given(card.on === null ? null : longDate(card.on))],
      ['Hora', given(card.time === null ? null : `${card.time} h`)],
      ['Preguntar por', given(card.askFor)],
    ]),
    heading(2, 'Llevar'),
    bullets(
      'Documento de identidad, si lo tiene. También atienden sin documento.',
      'Esta hoja.',
      'Lo que le hayan recetado, si está tomando algo.',
    ),
  ];
}

const carriedAdvice = [
  'Vaya lo antes posible: la atención no espera a ningún otro trámite y es gratuita.',
  'Vaya con una persona de su confianza.',
  'Pregunte cuándo debe volver y si hay medicinas que continuar en casa.',
] as const;

/** To confirm (referrals §3.2): what she is told until she is attended. What tells why she goes is told and not carried. */
export const kitAdvice = [
  ...carriedAdvice,
  'Si puede, no se bañe ni se cambie antes de que la atiendan.',
  'Guarde la ropa en una bolsa de papel, sin lavarla. No use bolsa de plástico.',
] as const;

/** One sheet: whoever finds it learns neither the reason nor the centre. */
export function carriedSheet(card: Card | null, hasAdvice: boolean): PaperBlock[] {
  if (card === null && !hasAdvice) return [];
  return [
    { kind: 'pageBreak' },
    ...(card === null ? [heading(1, 'INDICACIONES PARA SU ATENCIÓN')] : cardBlocks(card)),
    ...(card === null || !hasAdvice ? [] : [heading(2, 'Indicaciones')]),
    ...(hasAdvice ? [bullets(...carriedAdvice)] : []),
    heading(2, 'Otras indicaciones'),
    paragraph(Array.from({ length: 3 }, () => '.'.repeat(154)).join('\n'), 'left'),
  ];
}
