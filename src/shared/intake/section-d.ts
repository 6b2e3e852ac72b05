/** Section D (legal) of the register form: where the process stands, own protection, attempt of femicide. */
import { answersSchema, blankAnswers, type AnswersOf, type Section } from '../record/index.ts';
import { block, choice, date, detail, ifIs, ifOther, ifYes, text, ticks, toConfirm, yesNo } from './builders.ts';
import { femicideModalities, femicideMotives } from './later-codes.ts';
import { onScreen } from './screen-words.ts';

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
  text(`NOMBRE_${ending(instance)}`, `${instances[instance].label}: nombre de la dependencia`, {
    askedWhen: { question: 'priorInstances', ticked: instance },
    max: 120,
  });
const sinceOf = (instance: Instance) =>
  date(`FECHA_${ending(instance)}`, `${instances[instance].label}: fecha en que inicia`, {
    askedWhen: { question: 'priorInstances', ticked: instance },
  });

/** Asked where there is a complaint (to confirm, U08). */
const priorProcess = block('D.1', {
  priorInstances: ticks('Instancia en la que se encuentra el proceso, antes de la intervención del CEM', instances, {
    ...ifYes('complaintFiled'),
    ...toConfirm,
  }),
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
});

const ownProtection = block('D.2', {
  ownMeasures: ticks(
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
  otherOwnMeasure: detail('ESP_MEDIDA_OTRA', 'Especificar otra medida', ifOther('ownMeasures')),
});

const attempt = block('D.3', {
  femicideAttempt: yesNo(
    'CASO_TENTATIVA_DE_FEMINICIDIO',
    '¿El último hecho de violencia se califica como un caso de tentativa de feminicidio?',
  ),
  femicideMotive: choice(
    'MOVIL_TENTATIVA_DE_FEMINICIDIO',
    'Presunto móvil del hecho de la tentativa de feminicidio',
    femicideMotives,
    ifYes('femicideAttempt'),
  ),
  otherFemicideMotive: detail('ESP_OTRO_MOVIL', 'Especificar otro presunto móvil', ifIs('femicideMotive', 14)),
  femicideModality: choice(
    'MODALIDAD_TENTATIVA_DE_FEMINICIDIO',
    'Modalidad del hecho de la tentativa de feminicidio',
    femicideModalities,
    ifYes('femicideAttempt'),
  ),
  otherFemicideModality: detail('ESP_OTRA_MODALIDAD', 'Especificar otra modalidad', ifIs('femicideModality', 13)),
});

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
