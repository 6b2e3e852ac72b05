/** What each kind of event is called, what it needs, and what it does to the measures it names. */
import { codesOf } from '../platform/codes-of.ts';
import type { Favours, MeasureState } from './codes.ts';

export const eventGroups = ['complaint', 'measures', 'appeal', 'criminal', 'supervision', 'facts'] as const;
export type EventGroup = (typeof eventGroups)[number];

export type EventKindRule = {
  readonly label: string;
  readonly group: EventGroup;
  /** The party is told of it: form, entry and effect are asked, and terms may run from there. */
  readonly isNotified: boolean;
  /** What happens to the measures named: `decided` by the outcome of each; null where none are named. */
  readonly step: MeasureState | 'decided' | null;
  /** The authority fixes in the act itself until when something has to be done: no rule of the table can count it. */
  readonly fixesDate: boolean;
  /** It ends a proceeding for her or against her: whom it favours and which instance gave it is asked. */
  readonly isJudgment: boolean;
};

function of(group: EventGroup, label: string, rest: Partial<EventKindRule> = {}): EventKindRule {
  return { label, group, isNotified: false, step: null, fixesDate: false, isJudgment: false, ...rest };
}

const notified = { isNotified: true };
const judged = { ...notified, isJudgment: true };

/** What happened, in the order in which it usually happens. */
export const eventKindRules = {
  complaintFiled: of('complaint', 'Denuncia presentada'),
  policeInformed: of('complaint', 'La PNP conoce el hecho'),
  prosecutorReceived: of('complaint', 'La fiscalía recibe la denuncia'),
  courtReceived: of('complaint', 'El juzgado recibe el informe o la denuncia'),
  measuresRequested: of('measures', 'Medidas solicitadas', { step: 'requested' }),
  measuresDecided: of('measures', 'Decisión sobre medidas', { ...notified, step: 'decided' }),
  accusedNotified: of('measures', 'Medidas notificadas a la persona denunciada', { step: 'accusedNotified' }),
  policeNotified: of('measures', 'Medidas notificadas a la PNP', { step: 'policeNotified' }),
  executionStarted: of('measures', 'Medidas en ejecución', { step: 'inExecution' }),
  breach: of('facts', 'Incumplimiento de medidas', { step: 'breached' }),
  measuresVaried: of('measures', 'Medidas variadas', { ...notified, step: 'varied' }),
  measuresLifted: of('measures', 'Medidas dejadas sin efecto', { ...notified, step: 'lifted' }),
  appealFiled: of('appeal', 'Apelación presentada'),
  appealGranted: of('appeal', 'Apelación concedida', notified),
  chamberReceived: of('appeal', 'La sala recibe el cuaderno'),
  chamberHeard: of('appeal', 'Vista de la causa'),
  chamberDecided: of('appeal', 'La sala resuelve', notified),
  arrest: of('criminal', 'Detención en flagrancia'),
  investigationOpened: of('criminal', 'Diligencias preliminares', notified),
  singleInterview: of('criminal', 'Entrevista única en cámara Gesell'),
  preparatoryOpened: of('criminal', 'Formalización de la investigación preparatoria', {
    ...notified,
    fixesDate: true,
  }),
  preparatoryExtended: of('criminal', 'Prórroga de la investigación preparatoria', { ...notified, fixesDate: true }),
  preparatoryClosed: of('criminal', 'Conclusión de la investigación preparatoria', notified),
  immediateProcessOpened: of('criminal', 'Incoación de proceso inmediato', notified),
  civilPartyRequested: of('criminal', 'Constitución en actor civil pedida al juez'),
  civilPartyAdmitted: of('criminal', 'Constitución en actor civil admitida', notified),
  civilPartyDenied: of('criminal', 'Constitución en actor civil denegada', notified),
  archived: of('criminal', 'Disposición de archivo', notified),
  dismissalRequested: of('criminal', 'Requerimiento de sobreseimiento', notified),
  accusation: of('criminal', 'Requerimiento de acusación', notified),
  trialOpened: of('criminal', 'Auto de enjuiciamiento y juicio oral', notified),
  judgment: of('criminal', 'Sentencia', judged),
  immediateJudgment: of('criminal', 'Sentencia de proceso inmediato', judged),
  appealJudgment: of('appeal', 'Sentencia o auto de vista que pone fin al proceso', judged),
  appealRefused: of('appeal', 'Apelación o casación denegada', notified),
  orderNotified: of('criminal', 'Auto apelable', notified),
  decreeNotified: of('criminal', 'Decreto', notified),
  pleadingServed: of('criminal', 'Corrió traslado: hay que absolver', { ...notified, fixesDate: true }),
  observed: of('criminal', 'Observado: hay que subsanar', { ...notified, fixesDate: true }),
  hearingRescheduled: of('criminal', 'Audiencia reprogramada', { ...notified, fixesDate: true }),
  alimonyJudgment: of('criminal', 'Sentencia de alimentos', notified),
  judgmentFinal: of('criminal', 'Sentencia consentida o ejecutoriada', notified),
  supervisionOrdered: of('supervision', 'El juzgado encarga la supervisión', {
    ...notified,
    fixesDate: true,
  }),
  supervisionReported: of('supervision', 'Informe de supervisión presentado'),
  reportRequested: of('supervision', 'Piden un informe al centro'),
  newFact: of('facts', 'Hecho nuevo'),
  other: of('criminal', 'Otro acto', notified),
} as const satisfies Record<string, EventKindRule>;
export type EventKind = keyof typeof eventKindRules;
export const eventKinds = codesOf(eventKindRules);

/** What starts a term and is no event of a proceeding: a step of the case or of the centre kept elsewhere. */
export const otherTriggerLabels = {
  caseAdmitted: 'Ingreso del caso',
  caseValidated: 'Validación del caso',
  firstInterview: 'Primera entrevista',
  riskValued: 'Valoración del riesgo',
  sexualAssault: 'Violencia sexual',
  lastAttention: 'Última atención',
  firstMonthContact: 'Último contacto, en el primer mes desde la validación',
  laterContact: 'Último contacto, pasado el primer mes',
  dataIncident: 'Incidente con datos personales',
  privilegesReviewed: 'Revisión de permisos',
  dataAccessAsked: 'Pedido de acceso a sus datos',
  dataChangeAsked: 'Pedido de rectificación, cancelación u oposición',
  interactionRecorded: 'Registro de un acceso',
} as const;

/** What starts a term. */
export const triggerKinds = [...eventKinds, ...codesOf(otherTriggerLabels)] as const;
export type TriggerKind = (typeof triggerKinds)[number];

export function triggerLabel(kind: TriggerKind): string {
  return kind in otherTriggerLabels
    ? otherTriggerLabels[kind as keyof typeof otherTriggerLabels]
    : eventKindRules[kind as EventKind].label;
}

const favoursWords = { yes: 'favorable a ella', partly: 'favorable en parte', no: 'no favorable a ella' } as const;

/** «Sentencia: favorable a ella». */
export function actWords({ kind, act, favours }: { kind: EventKind; act: string | null; favours: Favours | null }) {
  const name = act ?? eventKindRules[kind].label;
  return favours === null ? name : `${name}: ${favoursWords[favours]}`;
}

/** Measures in a state that obliges the accused: what can be breached. */
const forcedStates: readonly MeasureState[] = [
  'granted',
  'partlyGranted',
  'accusedNotified',
  'policeNotified',
  'inExecution',
  'breached',
  'varied',
];

export function isInForce(state: MeasureState): boolean {
  return forcedStates.includes(state);
}

/**
 * The state after a step. A later step of the road never undoes an earlier one: the PNP may be notified before the
 * accused, and a breach stays visible until the measure is varied or lifted.
 */
export function stateAfter(before: MeasureState | null, step: MeasureState): MeasureState {
  const road: readonly MeasureState[] = ['accusedNotified', 'policeNotified', 'inExecution', 'breached'];
  // What was lifted or denied is not in force by being notified; what is in force stays so while more is asked.
  if (before !== null && ['lifted', 'denied'].includes(before) && road.includes(step)) return before;
  if (before !== null && isInForce(before) && ['requested', 'denied'].includes(step)) return before;
  if (before === null || !road.includes(step)) return step;
  return road.indexOf(before) > road.indexOf(step) ? before : step;
}
