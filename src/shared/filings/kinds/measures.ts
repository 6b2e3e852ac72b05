/** Kinds 3, 5 and 6: measures asked of the family court, their change and their breach. */
import { baseFacts, lawyersWrit, measureDetails, precautionaryDetails, proceduralFacts, writUses } from './base.ts';
import { withArticle } from '../../directory/index.ts';
import { choice, day, form, hour, kindOf, line, prose, yesNo, type KindDefinition } from './kind.ts';

export const measuresRequestKind: KindDefinition = {
  ...lawyersWrit,
  kind: 3,
  label: 'Solicitud de medidas de protección y cautelares',
  purpose: 'Pide al juzgado de familia medidas de protección o cautelares, cada una con su razón.',
  group: 'measures',
  warnsWithoutSponsorship: true,
  form: form('Datos de este escrito', []),
  uses: { measures: true, criteria: true, evidence: true, annexes: true, urgency: true },
  facts: {
    required: [
      ...baseFacts.required,
      'riesgo.alguno',
      'medidas.alguna',
      ...measureDetails,
      ...precautionaryDetails,
      'escrito.urgencia',
    ],
    recommended: [...baseFacts.recommended, 'denunciado.convive', 'denunciado.usa_armas', 'escrito.medios'],
  },
};

/** Who the court already knows, by all that says who they are. */
const bothNamed = [
  ...proceduralFacts.required,
  'agraviada.documento',
  'agraviada.edad',
  'agraviada.domicilio',
  'denunciado.identidad',
];

/** The decision a later writ rests on. */
const decisionInForce = [
  line('medida_vigente.resolucion', 'Número de la resolución que dictó las medidas', { required: true }),
  day('medida_vigente.fecha', 'Fecha de esa resolución'),
  line('medida_vigente.organo', 'Órgano que la dictó', { required: true }),
  prose('medida_vigente.medidas', 'Medidas dictadas', { required: true, hint: 'Tal como las nombra la resolución.' }),
];

export const changeKind = kindOf({
  ...lawyersWrit,
  kind: 5,
  label: 'Ampliación, variación o sustitución de medidas',
  purpose: 'Pide al mismo juzgado cambiar las medidas por lo que ocurrió después.',
  group: 'measures',
  asSaid: { 'medida_vigente.organo': withArticle },
  form: form('Medidas dictadas y qué cambió', [
    choice('cambio.clase', 'Qué se pide', ['Ampliación', 'Variación', 'Sustitución'], { required: true }),
    ...decisionInForce,
    prose('cambio.hechos', 'Qué ocurrió después', { required: true }),
    prose('cambio.riesgo', 'Nueva valoración de riesgo', { hint: 'Nivel, instrumento y fecha.' }),
  ]),
  uses: { ...writUses, measures: true },
  facts: (asked) => ({
    required: [...bothNamed, ...asked, 'medidas.alguna', ...measureDetails, ...precautionaryDetails],
    recommended: [...proceduralFacts.recommended, 'medida_vigente.fecha', 'cambio.riesgo', 'escrito.medios'],
  }),
});

export const breachKind: KindDefinition = {
  ...lawyersWrit,
  kind: 6,
  label: 'Comunicación de incumplimiento de medidas',
  purpose: 'Da cuenta al juzgado y a la fiscalía de que no se cumplió una medida ya notificada.',
  group: 'measures',
  warnsWithoutSponsorship: true,
  asSaid: { 'medida_vigente.organo': withArticle },
  form: form('Medidas dictadas e incumplimiento', [
    choice('incumplimiento.version', 'A quién se dirige esta versión', ['Juzgado de familia', 'Fiscalía penal'], {
      required: true,
      hint: 'Se presenta a los dos: emita una versión para cada uno.',
    }),
    ...decisionInForce,
    day('medida_vigente.notificada', 'Fecha en que se notificó a la parte denunciada', {
      required: true,
      hint: 'Sin la notificación no se configura el delito de desobediencia.',
    }),
    day('incumplimiento.fecha', 'Fecha del incumplimiento', { required: true }),
    hour('incumplimiento.hora', 'Hora del incumplimiento'),
    line('incumplimiento.lugar', 'Lugar del incumplimiento', {
      required: true,
      hint: 'Zona o distrito. No escriba su domicilio ni su centro de trabajo.',
    }),
    prose('incumplimiento.modo', 'Qué hizo y de qué modo', { required: true }),
    prose('incumplimiento.prueba', 'Con qué se acredita', {
      hint: 'Mensajes con su acta de recepción, sin el número nuevo de la persona usuaria.',
    }),
    yesNo('incumplimiento.detencion', '¿Se pide la intervención policial por flagrancia?'),
  ]),
  uses: { ...writUses, measures: true },
  facts: {
    required: [
      ...bothNamed,
      'medida_vigente.resolucion',
      'medida_vigente.organo',
      'medida_vigente.medidas',
      'medida_vigente.notificada',
      'incumplimiento.fecha',
      'incumplimiento.lugar',
      'incumplimiento.modo',
      ...measureDetails,
    ],
    recommended: [
      ...proceduralFacts.recommended,
      'medida_vigente.fecha',
      'incumplimiento.hora',
      'incumplimiento.prueba',
      'escrito.medios',
    ],
  },
};
