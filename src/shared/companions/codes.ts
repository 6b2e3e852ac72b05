/** Where companions reach the keeper unless another number was chosen. */
export const usualPort = 47_823;

export const revokeReasonLabels = {
  replaced: 'Se cambió la computadora',
  lost: 'Se perdió o la robaron',
  notNeeded: 'Ya no se usa para el registro',
  doubt: 'Se duda de ella',
} as const;
export type RevokeReason = keyof typeof revokeReasonLabels;

/** Why a computer was not let in. */
export const refusalLabels = {
  unknown: 'No está conectada al centro',
  revoked: 'Fue desconectada',
  'code-wrong': 'Código equivocado',
  'code-used': 'Código ya usado',
  'code-expired': 'Código vencido',
  subnet: 'Desde otra red',
  flood: 'Demasiados intentos',
  version: 'Otra versión del programa',
} as const;
export type RefusalReason = keyof typeof refusalLabels;

export const companionReasons = {
  'keeper-off': 'Primero permita que se conecten otras computadoras.',
  'companion-name': 'Ya hay una computadora conectada con ese nombre. Escriba otro.',
  'no-companion-here': 'Esta computadora no puede conectarse a otra: ya guarda un registro.',
  'keeper-answers':
    'La computadora que guarda el registro responde. Allí, en Centro › Computadoras, Coordinación desconecta esta computadora.',
  'keeper-in-use':
    'La computadora que guarda el registro responde. Para guardarlo en esta, ciérrela primero: así llega aquí su última copia.',
  'pairing-damaged':
    'Se dañó el archivo que conecta esta computadora con la que guarda el registro. Avise a Soporte técnico: hay que conectarla de nuevo.',
  'address-gone': 'Esta computadora ya no tiene esa dirección en la red. Elija otra.',
  'port-taken': 'Otro programa usa ese puerto en esta computadora. Elija otro número.',
  'other-centre':
    'Esa computadora es de otro centro. Aquí está el registro de este: avise a Soporte técnico. No se cambió nada.',
  'keeper-behind':
    'Otra computadora guarda el registro después de esa. No se cambió nada: conecte esta a la que lo guarda ahora.',
  'keeper-moved': 'Otra computadora guarda el registro. Lo que se escriba aquí no le llega.',
  'no-kept-copy': 'Esa copia ya no está en esta computadora. Elija otra de la lista.',
  'not-connected': 'Esta computadora no está conectada a la que guarda el registro.',
  'update-not-there':
    'La computadora que guarda el registro no tiene el archivo de esta actualización. Prepárela ahí, o con el archivo firmado.',
  'line-cut': 'Sin conexión con la computadora que guarda el registro. Lo escrito sigue aquí.',
} as const satisfies Readonly<Record<string, string>>;
