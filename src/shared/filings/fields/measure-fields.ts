/** Fields on the measures asked: one reason each, and the eight criteria of the court answered one by one. */
import type { PaperBlock } from '../../papers/blocks.ts';
import { criterionLabels, precautionaryLabels } from '../catalogue.ts';
import { criterionIds, type MeasureCode } from '../codes.ts';
import { measureLabel, measurePlace } from '../law.ts';
import { accusedWords, fillParties, victimWords } from '../wording.ts';
import { block, text, type Field, type Given } from './field.ts';

function measureWords(code: MeasureCode, detail: string | null, { facts, law }: Given): string {
  const words = fillParties(
    measureLabel(law, code),
    victimWords(facts.user.gender),
    accusedWords(facts.aggressor.gender),
  );
  // The place of a shelter is never written, whatever was typed.
  if (detail === null || code === 'safe-shelter') return words;
  return code === 'no-approach' ? `${words}, en la zona de ${detail}` : `${words}: ${detail}`;
}

function ordered({ options, law }: Given) {
  return [...options.measures].sort((a, b) => measurePlace(law, a.code) - measurePlace(law, b.code));
}

function protection(given: Given): PaperBlock[] {
  if (given.options.measures.length === 0) return [];
  const items = ordered(given).map((one) => [{ text: `${measureWords(one.code, one.detail, given)}.` }]);
  return [{ kind: 'list', ordered: true, items }];
}

function precautionary({ options }: Given): PaperBlock[] {
  if (options.precautionary.length === 0) return [];
  const items = options.precautionary.map((one) => [{ text: `${precautionaryLabels[one.code]}.` }]);
  return [{ kind: 'list', ordered: true, items }];
}

function reasons(given: Given): PaperBlock[] {
  const items = [
    ...ordered(given).map((one) => [
      { text: `${measureWords(one.code, null, given)}. `, bold: true as const },
      { text: one.reason },
    ]),
    ...given.options.precautionary.map((one) => [
      { text: `${precautionaryLabels[one.code]}. `, bold: true as const },
      { text: one.reason },
    ]),
  ];
  return items.length === 0 ? [] : [{ kind: 'list', ordered: true, items }];
}

function criteria({ options }: Given): PaperBlock[] {
  const items = criterionIds.map((id) => [
    { text: `${criterionLabels[id]}: `, bold: true as const },
    { text: options.criteria[id] ?? 'no se cuenta con información.' },
  ]);
  return [{ kind: 'list', ordered: true, items }];
}

export const measureFields: readonly Field[] = [
  text('medidas.alguna', 'al menos una medida solicitada', 'document', ({ options }) =>
    options.measures.length + options.precautionary.length === 0 ? null : 'con medidas',
  ),
  text('medidas.zona', 'zona del impedimento de acercamiento', 'document', ({ options }) => {
    const asked = options.measures.find((one) => one.code === 'no-approach');
    return asked === undefined ? undefined : asked.detail;
  }),
  text('medidas.otra', 'texto de la otra medida', 'document', ({ options }) => {
    const asked = options.measures.find((one) => one.code === 'other-measure');
    return asked === undefined ? undefined : asked.detail;
  }),
  block('medidas.proteccion', 'medidas de protección', ['medidas.zona', 'medidas.otra'], protection),
  block('medidas.cautelares', 'medidas cautelares', [], precautionary),
  block('medidas.razones', 'razón de cada medida', ['medidas.alguna'], reasons),
  { ...block('medidas.criterios', 'criterios de la ley para dictar medidas', [], criteria), always: true },
];
