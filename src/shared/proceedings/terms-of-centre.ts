/** Terms of health, of data protection and of the centre itself as rows (law and deadlines §6.2, unconfirmed §5). */
import { rule, type DeadlineRow, type TermHead } from './deadline-rule.ts';

const health = 'Norma técnica de salud';
const privacy = 'DS 016-2024-JUS';
const ofPrivacy = {
  from: '2025-03-31',
  mark: 'secondary',
  calendar: 'office',
  consequence: 'duty',
  remindHoursBefore: [24],
} as const;

/** The terms of the regulation before it; nobody has read the text that replaced them. */
const asked = {
  calendar: 'office',
  consequence: 'duty',
  remindHoursBefore: [72, 24],
  officeAction: 'Responder por escrito y anotar la respuesta.',
  note: 'Días hábiles del reglamento anterior (DS 003-2013-JUS, art. 55): falta leer el texto vigente.',
} as const;

const otherRules: readonly DeadlineRow[] = [
  rule('D20', ofHealth('Profilaxis de VIH', 72), health, { calendar: 'office' }),
  rule('D21', ofHealth('Anticoncepción oral de emergencia; mejor antes de 72 horas', 120), health, {
    calendar: 'office',
  }),
  rule(
    'D22',
    ofCentre('sexualAssault', 'Desde aquí la ficha acepta «no se deriva» por el tiempo transcurrido', 6, 'months'),
    'Motivo 9 de MOTIVO_NO_DERIVA_EESS (2026)',
    { mark: 'secondary', calendar: 'office' },
  ),
  rule(
    'D23',
    ofCentre('lastAttention', 'Desde aquí el caso puede ser «Continuador»', 12, 'months'),
    'Diccionario de variables: CONDICION 5',
    { mark: 'secondary', calendar: 'office' },
  ),
  rule(
    'D24',
    ofCentre('dataIncident', 'Avisar a la autoridad de datos personales y a la persona afectada', 48, 'hours'),
    privacy,
    ofPrivacy,
  ),
  rule('D25', ofCentre('privilegesReviewed', 'Revisar los permisos de acceso', 6, 'months'), privacy, ofPrivacy),
  rule(
    'D27',
    ofCentre('dataAccessAsked', 'Responder el pedido de acceso a sus datos', 20, 'businessDays'),
    privacy,
    asked,
  ),
  rule(
    'D28',
    ofCentre('dataChangeAsked', 'Responder el pedido de corregir, borrar o no usar un dato', 10, 'businessDays'),
    privacy,
    asked,
  ),
  rule('D26', ofCentre('interactionRecorded', 'Conservar el registro de accesos', 24, 'months'), privacy, ofPrivacy),
];

function ofHealth(task: string, amount: number): TermHead {
  return { trigger: 'sexualAssault', actor: 'health', task, amount, unit: 'hours' };
}

function ofCentre(trigger: TermHead['trigger'], task: string, amount: number | null, unit: TermHead['unit']): TermHead {
  return { trigger, actor: 'centre', task, amount, unit };
}

const breachLaw = 'Ley 30364, art. 23-C, último párrafo';
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

/** Steps of the centre itself (unconfirmed §5, U37, U60–U66): none is law but the notice of a breach and the report to the court. */
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
  rule('D37', ofCentre('breach', 'Comunicar el incumplimiento al juzgado y a la fiscalía', 24, 'hours'), breachLaw, {
    ...inOffice,
    consequence: 'duty',
    mark: 'secondary',
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
      consequence: 'duty',
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

export const centreTerms: readonly DeadlineRow[] = [...otherRules, ...internalRules];
