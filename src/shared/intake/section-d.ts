/** Section D (legal) of the register form: where the process stands, own protection, attempt of femicide. */
import { answersSchema, blankAnswers, type AnswersOf, type Section } from '../record/index.ts';
import { choice, date, detail, text, ticks, yesNo } from './builders.ts';
import { femicideModalities, femicideMotives } from './later-codes.ts';
import { onScreen } from './screen-words.ts';

const isYes = (question: string) => ({ question, is: [1] }) as const;
const toConfirm = 'toConfirm' as const;

const instances = {
  police: { variable: 'INSTANCIA_POLICIAL', label: 'Dependencia Policial' },
  prosecutor: { variable: 'INSTANCIA_FISCAL', label: 'Dependencia Fiscal' },
  peaceCourt: { variable: 'INSTANCIA_JUZGADO_PAZ_LETRADO', label: 'Juzgado de Paz Letrado' },
  specialisedCourt: { variable: 'INSTANCIA_JUZGADO_ESPECIALIZADO', label: 'Juzgado Especializado' },
  superiorCourt: { variable: 'INSTANCIA_SALA_SUPERIOR', label: 'Sala Superior' },
  supremeCourt: { variable: 'INSTANCIA_SALA_SUPREMA', label: 'Sala Suprema' },
} as const;
type Instance = keyof typeof instances;

const ending = (instance: Instance) => instances[instance].variable;
const officeOf = (instance: Instance) =>
  text('D.1', `NOMBRE_${ending(instance)}`, `${instances[instance].label}: nombre de la dependencia`, {
    askedWhen: { question: 'priorInstances', ticked: instance },
    max: 120,
  });
const sinceOf = (instance: Instance) =>
  date('D.1', `FECHA_${ending(instance)}`, `${instances[instance].label}: fecha en que inicia`, {
    askedWhen: { question: 'priorInstances', ticked: instance },
  });

/** Asked where there is a complaint (to confirm, U08). */
const priorProcess = {
  priorInstances: ticks(
    'D.1',
    'Instancia en la que se encuentra el proceso, antes de la intervención del CEM',
    instances,
    { askedWhen: isYes('complaintFiled'), confirmation: toConfirm },
  ),
  policeOffice: officeOf('police'),
  policeSince: sinceOf('police'),
  prosecutorOffice: officeOf('prosecutor'),
  prosecutorSince: sinceOf('prosecutor'),
  peaceCourtOffice: officeOf('peaceCourt'),
  peaceCourtSince: sinceOf('peaceCourt'),
  specialisedCourtOffice: officeOf('specialisedCourt'),
  specialisedCourtSince: sinceOf('specialisedCourt'),
  superiorCourtOffice: officeOf('superiorCourt'),
  superiorCourtSince: sinceOf('superiorCourt'),
  supremeCourtOffice: officeOf('supremeCourt'),
  supremeCourtSince: sinceOf('supremeCourt'),
} as const;

const ownProtection = {
  ownMeasures: ticks(
    'D.2',
    'Medidas que optó la persona usuaria para su protección antes de apersonarse al CEM',
    {
      leftCity: { variable: 'MEDIDA_SALIDA_CIUDAD', label: 'Se fue a vivir a otra ciudad' },
      separated: { variable: 'MEDIDA_SEPARACION', label: 'Se separó de la presunta persona agresora' },
      shelter: { variable: 'MEDIDA_CASA_REFUGIO', label: 'Se fue a una casa refugio' },
      none: { variable: 'MEDIDA_NINGUNA', label: 'No optó por ninguna medida' },
      other: { variable: 'MEDIDA_OTRA', label: 'Otra' },
    },
    { none: 'none' },
  ),
  otherOwnMeasure: detail('D.2', 'ESP_MEDIDA_OTRA', 'Especificar otra medida', {
    question: 'ownMeasures',
    ticked: 'other',
  }),
} as const;

const attempt = {
  femicideAttempt: yesNo(
    'D.3',
    'CASO_TENTATIVA_DE_FEMINICIDIO',
    '¿El último hecho de violencia se califica como un caso de tentativa de feminicidio?',
  ),
  femicideMotive: choice(
    'D.3',
    'MOVIL_TENTATIVA_DE_FEMINICIDIO',
    'Presunto móvil del hecho de la tentativa de feminicidio',
    { options: femicideMotives, askedWhen: isYes('femicideAttempt') },
  ),
  otherFemicideMotive: detail('D.3', 'ESP_OTRO_MOVIL', 'Especificar otro presunto móvil', {
    question: 'femicideMotive',
    is: [14],
  }),
  femicideModality: choice(
    'D.3',
    'MODALIDAD_TENTATIVA_DE_FEMINICIDIO',
    'Modalidad del hecho de la tentativa de feminicidio',
    { options: femicideModalities, askedWhen: isYes('femicideAttempt') },
  ),
  otherFemicideModality: detail('D.3', 'ESP_OTRA_MODALIDAD', 'Especificar otra modalidad', {
    question: 'femicideModality',
    is: [13],
  }),
} as const;

export const sectionD = {
  id: 'D',
  title: 'Sección D. Atención legal',
  questions: onScreen({ ...priorProcess, ...ownProtection, ...attempt }),
  blocks: [
    { id: 'D.1', title: 'Proceso antes del CEM', questions: Object.keys(priorProcess) },
    { id: 'D.2', title: 'Medidas que tomó la persona usuaria', questions: Object.keys(ownProtection) },
    { id: 'D.3', title: 'Tentativa de feminicidio', questions: Object.keys(attempt) },
  ],
} as const satisfies Section;

export type SectionDAnswers = AnswersOf<(typeof sectionD)['questions']>;
export const sectionDAnswersSchema = answersSchema(sectionD.questions);

export const blankSectionD = (): SectionDAnswers => blankAnswers(sectionD.questions);
