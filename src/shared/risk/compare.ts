/** What a new valuation says against the one before: level, points and the items that changed. */
import type { PartnerRiskRecord } from './contract.ts';
import type { RiskInstrument } from './instrument.ts';
import { partnerRiskLevelLabels } from './labels.ts';
import type { PartnerRiskLevel } from './partner-2019.ts';
import { isRising, type RiskAnswers } from './rules.ts';

type Valued = {
  readonly answers: RiskAnswers;
  readonly points: number;
  readonly level: PartnerRiskLevel;
};

/** A signed form as it is compared: by the level that was confirmed. */
export function valuedIn({ answers, points, confirmedLevel }: PartnerRiskRecord): Valued {
  return { answers, points, level: confirmedLevel };
}

type ItemChange = {
  readonly number: string;
  readonly question: string;
  readonly before: string;
  readonly now: string;
};

export type RiskChange = {
  readonly direction: 'rose' | 'fell' | 'same';
  readonly words: string;
  readonly items: readonly ItemChange[];
};

const markWords: Readonly<Record<string, string>> = {
  yes: 'Sí',
  no: 'No',
  unknown: 'No sabe',
  notApplicable: 'No corresponde',
  pending: 'Sin preguntar',
};

function changesOf(instrument: RiskInstrument, before: RiskAnswers, now: RiskAnswers): ItemChange[] {
  const { raisedBy } = instrument;
  const items = instrument.items.map((item) => ({
    ...item,
    was: before.items[item.id] ?? 'pending',
    is: now.items[item.id] ?? 'pending',
  }));
  const pregnancy = instrument.annex
    .filter(({ id }) => id === raisedBy.annex)
    .map((question) => ({
      number: `A.${question.number}`,
      question: question.question,
      was: before.annex[question.id] ?? 'pending',
      is: now.annex[question.id] ?? 'pending',
    }));
  return [...items, ...pregnancy]
    .filter(({ was, is }) => was !== is && is !== 'pending')
    .map(({ number, question, was, is }) => ({
      number,
      question,
      before: markWords[was] ?? was,
      now: markWords[is] ?? is,
    }));
}

const points = (count: number) => (count === 1 ? '1 punto' : `${count} puntos`);

/** A level counts by its rank on the scale of the instrument, never by the points alone. */
export function compareRisk(instrument: RiskInstrument<PartnerRiskLevel>, before: Valued, now: Valued): RiskChange {
  const changed = isRising(instrument, before.level, now.level) ? 'rose' : 'fell';
  const direction = before.level === now.level ? 'same' : changed;
  const from = `${partnerRiskLevelLabels[before.level]} (${points(before.points)})`;
  const to = `${partnerRiskLevelLabels[now.level]} (${points(now.points)})`;
  const words = {
    rose: `El riesgo subió: de ${from} a ${to}.`,
    fell: `El riesgo bajó: de ${from} a ${to}. Revise con ella qué cambió antes de reducir el cuidado.`,
    same: `El riesgo sigue en el mismo nivel: de ${from} a ${to}.`,
  }[direction];
  return { direction, words, items: changesOf(instrument, before.answers, now.answers) };
}
