/** Closed lists of the reserve: why a ficha is closed to others, why it is opened again, why somebody looks past. */

export const sealReasonLabels = {
  knownPerson: 'Una de las personas es conocida en el centro o en la zona',
  authority: 'La presunta persona agresora es autoridad o tiene acceso a instituciones',
  threat: 'Hay amenazas o intentos de obtener información',
  media: 'Hay interés de medios de comunicación',
  courtOrder: 'Lo dispuso una autoridad',
  other: 'Otro',
} as const;
export type SealReason = keyof typeof sealReasonLabels;

export const unsealReasonLabels = {
  reasonEnded: 'Ya no existe el motivo de la reserva',
  membersLeft: 'Quienes tenían acceso ya no están en el centro',
  courtOrder: 'Lo dispuso una autoridad',
  byMistake: 'Se reservó por error',
  other: 'Otro',
} as const;
export type UnsealReason = keyof typeof unsealReasonLabels;

export const exceptionalReasonLabels = {
  inDanger: 'La persona está en peligro ahora',
  isHere: 'La persona está en el centro o llama, y no está quien la atiende',
  authorityAsks: 'Una autoridad pide información con urgencia',
  termRunsOut: 'Vence un plazo y no está quien lo tiene a cargo',
  other: 'Otro',
} as const;
export type ExceptionalReason = keyof typeof exceptionalReasonLabels;

/** How an acceso excepcional ended; `interrupted`: the program stopped while it was open. */
export const exceptionalEndLabels = {
  asked: 'lo terminó quien lo abrió',
  time: 'se cumplió el tiempo',
  session: 'se cerró la sesión',
  interrupted: 'se cerró el programa',
} as const;
export type ExceptionalEnd = keyof typeof exceptionalEndLabels;

export const reviewVerdictLabels = {
  justified: 'Justificado',
  notJustified: 'No justificado',
  training: 'Necesita capacitación',
} as const;
export type ReviewVerdict = keyof typeof reviewVerdictLabels;

/** Words for the reasons this domain's failures carry. */
export const reserveReasons = {
  'seal-standing': 'Esta ficha ya es reservada.',
  'seal-none': 'Esta ficha ya no es reservada. No se cambió nada.',
  'seal-proposed': 'Ya hay una propuesta sobre la reserva de esta ficha. Espere a que se decida en «Aprobaciones».',
  'seal-member':
    'Una de las personas elegidas ya no tiene acceso a la ficha. Abra otra vez la página y elija de la lista.',
  'seal-needs-professional':
    'Elija al menos a una persona de los servicios que atienden la ficha: alguien debe poder seguir.',
  'seal-key-waits':
    'Esta ficha reservada espera su llave: la da otra de las personas que la abren, en «Reserva de esta ficha».',
  'seal-key-not-held':
    'Ninguna de las dos tiene la llave de esta ficha. Que la segunda persona sea una de quienes la abren, o escriba la ' +
    'clave de recuperación.',
  'seal-nobody-ready':
    'Ninguna de las personas elegidas entró todavía con una contraseña propia: nadie tendría la llave de la ficha. No se ' +
    'cambió nada.',
  'seal-same-members': 'Son las mismas personas que ya tienen acceso. No se cambió nada.',
  'exceptional-limit': 'Ya usó los tres accesos excepcionales de hoy. Llame a Coordinación.',
  'exceptional-open': 'Ya tiene un acceso excepcional abierto. Termínelo antes de abrir otro.',
  'exceptional-not-needed': 'Usted ya atiende esta ficha: ábrala desde «Mi día». No hace falta un acceso excepcional.',
  'exceptional-none': 'El acceso excepcional ya terminó.',
  'exceptional-own': 'Nadie revisa su propio acceso excepcional.',
  'exceptional-running': 'El acceso sigue abierto. Podrá revisarlo cuando termine.',
  'exceptional-reviewed': 'Ya lo revisó otra persona. No se cambió nada.',
} as const;
