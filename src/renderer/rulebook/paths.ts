/** Addresses of «Tablas y reglas». */
export const tablesPath = '/ajustes/tablas';
export const tablePath = '/ajustes/tablas/$tableId';
export const rowPath = '/ajustes/tablas/$tableId/$rowId';
/** In place of a row's id, for a row that is to be added. */
export const newRow = 'nueva';
