import { deadlineTable, termUnitLabels, type DeadlineRule } from '../../shared/proceedings/index.ts';
import { RuleMark, useRules } from '../rulebook/index.ts';

/** How long what is listed here is kept (D26): a note and no task, because the program erases nothing of it. */
export function RetentionNote() {
  const { data = [] } = useRules(deadlineTable.id);
  const row = data.find(({ isCurrent, value }) => isCurrent && value['trigger'] === 'interactionRecorded');
  if (row === undefined) return null;
  const { amount, unit } = row.value as Pick<DeadlineRule, 'amount' | 'unit'>;
  return (
    <p>
      La bitácora no se borra. La norma pide conservarla al menos {amount} {termUnitLabels[unit]} ({row.rowId},{' '}
      {row.source}). <RuleMark {...row} />
    </p>
  );
}
