export { RuleMark } from './mark.tsx';
export { useRules } from './queries.ts';
export { rowPath, tablePath, tablesPath } from './paths.ts';
export { ValueField } from './value-field.tsx';
export type { RuleEditor } from './rule-form.tsx';
export { RuleRowPanel } from './row-panel.tsx';
export { RuleTablePanel } from './table-panel.tsx';
export { RuleTablesPanel } from './tables-panel.tsx';
