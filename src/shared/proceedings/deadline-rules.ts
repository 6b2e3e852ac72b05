/**
 * The terms of the law as rows (law and deadlines §6.2): a rule is chosen by the date of what starts it, never by
 * today. A row to confirm works as a reminder and says «por confirmar» beside its date.
 */
import type { CivilDate } from '../platform/dates.ts';
import type { Confirmation } from '../platform/questions.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { calendarKinds, ruleLevels, termActors, termStarts, termUnits, triggerKinds } from './codes.ts';
import type { DatedRow } from '../rulebook/index.ts';

export const deadlineRuleSchema = z
  .strictObject({
    trigger: z.enum(triggerKinds),
    startsAt: z.enum(termStarts),
    /** Level of risk the row speaks of; null for any. */
    riskLevel: z.enum(ruleLevels).nullable(),
    /** What must have happened when the term ends. */
    task: cleanedText(200),
    actor: z.enum(termActors),
    /** Null with `event` and for steps whose term is not known; 0 days: until the end of the same day. */
    amount: z.int().min(0).max(10_000).nullable(),
    unit: z.enum(termUnits),
    calendar: z.enum(calendarKinds),
    /** Whether the days of distance of the court are added: terms of the party, not of the office that decides. */
    addsDistance: z.boolean(),
    /** What the centre does meanwhile: mostly verifying the terms of others. */
    officeAction: cleanedText(300),
    /** Hours before the earlier due moment at which the team is reminded. */
    remindHoursBefore: z.array(z.int().min(1).max(8760)).max(5),
  })
  .refine(({ unit, amount }) => unit !== 'event' || amount === null, {
    path: ['amount'],
    error: 'Un plazo que termina con otro acto no lleva cantidad.',
  });
export type DeadlineRule = z.infer<typeof deadlineRuleSchema>;
export type DeadlineRow = DatedRow<DeadlineRule>;

type Rest = Partial<Omit<DeadlineRule, 'remindHoursBefore'>> & {
  remindHoursBefore?: readonly number[];
  from?: string;
  to?: string;
  mark?: Confirmation;
  note?: string;
};
type Head = Pick<DeadlineRule, 'trigger' | 'actor' | 'task' | 'amount' | 'unit'>;

const notKnown = '1900-01-01';
const verify = 'Verificar que el acto se cumplió y dejar constancia.';

function rule(id: string, head: Head, source: string, rest: Rest = {}): DeadlineRow {
  const { from = notKnown, to = null, mark = 'toConfirm', note = null, remindHoursBefore, ...value } = rest;
  return {
    id,
    version: 1,
    value: {
      startsAt: 'fact',
      riskLevel: null,
      calendar: 'judicial',
      addsDistance: false,
      officeAction: verify,
      remindHoursBefore: [...(remindHoursBefore ?? (head.unit === 'hours' ? [4] : [48]))],
      ...head,
      ...value,
    },
    validFrom: from as CivilDate,
    validTo: to as CivilDate | null,
    source,
    confirmation: mark,
    note,
  };
}

const law = 'Ley 30364';
const appealLaw = `${law}, art. 16-C`;
const amended = { from: '2018-10-26', mark: 'secondary' } as const;
const byLevel = { from: '2018-10-26', to: '2023-03-22' } as const;
const daysNote = 'La norma dice «días»: se cuentan hábiles (por confirmar).';
const chamber = { ...amended, note: daysNote };
const party = { addsDistance: true, remindHoursBefore: [72, 24] };
const ofMeasures = {
  ...chamber,
  ...party,
  startsAt: 'notification',
  officeAction: 'Decidir con la persona usuaria si se apela y presentar el escrito.',
} as const;
/** That the article also speaks of a decision that changes or ends the measures is our reading. */
const alsoDecision = {
  mark: 'toConfirm',
  note: `Variar o dejar sin efecto es también decidir sobre medidas (por confirmar). ${daysNote}`,
} as const;
/** What rests courts alone is not known to rest police and prosecutors: without it the term ends earlier. */
const outOfCourt = {
  calendar: 'public',
  note: 'No se descuentan los días solo judiciales, por lo seguro (por confirmar).',
} as const;
const ofPolice = { ...outOfCourt, note: `${daysNote} ${outOfCourt.note}` } as const;
const execution = `${law}, art. 23-C`;

const judicialRules: readonly DeadlineRow[] = [
  rule(
    'D01',
    {
      trigger: 'policeInformed',
      actor: 'police',
      task: 'La PNP remite el informe a fiscalía y juzgado',
      amount: 24,
      unit: 'hours',
    },
    `${law}, art. 15-A`,
  ),
  rule(
    'D02',
    {
      trigger: 'prosecutorReceived',
      actor: 'prosecutor',
      task: 'La fiscalía remite lo actuado al juzgado de familia',
      amount: 24,
      unit: 'hours',
    },
    `${law}, art. 15-B`,
  ),
  rule('D03', decision(24, 'El juzgado dicta medidas, en cualquier nivel de riesgo'), 'Ley 31715; Ley 30364, art. 16', {
    from: '2023-03-23',
    mark: 'secondary',
    note: 'Rige desde el día siguiente de la publicación (por confirmar).',
  }),
  rule('D04a', decision(24, 'El juzgado dicta medidas, sin audiencia'), 'Ley 30862; Ley 30364, art. 16', {
    ...byLevel,
    riskLevel: 'severe',
  }),
  rule('D04b', decision(48, 'El juzgado dicta medidas, con audiencia'), 'Ley 30862; Ley 30364, art. 16', {
    ...byLevel,
    riskLevel: 'mildOrModerate',
  }),
  rule('D04c', decision(72, 'El juzgado dicta medidas'), 'Ley 30862; Ley 30364, art. 16', {
    ...byLevel,
    riskLevel: 'undetermined',
  }),
  rule('D05', ofParty('measuresDecided', 'Apelar la decisión sobre medidas', 3), appealLaw, ofMeasures),
  rule('D05b', ofParty('measuresVaried', 'Apelar la variación de las medidas', 3), appealLaw, {
    ...ofMeasures,
    ...alsoDecision,
  }),
  rule('D05c', ofParty('measuresLifted', 'Apelar el cese de las medidas', 3), appealLaw, {
    ...ofMeasures,
    ...alsoDecision,
  }),
  rule(
    'D06',
    ofAppeal('appealFiled', 'court', 'El juzgado concede la apelación, sin efecto suspensivo', 3),
    appealLaw,
    chamber,
  ),
  rule('D07a', ofAppeal('appealGranted', 'court', 'El cuaderno llega a la sala', 3), appealLaw, {
    ...chamber,
    riskLevel: 'mildOrModerate',
  }),
  rule('D07b', ofAppeal('appealGranted', 'court', 'El cuaderno llega a la sala', 1), appealLaw, {
    ...chamber,
    riskLevel: 'severe',
  }),
  rule(
    'D08',
    ofAppeal('chamberReceived', 'prosecutor', 'La fiscalía superior de familia emite dictamen', 5),
    appealLaw,
    { ...chamber, ...ofPolice },
  ),
  rule('D09', ofAppeal('chamberReceived', 'chamber', 'La sala señala la vista de la causa', 3), appealLaw, chamber),
  rule('D10', ofAppeal('chamberHeard', 'chamber', 'La sala resuelve', 3), appealLaw, chamber),
  rule('D11a', executionReport(15), execution, { ...ofPolice, riskLevel: 'mildOrModerate' }),
  rule('D11b', executionReport(5), execution, { ...ofPolice, riskLevel: 'severe' }),
  rule('D12a', periodicReport(6), execution, { riskLevel: 'mildOrModerate', remindHoursBefore: [360] }),
  rule('D12b', periodicReport(3), execution, { riskLevel: 'severe', remindHoursBefore: [360] }),
  rule(
    'D13',
    {
      trigger: 'arrest',
      actor: 'police',
      task: 'Límite de la detención policial en flagrancia',
      amount: 48,
      unit: 'hours',
    },
    'Constitución, art. 2.24.f',
  ),
  rule(
    'D14',
    {
      trigger: 'preparatoryOpened',
      actor: 'party',
      task: 'Pedir la constitución en actor civil antes de que termine la investigación preparatoria',
      amount: null,
      unit: 'event',
    },
    'CPP, art. 101',
    {
      officeAction: 'Anotar hasta cuándo va la investigación y presentar la constitución en actor civil.',
      remindHoursBefore: [360, 72],
    },
  ),
  rule('D15', ofParty('archived', 'Pedir la elevación de actuados al fiscal superior', 5), 'CPP, art. 334.5', {
    ...party,
    ...outOfCourt,
    startsAt: 'notification',
    officeAction: 'Decidir con la persona usuaria y presentar la elevación de actuados.',
  }),
  rule('D16a', ofParty('judgment', 'Apelar la sentencia', 5), 'CPP, art. 414', {
    ...party,
    startsAt: 'notification',
    officeAction: 'Decidir con la persona usuaria si se apela.',
  }),
  rule('D16b', ofParty('orderNotified', 'Apelar el auto', 3), 'CPP, art. 414', {
    ...party,
    startsAt: 'notification',
    officeAction: 'Decidir con la persona usuaria si se apela.',
  }),
  rule('D17', ofParty('alimonyJudgment', 'Apelar la sentencia de alimentos', 3), 'CPC', {
    ...party,
    startsAt: 'notification',
    officeAction: 'Decidir con la persona usuaria si se apela.',
  }),
];

function decision(amount: number, task: string): Head {
  return { trigger: 'courtReceived', actor: 'court', task, amount, unit: 'hours' };
}

function ofAppeal(trigger: Head['trigger'], actor: Head['actor'], task: string, amount: number): Head {
  return { trigger, actor, task, amount, unit: 'businessDays' };
}

function ofParty(trigger: Head['trigger'], task: string, amount: number): Head {
  return { trigger, actor: 'party', task, amount, unit: 'businessDays' };
}

function executionReport(amount: number): Head {
  return {
    trigger: 'policeNotified',
    actor: 'police',
    task: 'Primer informe de la PNP sobre la ejecución',
    amount,
    unit: 'businessDays',
  };
}

function periodicReport(amount: number): Head {
  return { trigger: 'policeNotified', actor: 'police', task: 'Informe o visita periódica', amount, unit: 'months' };
}

const health = 'Norma técnica de salud';
const privacy = 'DS 016-2024-JUS';
const ofPrivacy = { from: '2025-03-31', mark: 'secondary', calendar: 'office', remindHoursBefore: [24] } as const;

const otherRules: readonly DeadlineRow[] = [
  rule('D20', ofHealth('Profilaxis de VIH', 72), health, { calendar: 'office' }),
  rule('D21', ofHealth('Anticoncepción oral de emergencia; mejor antes de 72 horas', 120), health, {
    calendar: 'office',
  }),
  rule(
    'D22',
    {
      trigger: 'sexualAssault',
      actor: 'centre',
      task: 'Desde aquí la ficha acepta «no se deriva» por el tiempo transcurrido',
      amount: 6,
      unit: 'months',
    },
    'Motivo 9 de MOTIVO_NO_DERIVA_EESS (2026)',
    { mark: 'secondary', calendar: 'office' },
  ),
  rule(
    'D23',
    {
      trigger: 'lastAttention',
      actor: 'centre',
      task: 'Desde aquí el caso puede ser «Continuador»',
      amount: 12,
      unit: 'months',
    },
    'Diccionario de variables: CONDICION 5',
    { mark: 'secondary', calendar: 'office' },
  ),
  rule('D24', ofCentre('dataIncident', 'Avisar a la autoridad de datos personales', 48, 'hours'), privacy, ofPrivacy),
  rule('D25', ofCentre('privilegesReviewed', 'Revisar los permisos de acceso', 6, 'months'), privacy, ofPrivacy),
  rule('D26', ofCentre('interactionRecorded', 'Conservar el registro de accesos', 24, 'months'), privacy, ofPrivacy),
];

function ofHealth(task: string, amount: number): Head {
  return { trigger: 'sexualAssault', actor: 'health', task, amount, unit: 'hours' };
}

function ofCentre(trigger: Head['trigger'], task: string, amount: number | null, unit: Head['unit']): Head {
  return { trigger, actor: 'centre', task, amount, unit };
}

const protocol = 'Criterio del centro, hasta tener el protocolo a la vista';
const inOffice = {
  calendar: 'office',
  officeAction: 'Hacer la acción y registrarla.',
  remindHoursBefore: [4],
} as const;
const severe = { ...inOffice, riskLevel: 'severe' } as const;
const milder = { ...inOffice, riskLevel: 'mildOrModerate' } as const;
const mild = { ...inOffice, riskLevel: 'mild' } as const;
const moderate = { ...inOffice, riskLevel: 'moderate' } as const;

const nextContact = 'Siguiente contacto de seguimiento';

/** Steps of the centre itself (unconfirmed §5, U37, U60–U66): none is law. */
const internalRules: readonly DeadlineRow[] = [
  rule('D30', ofCentre('caseAdmitted', 'Primera entrevista', 0, 'calendarDays'), protocol, inOffice),
  rule('D31a', ofCentre('firstInterview', 'Completar las secciones C y D', 3, 'businessDays'), protocol, milder),
  rule('D31b', ofCentre('firstInterview', 'Completar las secciones C y D', 0, 'calendarDays'), protocol, severe),
  rule('D32a', ofCentre('firstInterview', 'Plan de atención', 3, 'businessDays'), protocol, milder),
  rule('D32b', ofCentre('firstInterview', 'Plan de atención', 0, 'calendarDays'), protocol, severe),
  rule('D33a', ofCentre('caseValidated', 'Solicitar medidas de protección', 1, 'businessDays'), protocol, milder),
  rule('D33b', ofCentre('caseValidated', 'Solicitar medidas de protección', 0, 'calendarDays'), protocol, severe),
  rule('D34a', ofCentre('caseValidated', 'Primer contacto de seguimiento', 7, 'calendarDays'), protocol, mild),
  rule('D34b', ofCentre('caseValidated', 'Primer contacto de seguimiento', 24, 'hours'), protocol, severe),
  rule('D34c', ofCentre('caseValidated', 'Primer contacto de seguimiento', 3, 'calendarDays'), protocol, moderate),
  rule('D35', ofCentre('reportRequested', 'Informe psicológico o social', 5, 'businessDays'), protocol, inOffice),
  rule('D36a', ofCentre('riskValued', 'Volver a valorar el riesgo', 3, 'months'), protocol, mild),
  rule('D36b', ofCentre('riskValued', 'Volver a valorar el riesgo', 15, 'calendarDays'), protocol, {
    ...severe,
    note: 'El criterio es cada 15 días cuatro veces y después cada mes; aquí se avisa siempre a los 15 días, por lo seguro.',
  }),
  rule('D36c', ofCentre('riskValued', 'Volver a valorar el riesgo', 1, 'months'), protocol, moderate),
  rule('D37', ofCentre('breach', 'Comunicar el incumplimiento al juzgado y a la fiscalía', 24, 'hours'), protocol, {
    ...inOffice,
    officeAction: 'Presentar la comunicación de incumplimiento (escrito 6).',
    remindHoursBefore: [12, 4],
  }),
  rule('D38a', ofCentre('breach', 'Volver a valorar el riesgo por el incumplimiento', 24, 'hours'), protocol, inOffice),
  rule('D38b', ofCentre('newFact', 'Volver a valorar el riesgo por el hecho nuevo', 24, 'hours'), protocol, inOffice),
  rule(
    'D39',
    ofCentre('supervisionOrdered', 'Informar al juzgado sobre la supervisión encargada', null, 'event'),
    'El plazo lo fija el juzgado que encarga la supervisión',
    {
      ...inOffice,
      officeAction: 'Anotar el plazo que fijó el juzgado y presentar el informe.',
      remindHoursBefore: [72, 24],
    },
  ),
  rule('D40a', ofCentre('firstMonthContact', nextContact, 1, 'months'), protocol, mild),
  rule('D40b', ofCentre('firstMonthContact', nextContact, 7, 'calendarDays'), protocol, severe),
  rule('D40c', ofCentre('firstMonthContact', nextContact, 15, 'calendarDays'), protocol, moderate),
  rule('D41a', ofCentre('laterContact', nextContact, 1, 'months'), protocol, mild),
  rule('D41b', ofCentre('laterContact', nextContact, 15, 'calendarDays'), protocol, severe),
  rule('D41c', ofCentre('laterContact', nextContact, 15, 'calendarDays'), protocol, moderate),
];

export const shippedDeadlineRules: readonly DeadlineRow[] = [...judicialRules, ...otherRules, ...internalRules];
