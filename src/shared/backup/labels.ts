/** Words of the backup domain. */
export const backupReasons = {
  'no-copy-folder': 'Elija primero la carpeta donde se guardan las copias.',
  'copy-folder-missing': 'Esa carpeta no existe. Conecte el disco o elija otra.',
  'copy-inside-data': 'Elija una carpeta fuera de la carpeta de datos, en otro disco si se puede.',
  'copy-network': 'Esa carpeta está en la red. Elija un disco conectado a esta computadora.',
  'copy-sync-folder': 'Esa carpeta se copia a internet (OneDrive, Dropbox o parecido). Elija otra.',
  'copy-incomplete': 'La copia está incompleta. Elija otra.',
  'copy-damaged': 'La copia no pasó la revisión. Elija otra; no se cambió nada.',
  'copy-foreign': 'Las partes de la copia son de registros distintos. Elija otra; no se cambió nada.',
} as const;
