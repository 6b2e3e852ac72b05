/** Exact tables for the centre itself («Uso interno»): never part of a published file. */
import { ageBandIndex, ageBandLabels } from './ages.ts';
import { answers, bondGroups, conditions, riskLevels, sexes, violenceTypes } from './codes.ts';
import { percentOf } from './figures.ts';
import {
  answerWords,
  bondWords,
  conditionWords,
  riskWords,
  sexWords,
  subtotalWords,
  totalWords,
  typeWords,
} from './labels.ts';
import type { CaseForCount, InternalTable } from './schema.ts';

type Keep = (one: CaseForCount) => boolean;
type Line = { readonly label: string; readonly keep: Keep; readonly total?: true };
type Column = InternalTable['columns'][number];

const everyone: Keep = () => true;
const grouping = 'EDAD_PEQUENO';
const totalLine: Line = { label: totalWords, keep: everyone, total: true };

const countColumn = (label: string): Column => ({ label, kind: 'count' });
const sexColumns: readonly { readonly label: string; readonly keep: Keep }[] = sexes.map((sex) => ({
  label: sexWords[sex],
  keep: (one) => one.sex === sex,
}));
const typeColumns = violenceTypes.map((type) => ({
  label: typeWords[type],
  keep: ((one) => one.violenceType === type) satisfies Keep,
}));
const ageColumns = ageBandLabels(grouping).map((label, band) => ({
  label,
  keep: ((one) => ageBandIndex(grouping, one.age) === band) satisfies Keep,
}));

/** Lines of a code list; null («missing») is its own line, never «No» (R6). */
function linesOf<Code>(
  codes: readonly (Code | null)[],
  words: readonly string[],
  read: (one: CaseForCount) => Code | null,
): Line[] {
  return codes.map((code, index) => ({ label: words[index] ?? '', keep: (one) => read(one) === code }));
}

/** Total and percentage of all cases, then one column per crossing. */
function crossed(
  about: Pick<InternalTable, 'id' | 'sheet' | 'title' | 'grouping'>,
  cases: readonly CaseForCount[],
  lines: readonly Line[],
  crossings: readonly { readonly label: string; readonly keep: Keep }[],
): InternalTable {
  return {
    ...about,
    columns: [
      countColumn(totalWords),
      { label: '%', kind: 'percent' },
      ...crossings.map(({ label }) => countColumn(label)),
    ],
    rows: lines.map((line) => {
      const kept = cases.filter(line.keep);
      return {
        label: line.label,
        total: line.total ?? false,
        cells: [
          kept.length,
          percentOf(kept.length, cases.length),
          ...crossings.map((crossing) => kept.filter(crossing.keep).length),
        ],
      };
    }),
  };
}

/** Exact T1–T4, T6, T7 and T12 of validated cases, with percentages as the ministry rounds (R8, R9). */
export function internalTables(cases: readonly CaseForCount[]): InternalTable[] {
  const sexLines = linesOf(sexes, sexWords, (one) => one.sex);
  const subtotal: Line = { label: subtotalWords, keep: (one) => one.condition <= 3, total: true };
  const conditionLines = linesOf(conditions, conditionWords, (one) => one.condition);
  const typeLines = linesOf(violenceTypes, typeWords, (one) => one.violenceType);
  const answered = (read: (one: CaseForCount) => 0 | 1 | null) => linesOf([...answers, null], answerWords, read);
  const none = { grouping: null } as const;
  const table = (
    about: Pick<InternalTable, 'id' | 'sheet' | 'title' | 'grouping'>,
    lines: readonly Line[],
    crossings: readonly { readonly label: string; readonly keep: Keep }[],
  ) => crossed(about, cases, [...lines, totalLine], crossings);
  return [
    table({ id: 'T1', sheet: 'T1', title: 'Casos del mes por sexo', ...none }, sexLines, []),
    table({ id: 'T2', sheet: 'T2', title: 'Casos por sexo y edad', grouping }, sexLines, ageColumns),
    table({ id: 'T3', sheet: 'T3', title: 'Condición del caso', ...none }, [...conditionLines, subtotal], sexColumns),
    table(
      { id: 'T4', sheet: 'T4-sexo', title: 'Tipo principal de violencia por sexo', ...none },
      typeLines,
      sexColumns,
    ),
    table(
      { id: 'T4', sheet: 'T4-edad', title: 'Tipo principal de violencia por edad', grouping },
      typeLines,
      ageColumns,
    ),
    table(
      { id: 'T6', sheet: 'T6', title: 'Nivel de riesgo por sexo y tipo principal', ...none },
      linesOf([...riskLevels, null], riskWords, (one) => one.riskLevel),
      [...sexColumns, ...typeColumns],
    ),
    table(
      { id: 'T7', sheet: 'T7', title: 'Vínculo con la presunta persona agresora', ...none },
      linesOf([...bondGroups, null], bondWords, (one) => one.bondGroup),
      sexColumns,
    ),
    table(
      { id: 'T12', sheet: 'T12-denuncia', title: 'Denuncia interpuesta antes del CEM', ...none },
      answered((one) => one.complaint),
      sexColumns,
    ),
    table(
      { id: 'T12', sheet: 'T12-proteccion', title: 'Medidas de protección antes del CEM', ...none },
      answered((one) => one.protection),
      sexColumns,
    ),
  ];
}
