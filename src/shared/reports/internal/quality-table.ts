/** T19: what the fichas of a month lack, for the file of the centre; on the screen it is the first step of the month. */
import { qualityGroups, type QualityLine } from '../quality.ts';
import type { InternalTable } from './contract.ts';

export function qualityTable(lines: readonly QualityLine[]): InternalTable {
  const rows = qualityGroups(lines, 'fact').flatMap((group) => group.rows);
  return {
    ...{ key: 'T19', title: 'Calidad de los datos: lo que falta', groupings: [], notes: [] },
    columns: [{ label: 'Fichas', kind: 'count' }],
    rows: rows.map(({ words, item, lines: of }) => ({
      label: item === '' ? words : `${words} ${item}`,
      total: false,
      cells: [new Set(of.map(({ caseId }) => caseId)).size],
    })),
  };
}
