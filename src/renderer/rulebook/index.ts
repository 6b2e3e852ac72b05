/** The door of «Tablas y reglas». */
export { rowPath, tablePath, tablesPath } from './paths.ts';
export { RuleRowPanel } from './row-panel.tsx';
export { RuleTablePanel } from './table-panel.tsx';
export { RuleTablesPanel } from './tables-panel.tsx';
