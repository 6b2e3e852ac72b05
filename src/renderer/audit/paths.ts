export const readOnlyPath = '/auditoria/solo-lectura';
