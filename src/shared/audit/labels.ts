/** Words of the audit domain: what each action is called on screen. */
export const auditReasons = {
  'record-seal': 'Este registro no coincide con su sello. No se muestra su contenido; avise a Coordinación.',
} as const;
