/** How the risk of a case went on: its signed forms in order, the trend in words. Pure. */
import { civilDateOf } from '../platform/clock.ts';
import type { CivilDate } from '../platform/dates.ts';
import { formatCivilDate } from '../platform/typed-date.ts';
import { partnerRiskLevelLabels } from './labels.ts';
import { partnerRiskLevels, type PartnerRiskLevel } from './schema.ts';

type Signed = {
  readonly assessedAt: string;
  readonly points: number;
  readonly confirmedLevel: PartnerRiskLevel;
};

export type Evolution = {
  /** Oldest first. */
  readonly points: readonly { readonly on: CivilDate; readonly points: number; readonly level: PartnerRiskLevel }[];
  readonly trend: string;
};

const rank = (level: PartnerRiskLevel) => partnerRiskLevels.indexOf(level);
const dayOf = ({ assessedAt }: Signed): CivilDate => civilDateOf(Date.parse(assessedAt));
const said = ({ confirmedLevel, points }: Signed) =>
  `${partnerRiskLevelLabels[confirmedLevel]}, ${points === 1 ? '1 punto' : `${points} puntos`}`;

/** The level counts before the points: of one level the points say which way it goes. */
function direction(before: Signed, now: Signed): number {
  return Math.sign(rank(now.confirmedLevel) - rank(before.confirmedLevel) || now.points - before.points);
}

const verbs = { '1': 'Sube', '0': 'Sigue igual', '-1': 'Baja' } as const;

function since(before: Signed, now: Signed): string {
  const verb = verbs[String(direction(before, now)) as keyof typeof verbs];
  const day = formatCivilDate(dayOf(before));
  return verb === verbs['0']
    ? `${verb} desde el ${day}: ${said(now)}`
    : `${verb} desde el ${day}: de ${said(before)}, a ${said(now)}`;
}

const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** Null until it was valued twice. */
export function evolutionOf(records: readonly Signed[]): Evolution | null {
  const inOrder = records.toSorted((one, other) => (one.assessedAt < other.assessedAt ? -1 : 1));
  const [first, before, now] = [inOrder[0], inOrder.at(-2), inOrder.at(-1)];
  if (first === undefined || before === undefined || now === undefined) return null;
  const whole = inOrder.length > 2 ? ` En todo el caso: ${lowered(since(first, now))}.` : '';
  return {
    points: inOrder.map((one) => ({ on: dayOf(one), points: one.points, level: one.confirmedLevel })),
    trend: `${since(before, now)}.${whole}`,
  };
}
