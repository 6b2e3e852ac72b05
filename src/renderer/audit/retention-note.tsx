import { RuleMark, useRules } from '../rulebook/index.ts';

/** The row of the terms of the law that says how long what is listed here is kept. */
const keeping = { tableId: 'deadline-rule', rowId: 'D26' };

/** How long the audit is kept: a note and no task, because the program erases nothing of it. */
export function RetentionNote() {
  const { data = [] } = useRules(keeping.tableId);
  const row = data.find(({ isCurrent, rowId }) => isCurrent && rowId === keeping.rowId);
  if (row === undefined) return null;
  return (
    <p>
      La bitácora no se borra. Lo que pide la norma: {row.label} como mínimo ({row.rowId}, {row.source}).{' '}
      <RuleMark {...row} />
    </p>
  );
}
