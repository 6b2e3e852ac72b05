/** What each field of the writ is called, on the form and in the summary of what must be corrected. */
import {
  accusedWords,
  criterionLabels,
  fillParties,
  lawOn,
  measureLabel as labelOfMeasure,
  precautionaryLabels,
  type CriterionId,
  type MeasureCode,
  type PrecautionaryCode,
} from '../../../shared/filings/index.ts';
import type { CivilDate } from '../../../shared/platform/dates.ts';

const protectedPerson = { the: 'la persona usuaria', of: 'de la persona usuaria', to: 'a la persona usuaria' };

const shippedLaw = lawOn('9999-12-31' as CivilDate);

/** The paper agrees in gender with the record; the form says it neutrally. */
export function measureLabel(code: MeasureCode): string {
  return fillParties(labelOfMeasure(shippedLaw, code), protectedPerson, accusedWords(null));
}

export const treatments = [
  { code: 'Señor Juez', label: 'Señor Juez' },
  { code: 'Señora Jueza', label: 'Señora Jueza' },
  { code: 'Señores Jueces', label: 'Señores Jueces' },
] as const;

export const filingOrder = [
  'treatment',
  'office',
  'courtFileNumber',
  'clerk',
  'writNumber',
  'measures',
  'precautionary',
  'criteria',
  'articles',
  'evidence',
  'annexes',
  'urgencyAsked',
  'urgencyReason',
  'otherRequests',
  'place',
  'signedOn',
] as const;

const plain: Readonly<Record<string, string>> = {
  treatment: 'Tratamiento',
  office: 'Despacho',
  courtFileNumber: 'Número de expediente',
  clerk: 'Especialista legal',
  writNumber: 'Número de escrito',
  articles: 'Fundamentos de derecho',
  urgencyReason: 'Razón de la urgencia',
  place: 'Lugar',
  signedOn: 'Fecha',
};

/** Name of the field at a path, for the summary; null when its message says it. */
export function fieldWords(path: string): string | null {
  const [head = '', second = '', third] = path.split('.');
  const row = Number(second) + 1;
  if (head === 'measures') return third === 'ticked' ? null : measureLabel(second as MeasureCode);
  if (head === 'precautionary') return precautionaryLabels[second as PrecautionaryCode];
  if (head === 'criteria') return criterionLabels[second as CriterionId];
  if (head === 'evidence') return `Medio probatorio ${row}`;
  if (head === 'annexes') return `Anexo ${row}`;
  if (head === 'otherRequests') return `Otrosí ${row}`;
  return plain[head] ?? null;
}
