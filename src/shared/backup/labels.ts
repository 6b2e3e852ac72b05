/** Words of the backup domain. */
export const backupReasons = {
  'no-copy-folder': 'Elija primero la carpeta donde se guardan las copias.',
  'copy-inside-data': 'Elija una carpeta fuera de la carpeta de datos, en otro disco si se puede.',
  'copy-incomplete': 'La copia está incompleta. Elija otra.',
  'copy-damaged': 'La copia no pasó la revisión. Elija otra; no se cambió nada.',
  'folder-not-empty': 'La carpeta de datos no está vacía. No se cambió nada.',
} as const;
