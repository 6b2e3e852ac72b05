/** Section E (Plan de Atención Integral): 22 actions. Their official numbers are to confirm, but for number 13 (U05). */
import { services, type Service } from '../access/index.ts';
import { answersSchema, blankAnswers, type AnswersOf, type Section } from '../record/index.ts';
import { block, detail, ifOther, text, ticks, ticksOf, toConfirm } from './builders.ts';

export const planActions = ticksOf({
  informViolence: ['INFORMAR_VIOLENCIA', 'Informar sobre la situación de violencia'],
  informRights: ['INFORMAR_DERECHOS', 'Informar sobre sus derechos'],
  identifyImpact: ['IDENTIFICAR_REPERCUSION', 'Identificar y valorar la repercusión de la situación de la violencia'],
  informJustice: ['INFORMAR_SISTEMA_JUSTICIA', 'Informar sobre el sistema de protección y de justicia'],
  safetyPlan: ['ELABORAR_PLAN_SEGURIDAD', 'Elaborar el plan de seguridad'],
  insertInFamily: ['INSERTAR_RED_FAMILIAR', 'Insertar en redes de soporte familiar'],
  insertInHealth: ['INSERTAR_EESS', 'Insertar en establecimiento de salud'],
  emergencyKit: [
    'DERIVAR_EESS_KIT_EMERGENCIA',
    'Derivar a la persona usuaria al EE.SS. para que acceda al Kit de Emergencia (acción 13)',
  ],
  otherServices: ['DERIVAR_SERV_COMPL', 'Articular y derivar a servicios complementarios públicos o privados'],
  reportUnprotected: ['COMUNICA_DESPROTECCION', 'Comunicar a la autoridad competente por riesgo de desprotección'],
  promoteComplaint: [
    'PROMUEVE_DENUNCIA',
    'Promover la denuncia ante la autoridad competente o presentar escrito de apersonamiento',
  ],
  accompanyComplaint: [
    'ACOMPANAR_DENUNCIA',
    'Acompañar a la persona usuaria a interponer la denuncia verbal o hacerla por escrito',
  ],
  appear: ['PRESENTA_APERSONAMIENTO', 'Presentar escrito de apersonamiento'],
  requestMeasures: ['SOLICITAR_MED_PROT_CAUT', 'Solicitar las medidas de protección y cautelares'],
  checkComplaint: ['VERIFICAR_DENUNCIA', 'Verificar que la denuncia legal sea remitida dentro del plazo legal'],
  reportViolence: [
    'COMUNICAR_VIOLENCIA',
    'Comunicar a la autoridad competente los hechos de violencia cuando la persona usuaria no decide denunciar',
  ],
  flagrancy: [
    'CASO_FLAGRANCIA',
    'Caso en situación de flagrancia delictiva que se prioriza atención inmediata y conjunta',
  ],
  singleInterview: [
    'PROMOVER_ENTREVISTA_UNICA',
    'Promover la realización inmediata de la Entrevista Única ante la autoridad competente',
  ],
  policeIntervention: [
    'SOLICITA_INTERV_POLICIAL',
    'Solicitar la intervención policial y detención de la presunta persona agresora',
  ],
  promoteMeasures: ['PROMOVER_MED_PROT', 'Promover el cumplimiento de las medidas de protección'],
  policeRecord: ['ELABORA_ACTA_POLICIAL', 'Solicitar la elaboración de acta de intervención policial'],
  other: ['OTRA_ACCION', 'Otra acción a realizar'],
});

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

const plan = block('E.1', {
  planActions: ticks('Acciones del Plan de Atención Integral', planActions, toConfirm),
  otherPlanAction: detail('ESP_OTRA_ACCION', 'Especificar otra acción', ifOther('planActions')),
});

const observations = block('E.2', {
  planObservations: text('OBSERVACIONES_SECCION_E', 'Observaciones', { max: 2000, lines: 4 }),
});

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

export const blankSectionE = (): SectionEAnswers => blankAnswers(sectionE.questions);

/** Services that the planned actions need, in the order of the services; none while nothing is planned. */
export function plannedServices({ planActions: planned }: Pick<SectionEAnswers, 'planActions'>): Service[] {
  const needed = new Set((planned ?? []).map((action) => planServices[action]));
  return services.filter((service) => needed.has(service));
}
