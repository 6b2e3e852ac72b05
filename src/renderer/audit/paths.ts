/** Page of what was found of the file. */
export const readOnlyPath = '/auditoria/solo-lectura';
