/** Closed lists of the copies. */
import { codesOf } from '../platform/codes-of.ts';
import type { CopyEnd } from './rotation.ts';

/** Where the folder of the copies stands: on another disk, on the one of the record, or nobody knows. */
export const copyPlaces = ['outside', 'same', 'unknown'] as const;
export type CopyPlace = (typeof copyPlaces)[number];

/** What a restore may take away, one and several, in the order in which it is told; each is a table of the record. */
export const missingWords = {
  arrival: ['llegada', 'llegadas'],
  case_file: ['ficha', 'fichas'],
  attention: ['atención', 'atenciones'],
  interview: ['entrevista', 'entrevistas'],
  partner_risk_form: ['valoración de riesgo', 'valoraciones de riesgo'],
  issued_document: ['papel emitido', 'papeles emitidos'],
  attachment: ['archivo de una ficha', 'archivos de fichas'],
  change_set: ['corrección o cambio', 'correcciones y cambios'],
} as const;
export type MissingKind = keyof typeof missingWords;
export const missingKinds = codesOf(missingWords);

/** Days that the files stay that a restore put aside. */
export const asideDays = 30;

export const backupReasons = {
  'no-copy-folder': 'Elija primero la carpeta donde se guardan las copias.',
  'no-copy-yet': 'Aún no hay una copia de este registro que probar. Haga una primero.',
  'copy-folder-missing': 'Esa carpeta no existe. Conecte el disco o elija otra.',
  'copy-inside-data': 'Elija una carpeta fuera de la carpeta de datos, en otro disco si se puede.',
  'copy-network': 'Esa carpeta está en la red. Elija un disco conectado a esta computadora.',
  'copy-sync-folder': 'Esa carpeta se copia a internet (OneDrive, Dropbox o parecido). Elija otra.',
  'copy-disk-full':
    'No hay espacio en el disco para la copia. El registro y las copias anteriores siguen como estaban.',
  'copy-not-written': 'El disco de las copias no responde. El registro sigue como estaba. Revise el disco y repita.',
  'copy-incomplete':
    'Ahí no hay una copia completa. Elija la carpeta de las copias, o una cuyo nombre empieza con «backup-».',
  'copy-damaged': 'La copia no pasó la revisión. Elija otra; no se cambió nada.',
  'copy-still-there': 'Esa copia todavía está en su carpeta. Bórrela, vacíe la papelera y repita.',
  'copy-foreign': 'Las partes de la copia son de registros distintos. Elija otra; no se cambió nada.',
  'copy-of-another-register': 'La copia es de otro registro, no del que está aquí. No se cambió nada.',
  'copy-of-another-kind':
    'Una copia de práctica no va al registro real, ni una copia real a la práctica. No se cambió nada: pase primero al otro registro.',
  'restore-while-open': 'El registro está abierto. Cierren todas las sesiones y repita.',
  'restore-running': 'Ya se está recuperando una copia. Espere a que termine.',
  'restore-needs-two':
    'En esta computadora hay un registro. Para reponer una copia encima hacen falta dos personas, o la clave de recuperación.',
  'restore-same-person': 'La segunda persona debe ser otra.',
  'restore-not-allowed':
    'Quien repone debe ser de Coordinación o soporte, y la segunda persona una profesional en actividad. No se cambió nada.',
  'take-over-not-allowed':
    'Una de las dos personas debe ser de Coordinación, y las dos tener acceso en esa copia. No se cambió nada.',
  'restore-second-wrong': 'El usuario o la contraseña de la segunda persona no es correcto. No se cambió nada.',
  'restore-not-finished':
    'Una recuperación quedó a medias porque otro programa tiene abierto un archivo. Nada se perdió: cierre los otros programas y abra de nuevo.',
  'rotation-not-begun':
    'El cambio de llave no está empezado, pasaron más de 30 minutos o lo empezó otra persona. No se cambió nada: empiece otra vez.',
  'rotation-mismatch': 'Los grupos no coinciden con la clave nueva. No se cambió nada: revise el papel.',
  'rotation-no-copy':
    'No hay una copia hecha justo antes. No se cambió nada: marque que quiere seguir sin ella, o revise la carpeta de las copias.',
  'rotation-notes-paper':
    'Hay notas de sesión o fichas reservadas que no abre nadie de quienes están dentro del programa: escriba la clave de recuperación de ahora, o el papel nuevo no las abriría.',
  'rotation-password-standing':
    'La contraseña de esa persona no se cambió en las últimas 24 horas. Primero debe cambiarla, o se le retira el acceso: si no, la de antes abriría también la llave nueva. No se cambió nada.',
} as const;

/** How the copy before the new key ended. */
export const copyBeforeWords = {
  made: 'Se acaba de hacer una copia verificada con la llave de ahora: si algo falla, está ahí.',
  none: 'No se hizo una copia antes: no hay carpeta de copias elegida.',
  failed: 'La copia de antes no se pudo hacer: el disco de las copias no respondió.',
} as const satisfies Record<CopyEnd, string>;

/** How the first copy under the new key ended. */
export const copyAfterWords = {
  made: 'Ya hay una copia verificada con la llave nueva.',
  none: 'Aún no hay una copia con la llave nueva: elija una carpeta en «Copias» y haga una hoy.',
  failed: 'La copia con la llave nueva no se pudo hacer. Conecte el disco y hágala hoy en «Copias».',
} as const satisfies Record<CopyEnd, string>;
