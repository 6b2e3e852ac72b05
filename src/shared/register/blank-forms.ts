/** Papers for a day without power: which there are, what they are called, and their pages. */
import type { Paper, PaperBlock } from '../papers/blocks.ts';
import { marksOf } from '../papers/text.ts';
import { codesOf } from '../platform/codes-of.ts';
import { blankFicha } from './blank-ficha.ts';
import { blankConsent, blankReferral, safetyCards, usefulNumbers } from './blank-papers.ts';
import { blankPartnerRisk } from './blank-risk.ts';

export const blankKindLabels = {
  ficha: 'Ficha de registro',
  partnerRisk: 'Ficha de riesgo de pareja (FVR)',
  consent: 'Registro de consentimiento',
  referral: 'Derivación urgente a salud',
  safetyCard: 'Tarjeta de números útiles',
} as const;
export type BlankKind = keyof typeof blankKindLabels;
export const blankKinds = codesOf(blankKindLabels);

/** `unused`: printed and not come back yet. */
export const blankStateLabels = {
  unused: 'Sin volver',
  used: 'Registrado',
  voided: 'Anulado',
} as const;

/** Copies in one print: a longer pile is another print. */
export const mostCopies = 20;

/** `C-2026-0001`: one series a year for all kinds; never used twice. */
export function contingencyNumber(year: number, sequence: number): string {
  return `C-${year}-${String(sequence).padStart(4, '0')}`;
}

export type BlankOptions = {
  readonly centre: { readonly name: string; readonly letterhead: readonly string[]; readonly isPractice: boolean };
  readonly number: string;
};

function blocksOf(kind: BlankKind, { centre, number }: BlankOptions): readonly PaperBlock[] {
  switch (kind) {
    case 'ficha':
      return blankFicha(centre.name);
    case 'partnerRisk':
      return blankPartnerRisk(centre.name);
    case 'consent':
      return blankConsent(centre.name);
    case 'referral':
      return blankReferral(number);
    case 'safetyCard':
      return safetyCards();
  }
}

/** Of these she carries all, or a sheet. */
const carried: readonly BlankKind[] = ['safetyCard', 'referral'];

/** One copy with its number at the foot of every page. The card carries no letterhead, and its file no name that tells. */
export function blankPaper(kind: BlankKind, options: BlankOptions): Paper {
  const { centre, number } = options;
  return {
    title: kind === 'safetyCard' ? usefulNumbers : `${blankKindLabels[kind]} en blanco N.º ${number}`,
    ...(carried.includes(kind) && { isCarried: true }),
    number,
    marks: marksOf(centre.isPractice),
    letterhead: kind === 'safetyCard' ? [] : centre.letterhead,
    format: 'form',
    blocks: blocksOf(kind, options),
  };
}
