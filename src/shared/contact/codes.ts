/** Closed lists of telephone contact. */
import { codesOf } from '../platform/codes-of.ts';

/** In the order of the keys that choose them. */
export const callResultLabels = {
  her: 'Contestó ella',
  other: 'Contestó otra persona',
  noAnswer: 'No contestó',
  off: 'Apagado o fuera de servicio',
  wrong: 'Número equivocado',
  hungUp: 'Colgó',
  notMade: 'No se llamó',
} as const;
export type CallResult = keyof typeof callResultLabels;
export const callResults = codesOf(callResultLabels);

/** Why nobody dials. */
export const noCallLabels = {
  unsafe: 'No llamar: cite en persona',
  notAsked: 'Falta preguntar si es seguro llamar: cite en persona',
  noPhone: 'Sin teléfono: cite en persona',
  deceased: 'No llamar: falleció',
} as const;
export type NoCall = keyof typeof noCallLabels;

/** Minutes after which a call that nobody ended keeps nobody else from calling. */
export const callLasts = 30;

export const contactReasons = {
  'call-unsafe': 'A ese número no se llama ahora. Mire en la lista por qué y desde cuándo.',
  'call-hours-unread': 'Lea sus horas y confirme que ahora es una de ellas. No se marcó ningún número.',
  'call-running': 'Otra persona del centro la está llamando. No se marcó ningún número.',
  'call-meanwhile': 'Ya se la llamó después de que usted abrió la lista. Mire la línea antes de llamar otra vez.',
  'call-of-other': 'Esa llamada la empezó otra persona: la termina ella.',
  'call-ended': 'Esa llamada ya está terminada.',
  'call-next-past': 'El próximo intento no puede ser en el pasado.',
  'call-next-unsafe': 'A esa hora no es seguro llamarla. Elija una de sus horas.',
} as const satisfies Readonly<Record<string, string>>;
