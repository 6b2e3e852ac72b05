/** Words of «Tablas y reglas» on screen. */
import type { Confirmation } from '../record/index.ts';

export const confirmationLabels = {
  official: 'Confirmado con el texto oficial',
  secondary: 'Fuente secundaria',
  toConfirm: 'Por confirmar',
  project: 'Criterio del programa',
} as const satisfies Record<Confirmation, string>;

/** Words for the reasons this domain's failures carry. */
export const rulebookReasons = {
  'rule-not-added': 'A esta tabla no se le agregan filas: el programa trabaja con las que tiene. Cambie una de ellas.',
  'rule-part-fixed': 'Ese dato identifica la fila y no se cambia.',
  'rule-twice': 'Ya está en la tabla, en otra fila. Busque esa fila y cámbiela.',
  'rule-unreadable': 'Una fila de «Tablas y reglas» no se puede leer. Nada se cambió; avise a soporte.',
  'rule-replaces-unknown': 'La versión que quiere corregir ya no está. Vuelva a abrir la fila.',
} as const;
