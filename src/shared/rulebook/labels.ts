/** Words of «Tablas y reglas» on screen. */
export const rulebookReasons = {
  'rule-not-added': 'A esta tabla no se le agregan filas: el programa trabaja con las que tiene. Cambie una de ellas.',
  'rule-part-fixed': 'Ese dato identifica la fila y no se cambia.',
  'rule-twice': 'Ya está en la tabla, en otra fila. Busque esa fila y cámbiela.',
  'rule-unreadable': 'Una fila de «Tablas y reglas» no se puede leer. Nada se cambió; avise a soporte.',
  'rule-replaces-unknown': 'La versión que quiere corregir ya no está. Vuelva a abrir la fila.',
} as const;
