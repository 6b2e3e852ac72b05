/** Fields on the measures asked: one reason each, and the eight criteria of the court answered one by one. */
import type { PaperBlock } from '../../papers/blocks.ts';
import {
  criterionLabels,
  precautionaryLabels,
  criterionIds,
  type MeasureCode,
  type PrecautionaryCode,
} from '../codes.ts';
import { measureLabel, measurePlace } from '../law.ts';
import { closed, insideSentence } from '../../papers/index.ts';
import { accusedWords, fillParties, severalWords, victimWords } from '../wording.ts';
import { block, text, type Field, type Given } from './field.ts';

function measureWords(code: MeasureCode, detail: string | null, { facts, law, kind }: Given): string {
  const { user, aggressor, otherVictims, otherAccused } = facts;
  const words = fillParties(
    measureLabel(law, code),
    otherVictims.length === 0 ? victimWords(user.gender) : severalWords(kind.victim),
    otherAccused.length === 0 ? accusedWords(aggressor.gender) : severalWords(kind.accused),
  );
  // The place of a shelter is never written, whatever was typed.
  if (detail === null || code === 'safe-shelter') return words;
  if (code !== 'no-approach') return `${words}: ${insideSentence(detail)}`;
  return `${words}, en la zona de ${detail.replace(/^(?:la zona )?de\s+/i, '')}`;
}

function ordered({ options, law }: Given) {
  return [...options.measures].sort((a, b) => measurePlace(law, a.code) - measurePlace(law, b.code));
}

function protection(given: Given): PaperBlock[] {
  if (given.options.measures.length === 0) return [];
  const items = ordered(given).map((one) => [{ text: closed(measureWords(one.code, one.detail, given)) }]);
  return [{ kind: 'list', ordered: true, items }];
}

function precautionary({ options }: Given): PaperBlock[] {
  if (options.precautionary.length === 0) return [];
  const items = options.precautionary.map(({ code, detail }) => [
    { text: closed(`${precautionaryLabels[code]}${detail === null ? '' : `: ${insideSentence(detail)}`}`) },
  ]);
  return [{ kind: 'list', ordered: true, items }];
}

function reasons(given: Given): PaperBlock[] {
  const items = [
    ...ordered(given).map((one) => [
      { text: `${measureWords(one.code, null, given)}. `, bold: true as const },
      { text: closed(one.reason) },
    ]),
    ...given.options.precautionary.map((one) => [
      { text: `${precautionaryLabels[one.code]}. `, bold: true as const },
      { text: closed(one.reason) },
    ]),
  ];
  return items.length === 0 ? [] : [{ kind: 'list', ordered: true, items }];
}

function criteria({ options }: Given): PaperBlock[] {
  const items = criterionIds.map((id) => [
    { text: `${criterionLabels[id]}: `, bold: true as const },
    { text: closed(options.criteria[id] ?? 'no se cuenta con información') },
  ]);
  return [{ kind: 'list', ordered: true, items }];
}

/** What a measure asked cannot do without; not asked for where the measure is not. */
function detailOf(path: string, label: string, code: MeasureCode | PrecautionaryCode): Field {
  return text(
    path,
    label,
    'document',
    ({ options }) => [...options.measures, ...options.precautionary].find((one) => one.code === code)?.detail,
  );
}

export const measureFields: readonly Field[] = [
  text('medidas.alguna', 'al menos una medida solicitada', 'document', ({ options }) =>
    options.measures.length + options.precautionary.length === 0 ? null : 'con medidas',
  ),
  detailOf('medidas.zona', 'zona del impedimento de acercamiento', 'no-approach'),
  detailOf('medidas.asignacion', 'monto de la asignación económica y para quién', 'emergency-allowance'),
  detailOf('medidas.otra', 'texto de la otra medida', 'other-measure'),
  detailOf('medidas.alimentos', 'monto de los alimentos y para quién', 'alimony'),
  detailOf('medidas.tenencia', 'quién se queda al cuidado de quién', 'custody'),
  detailOf('medidas.visitas', 'régimen de visitas que se pide', 'visits'),
  block(
    'medidas.proteccion',
    'medidas de protección',
    ['medidas.zona', 'medidas.asignacion', 'medidas.otra'],
    protection,
  ),
  block(
    'medidas.cautelares',
    'medidas cautelares',
    ['medidas.alimentos', 'medidas.tenencia', 'medidas.visitas'],
    precautionary,
  ),
  block('medidas.razones', 'razón de cada medida', ['medidas.alguna'], reasons),
  { ...block('medidas.criterios', 'criterios de la ley para dictar medidas', [], criteria), always: true },
];
