/** What a team is told about a case without having asked: the kinds, their words, how urgent each is. */
import { codesOf, eachOf } from '../platform/codes-of.ts';

export type AlertRule = {
  readonly label: string;
  /** What to do now, in one sentence. */
  readonly advice: string;
  /** The same for Coordinación, where the sentence would send her to herself. */
  readonly coordinationAdvice?: string;
  /** Urgent kinds come first and are marked. */
  readonly isUrgent: boolean;
  /**
   * Found by matching behind the screen of somebody who must not learn of it: kept without the name of who was at
   * that screen, and never the object of an audit entry.
   */
  readonly isSilent: boolean;
  /** Nobody closes it by hand: it is closed by what it asks for. */
  readonly isClosedByAct?: true;
  /** The record itself says it as long as it is so: «Lo que sigue» shows that, and the alert is not shown beside it. */
  readonly endsWithWork?: true;
};

/** In the order they are listed: urgent kinds first. Neither urgent nor silent unless said. */
const rules = {
  aggressorAtDoor: {
    label: 'La presunta persona agresora podría estar en el centro',
    advice: 'Avise a Coordinación y no deje sola a la persona usuaria.',
    coordinationAdvice: 'Vaya a la recepción y vea que su equipo no deje sola a la persona usuaria.',
    isUrgent: true,
    isSilent: true,
  },
  askedAbout: {
    label: 'Preguntaron por la persona usuaria',
    advice: 'Lea la descripción y revise con ella su plan de seguridad.',
    isUrgent: true,
    isSilent: true,
  },
  measureBreached: {
    label: 'Posible incumplimiento de medidas de protección',
    advice: 'Coordine hoy la comunicación al juzgado y a la comisaría.',
    isUrgent: true,
    endsWithWork: true,
  },
  levelRising: {
    label: 'Subió el nivel de riesgo',
    advice: 'Revise el plan de seguridad y los plazos de atención.',
    isUrgent: true,
  },
  deadlineOverdue: {
    label: 'Plazo vencido',
    advice: 'Verifique si se cumplió y registre la constancia, o actúe hoy.',
    isUrgent: true,
    endsWithWork: true,
  },
  fileLost: {
    label: 'Un archivo de la ficha está dañado o falta',
    advice: 'La última copia salió sin él. Si alguien tiene el original, guárdelo otra vez en la ficha.',
    isUrgent: true,
  },
  exceptionalAccess: {
    label: 'Acceso excepcional a esta ficha',
    advice: 'Coordinación lo revisa dentro de 72 horas, en «Accesos excepcionales».',
    coordinationAdvice: 'Revíselo dentro de 72 horas, en «Accesos excepcionales».',
    isUrgent: true,
    isClosedByAct: true,
    endsWithWork: true,
  },
  caseSealed: {
    label: 'La ficha es reservada',
    advice: 'Solo la abren las personas elegidas. No converse sobre ella con nadie más.',
  },
  sealMembersChanged: {
    label: 'Cambiaron las personas con acceso a la ficha reservada',
    advice: 'Revise quiénes la abren, en «Reserva de esta ficha».',
  },
  sealOpened: {
    label: 'La ficha dejó de ser reservada',
    advice: 'Vuelve a verse en las listas y en la búsqueda. Si no corresponde, avise a Coordinación.',
    coordinationAdvice:
      'Vuelve a verse en las listas y en la búsqueda. Si no corresponde, haga que sea reservada otra vez.',
  },
  newEvent: {
    label: 'Hecho nuevo con la misma presunta persona agresora',
    advice: 'Revise los hechos y la condición del caso.',
  },
  conditionReopened: {
    label: 'La condición del caso se abrió otra vez',
    advice: 'Revise en «Validar» en qué se apoya ahora y confirme la condición.',
    isClosedByAct: true,
  },
  identityToReview: {
    label: 'Una persona de una ficha que el equipo no puede abrir quizá sea de este caso',
    advice: 'Quien puede abrir las dos fichas compara las identidades en «Validar» y dice si es la misma persona.',
  },
  sameDocumentToday: {
    label: 'Dos fichas sin validar tienen el mismo documento',
    advice: 'Vea si se abrió dos veces a la misma persona. La que sobra se anula.',
  },
  handedOver: {
    label: 'Caso derivado a su servicio',
    advice: 'Abra el caso y programe la atención.',
    endsWithWork: true,
  },
  deadlineNear: {
    label: 'Plazo por vencer',
    advice: 'Revise el plazo en la página «Proceso» del caso.',
    endsWithWork: true,
  },
  deadlineMoved: {
    label: 'Cambió la fecha de un plazo',
    advice: 'Se cambió una tabla de plazos o de feriados: revise la fecha nueva.',
  },
  hearingNear: {
    label: 'Audiencia próxima',
    advice: 'Imprima la hoja de audiencia y confirme quién asiste.',
    endsWithWork: true,
  },
  referralOverdue: {
    label: 'Derivación sin respuesta',
    advice: 'Llame a la institución y registre la contrarreferencia, o cierre la derivación.',
    endsWithWork: true,
  },
  consentToReview: {
    label: 'Consentimiento por revisar',
    advice: 'Hable con la persona usuaria y registre qué decidió, en «Derivaciones».',
    endsWithWork: true,
  },
  correctionAsked: {
    label: 'Pidieron una corrección',
    advice: 'Revise lo pedido y corrija la ficha si corresponde.',
    endsWithWork: true,
  },
  mergeProposed: {
    label: 'Se propuso unir dos registros de persona',
    advice: 'Compare los dos registros y decida.',
    endsWithWork: true,
  },
} as const satisfies Record<string, Partial<AlertRule>>;

export type AlertKind = keyof typeof rules;
export const alertKinds = codesOf(rules);
export const alertRules: Readonly<Record<AlertKind, AlertRule>> = eachOf(alertKinds, (kind) => ({
  isUrgent: false,
  isSilent: false,
  ...rules[kind],
}));

/** Words for the reasons this domain's failures carry. */
export const alertReasons = {
  'alert-not-by-hand': 'Este aviso no se cierra aquí: termina cuando se hace lo que pide.',
} as const;

/** Urgent first, then by the moment they were raised, newest first. */
export function byUrgency(
  one: { readonly kind: AlertKind; readonly raisedAt: string },
  other: { readonly kind: AlertKind; readonly raisedAt: string },
): number {
  const urgency = Number(alertRules[other.kind].isUrgent) - Number(alertRules[one.kind].isUrgent);
  return urgency === 0 ? other.raisedAt.localeCompare(one.raisedAt) : urgency;
}
