/** Section E (Plan de Atención Integral): 22 actions. Their official numbers are to confirm, but for number 13 (U05). */
import { services, type Service } from '../access/index.ts';
import { answersSchema, blankAnswers, type AnswersOf, type Section } from '../record/index.ts';
import { detail, text, ticks } from './builders.ts';

export const planActions = {
  informViolence: { variable: 'INFORMAR_VIOLENCIA', label: 'Informar sobre la situación de violencia' },
  informRights: { variable: 'INFORMAR_DERECHOS', label: 'Informar sobre sus derechos' },
  identifyImpact: {
    variable: 'IDENTIFICAR_REPERCUSION',
    label: 'Identificar y valorar la repercusión de la situación de la violencia',
  },
  informJustice: {
    variable: 'INFORMAR_SISTEMA_JUSTICIA',
    label: 'Informar sobre el sistema de protección y de justicia',
  },
  safetyPlan: { variable: 'ELABORAR_PLAN_SEGURIDAD', label: 'Elaborar el plan de seguridad' },
  insertInFamily: { variable: 'INSERTAR_RED_FAMILIAR', label: 'Insertar en redes de soporte familiar' },
  insertInHealth: { variable: 'INSERTAR_EESS', label: 'Insertar en establecimiento de salud' },
  emergencyKit: {
    variable: 'DERIVAR_EESS_KIT_EMERGENCIA',
    label: 'Derivar a la persona usuaria al EE.SS. para que acceda al Kit de Emergencia (acción 13)',
  },
  otherServices: {
    variable: 'DERIVAR_SERV_COMPL',
    label: 'Articular y derivar a servicios complementarios públicos o privados',
  },
  reportUnprotected: {
    variable: 'COMUNICA_DESPROTECCION',
    label: 'Comunicar a la autoridad competente por riesgo de desprotección',
  },
  promoteComplaint: {
    variable: 'PROMUEVE_DENUNCIA',
    label: 'Promover la denuncia ante la autoridad competente o presentar escrito de apersonamiento',
  },
  accompanyComplaint: {
    variable: 'ACOMPANAR_DENUNCIA',
    label: 'Acompañar a la persona usuaria a interponer la denuncia verbal o hacerla por escrito',
  },
  appear: { variable: 'PRESENTA_APERSONAMIENTO', label: 'Presentar escrito de apersonamiento' },
  requestMeasures: {
    variable: 'SOLICITAR_MED_PROT_CAUT',
    label: 'Solicitar las medidas de protección y cautelares',
  },
  checkComplaint: {
    variable: 'VERIFICAR_DENUNCIA',
    label: 'Verificar que la denuncia legal sea remitida dentro del plazo legal',
  },
  reportViolence: {
    variable: 'COMUNICAR_VIOLENCIA',
    label: 'Comunicar a la autoridad competente los hechos de violencia cuando la persona usuaria no decide denunciar',
  },
  flagrancy: {
    variable: 'CASO_FLAGRANCIA',
    label: 'Caso en situación de flagrancia delictiva que se prioriza atención inmediata y conjunta',
  },
  singleInterview: {
    variable: 'PROMOVER_ENTREVISTA_UNICA',
    label: 'Promover la realización inmediata de la Entrevista Única ante la autoridad competente',
  },
  policeIntervention: {
    variable: 'SOLICITA_INTERV_POLICIAL',
    label: 'Solicitar la intervención policial y detención de la presunta persona agresora',
  },
  promoteMeasures: {
    variable: 'PROMOVER_MED_PROT',
    label: 'Promover el cumplimiento de las medidas de protección',
  },
  policeRecord: {
    variable: 'ELABORA_ACTA_POLICIAL',
    label: 'Solicitar la elaboración de acta de intervención policial',
  },
  other: { variable: 'OTRA_ACCION', label: 'Otra acción a realizar' },
} as const;

export type PlanAction = keyof typeof planActions;

/** Which service carries out an action; null: any of them. Ours, to confirm: the form does not say it. */
export const planServices = {
  informViolence: 'psychology',
  informRights: 'legal',
  identifyImpact: 'psychology',
  informJustice: 'legal',
  safetyPlan: 'social',
  insertInFamily: 'social',
  insertInHealth: 'social',
  emergencyKit: 'social',
  otherServices: 'social',
  reportUnprotected: 'social',
  promoteComplaint: 'legal',
  accompanyComplaint: 'legal',
  appear: 'legal',
  requestMeasures: 'legal',
  checkComplaint: 'legal',
  reportViolence: 'legal',
  flagrancy: null,
  singleInterview: 'legal',
  policeIntervention: 'legal',
  promoteMeasures: 'legal',
  policeRecord: 'legal',
  other: null,
} as const satisfies Record<PlanAction, Service | null>;

const plan = {
  planActions: ticks('E.1', 'Acciones del Plan de Atención Integral', planActions, { confirmation: 'toConfirm' }),
  otherPlanAction: detail('E.1', 'ESP_OTRA_ACCION', 'Especificar otra acción', {
    question: 'planActions',
    ticked: 'other',
  }),
} as const;

const observations = {
  planObservations: text('E.2', 'OBSERVACIONES_SECCION_E', 'Observaciones', { max: 2000, lines: 4 }),
} as const;

export const sectionE = {
  id: 'E',
  title: 'Sección E. Plan de Atención Integral',
  questions: { ...plan, ...observations },
  blocks: [
    { id: 'E.1', title: 'Acciones', questions: Object.keys(plan) },
    { id: 'E.2', title: 'Observaciones', questions: Object.keys(observations) },
  ],
} as const satisfies Section;

export type SectionEAnswers = AnswersOf<(typeof sectionE)['questions']>;
export const sectionEAnswersSchema = answersSchema(sectionE.questions);

export function blankSectionE(): SectionEAnswers {
  return blankAnswers(sectionE.questions);
}

/** Services that the planned actions need, in the order of the services; none while nothing is planned. */
export function plannedServices({ planActions: planned }: Pick<SectionEAnswers, 'planActions'>): Service[] {
  const needed = new Set((planned ?? []).map((action) => planServices[action]));
  return services.filter((service) => needed.has(service));
}
