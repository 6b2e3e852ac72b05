/** The CSV of the published month. */
import { aboutUnit, figureLines, figureStates, type Imprint, type Published } from '../../../shared/reports/index.ts';
import { csvBytes } from '../../platform/csv.ts';

/** Of every line, before its figure. */
export const dataHead = [
  ...['centro', 'ubigeo', 'departamento', 'periodo', 'tabla', 'codigo_fila', 'fila', 'codigo_columna', 'columna'],
  ...['valor', 'estado', 'texto'],
];

/**
 * Every published figure, one a row, with codes and words: `valor` is a number or empty, `estado` says why it is empty.
 * What is to be read with them stands last, in `texto`.
 */
export function dataRows(month: Published, imprint: Imprint): (string | number | null)[][] {
  const unit = [month.centre, imprint.ubigeo, imprint.department, month.period];
  return [
    ...figureLines(month).map(({ table, rowCode, rowWords, columnCode, columnWords, value, state }) => [
      ...unit,
      ...[table, rowCode, rowWords, columnCode, columnWords, value, figureStates[state], null],
    ]),
    ...aboutUnit(month, imprint).map(({ code, words, text }) => [
      ...unit,
      ...['NOTA', code, words, null, null, null, null, text],
    ]),
  ];
}

export function reportCsv(month: Published, imprint: Imprint): Uint8Array {
  return csvBytes([dataHead, ...dataRows(month, imprint)]);
}
