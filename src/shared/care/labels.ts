/** Words of the care domain. */
import type { AttendedParty, AttentionChangeReason, AttentionOutcome, InterviewModality } from './attention-codes.ts';
import type { QuestionState } from './codes.ts';

export const attendedPartyLabels = {
  user: 'Persona usuaria',
  relative: 'Familiar',
  institution: 'Institución',
  file: 'Nadie: sobre el expediente',
} as const satisfies Record<AttendedParty, string>;

export const attentionOutcomeLabels = {
  done: 'Se realizó',
  notFound: 'No se ubicó',
  postponed: 'Se reprogramó',
  refused: 'No aceptó',
} as const satisfies Record<AttentionOutcome, string>;

export const attentionChangeReasonLabels = {
  mistyped: 'Se registró mal',
  otherDate: 'Fue otro día',
  otherAction: 'Fue otra acción',
  addedDetail: 'Se agregó un detalle',
  notGiven: 'No se realizó',
  other: 'Otro',
} as const satisfies Record<AttentionChangeReason, string>;

export const interviewModalityLabels = {
  centre: 'En el CEM',
  home: 'En el domicilio',
  institution: 'En una institución',
  phone: 'Por teléfono',
  video: 'Por videollamada',
} as const satisfies Record<InterviewModality, string>;

export const questionStateLabels = {
  open: 'Por preguntar',
  answered: 'Respondió',
  unanswered: 'No quiso o no pudo responder',
  dropped: 'Ya no hace falta',
} as const satisfies Record<QuestionState, string>;

/** What each reason of an expected failure says. */
export const careReasons = {
  'guardian-is-aggressor': 'Esa persona es la presunta persona agresora: no puede consentir por la niña o el niño.',
  'guardian-like-aggressor':
    'El nombre se parece al de la presunta persona agresora. Compruebe quién es; si es otra persona, márquelo.',
  'consent-withdrawn': 'Ese consentimiento ya se retiró o ya se revisó.',
  'future-act': 'La fecha no puede ser futura.',
  'action-unknown': 'Esa acción no está en el catálogo en esa fecha. Elija otra.',
  'action-of-other-service': 'Esa acción corresponde a otro servicio.',
  'not-own-part': 'Cada profesional escribe y firma solo su parte.',
  'part-signed': 'Su parte ya está firmada: ya no se cambia. Agregue una nota.',
  'part-not-signed': 'Primero firme su parte; mientras tanto puede cambiarla.',
  'not-of-service': 'Una de las personas elegidas no trabaja en ese servicio.',
  'ficha-out-of-reach': 'No existe una ficha con ese número o no tiene acceso.',
  'move-not-own': 'Solo puede mover lo que usted registró. Pídalo a Coordinación.',
  'notes-key-waits': 'Las notas de sesión todavía no están abiertas para usted.',
  'notes-key-lost':
    'Las notas de sesión están bajo una llave que este archivo ya no tiene. No escriba encima: llame a soporte.',
  'notes-key-none': 'Todavía no hay notas de sesión: la primera nota hace la llave.',
  'notes-key-not-on-paper':
    'Esta clave de recuperación no abre las notas de sesión. La llave la da quien las lee ahora.',
  'note-not-own': 'Cada psicóloga corrige solo sus notas.',
  'note-newer': 'Esta nota ya se corrigió. Corrija la más reciente.',
  'note-attention': 'Esa atención no es de Psicología.',
  'same-part-twice': 'La misma persona figura dos veces con el mismo servicio.',
} as const satisfies Readonly<Record<string, string>>;
