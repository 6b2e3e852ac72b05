import type { CivilDate } from '../../platform/dates.ts';
import { formatCivilDate } from '../../platform/typed-date.ts';
import { periodWords } from '../labels.ts';
import { reservedProductLabels, reservedPurposeLabels, type ReservedAsk } from './contract.ts';

/** One sentence for who approves: everything that she answers for. */
export function reservedSummary(ask: ReservedAsk, fingerprint: string): string {
  const { month, product, purpose, recipient, office, letter } = ask;
  return `Exacto reservado de ${periodWords(month)} (${reservedProductLabels[product].toLowerCase()}) para ${recipient}, ${office}. Oficio ${letter}. Motivo: ${reservedPurposeLabels[purpose].toLowerCase()}. Huella de la clave: ${fingerprint}`;
}

export type ReservedFacts = {
  readonly ask: ReservedAsk;
  readonly centreName: string;
  readonly countedOn: CivilDate;
  readonly cases: number;
  readonly fingerprint: string;
};

/** First sheet: what it is, for whom, and what may not be done with it. */
export function reservedNotes(facts: ReservedFacts): readonly (readonly [label: string, words: string])[] {
  const { ask, centreName, countedOn, cases, fingerprint } = facts;
  return [
    ['Carácter', 'Reservado. Cifras exactas: algunas son de una sola persona.'],
    [
      'Prohibido publicar',
      'Ni las tablas, ni una parte, ni sus totales y márgenes. Un total exacto permite averiguar las celdas que lo publicado protege.',
    ],
    ['Para publicar', 'Use el archivo redondeado del mismo mes.'],
    ['Prohibido identificar', 'Está prohibido intentar identificar personas o entregar este archivo a otra.'],
    ['Para', `${ask.recipient}, ${ask.office}`],
    ['Oficio', ask.letter],
    ['Motivo', reservedPurposeLabels[ask.purpose]],
    ['Centro', centreName],
    ['Mes', periodWords(ask.month)],
    ['Contado el', `${formatCivilDate(countedOn)}, con ${cases} casos. Las fichas reservadas no están.`],
    ['Huella de la clave', fingerprint],
  ];
}
