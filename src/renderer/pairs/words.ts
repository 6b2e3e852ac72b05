import {
  dangerSignLabels,
  violenceKindLabels,
  type PairFicha,
  type Pattern,
  type Since,
  type Step,
} from '../../shared/pairs/index.ts';
import { formatPartialDate } from '../../shared/platform/typed-date.ts';
import { partnerRiskLevelLabels, partnerRiskLevels, type PartnerRiskLevel } from '../../shared/risk/index.ts';
import { riskWord } from '../intake/index.ts';

export const aggressorPath = '/casos/$caseId/persona-agresora';

export function eventWords({ occurredOn }: Pick<PairFicha, 'occurredOn'>): string {
  return occurredOn === null ? 'Sin fecha' : formatPartialDate(occurredOn);
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** «12 días», «3 meses», «1 año y 2 meses»: months of 30 days are near enough to be read. */
export function spanWords(days: number): string {
  if (days < 60) return counted(days, 'día', 'días');
  const months = Math.round(days / 30.44);
  if (months < 12) return counted(months, 'mes', 'meses');
  const rest = months % 12;
  const years = counted(Math.floor(months / 12), 'año', 'años');
  return rest === 0 ? years : `${years} y ${counted(rest, 'mes', 'meses')}`;
}

export function sinceWords(since: Since | null): string | null {
  if (since === null) return null;
  if (since.kind === 'sameEvent') return 'mismo hecho';
  if (since.days === null) return 'días desde el anterior: no se sabe';
  return since.days === 0 ? 'el mismo día que el anterior' : `${spanWords(since.days)} después del anterior`;
}

const moved = (order: number): string => (order === 0 ? 'igual que antes' : order > 0 ? 'subió' : 'bajó');

/** How the level of the centre stands to the one before it of the same person. */
export function levelMoved(level: 1 | 2 | 3 | null, { levelBefore }: Step): string | null {
  if (level === null || levelBefore === null) return null;
  const word = moved(level - levelBefore);
  return level === levelBefore ? word : `${word}: antes ${riskWord(levelBefore).word}`;
}

/** «ficha: Severo 1», with the level before where it was another. */
export function formWords(level: PartnerRiskLevel | null, { partnerRiskBefore }: Step): string | null {
  if (level === null) return null;
  const now = `ficha: ${partnerRiskLevelLabels[level]}`;
  if (partnerRiskBefore === null || partnerRiskBefore === level) return now;
  const order = partnerRiskLevels.indexOf(level) - partnerRiskLevels.indexOf(partnerRiskBefore);
  return `${now} (${moved(order)}: antes ${partnerRiskLevelLabels[partnerRiskBefore]})`;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function kindWords({ kinds }: Pattern): string {
  return kinds.length === 0 ? 'Sin registrar' : sentence(kinds.map((kind) => violenceKindLabels[kind]).join(', '));
}

export function signWords({ signs }: Pattern): string | null {
  return signs.length === 0 ? null : sentence(signs.map((sign) => dangerSignLabels[sign]).join(', '));
}
