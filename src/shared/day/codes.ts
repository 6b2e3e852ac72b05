/** Closed lists of «Lo que sigue». */
import { codesOf } from '../platform/codes-of.ts';

/** In the order of the list: what cannot wait comes first. */
export const nextGroupLabels = {
  today: 'Pide respuesta hoy',
  asked: 'Lo pide Coordinación',
  overdue: 'Vencido',
  soon: 'Hoy y mañana',
  later: 'Lo demás',
} as const;
export type NextGroup = keyof typeof nextGroupLabels;
export const nextGroups = codesOf(nextGroupLabels);

/** What is behind an item, and so what closes it: the fact being gone. */
export const nextKinds = [
  'sameDay',
  'notice',
  'protect',
  'safety',
  'term',
  'handOver',
  'noShow',
  'call',
  'remind',
  'planStep',
  'hearing',
  'referral',
  'consent',
  'correction',
  'closing',
  'identity',
  'answers',
  'validation',
] as const;
export type NextKind = (typeof nextKinds)[number];

/** The page of the case on which the act is done. */
export const nextPages = [
  'case',
  'sectionA',
  'sectionB',
  'sectionC',
  'sectionD',
  'sectionE',
  'risk',
  'safety',
  'plan',
  'reintegration',
  'validate',
  'attentions',
  'calls',
  'proceeding',
  'writs',
  'referrals',
  'urgentReferral',
  'corrections',
  'closing',
  'ownData',
] as const;
export type NextPage = (typeof nextPages)[number];

/** No Mi día shows more at once; the rest is one act away. */
export const linesAtOnce = 12;
/** What falls due later than this does not belong to a day. */
export const daysAhead = 7;
