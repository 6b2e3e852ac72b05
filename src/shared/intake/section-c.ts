/** Section C (social) of the register form: networks, insertion, home visit. */
import { answersSchema, blankAnswers, type AnswersOf, type Section } from '../record/index.ts';
import { block, choice, ifIs, ifNo, ifYes, number, required, text, toConfirm, yesNo } from './builders.ts';
import { homeVisitResults, reintegrationPlans, supportKinds } from './later-codes.ts';
import { onScreen } from './screen-words.ts';

/** The register has a fixed number of columns; how many are filled is ours and has none (`variable` is empty). */
const howMany = (label: string, max: number, question: string) =>
  number('', label, [1, max], { ...ifYes(question), confirmation: 'project' });

const network = (at: 1 | 2 | 3 | 4 | 5) => ({ askedWhen: { question: 'networkCount', atLeast: at } }) as const;
const networkWho = (at: 1 | 2 | 3 | 4 | 5) =>
  text(`PARENTESCO_RED_${at}`, `Red ${at}: parentesco o tipo de institución`, network(at));
/** The name is on the paper and in no released column. */
const networkName = (at: 1 | 2 | 3 | 4 | 5) =>
  text('', `Red ${at}: nombre`, { ...network(at), ...toConfirm, max: 120 });
const networkSupport = (at: 1 | 2 | 3 | 4 | 5) =>
  choice(`TIPO_SOPORTE_RED_${at}`, `Red ${at}: tipo de soporte`, supportKinds, { ...network(at), ...toConfirm });

const networks = block('C.1', {
  hasNetworks: yesNo('REDES_FAM_SOC', '¿La persona usuaria cuenta con redes familiares o sociales idóneas?', required),
  networkCount: howMany('¿Cuántas redes registra?', 5, 'hasNetworks'),
  network1Who: networkWho(1),
  network1Name: networkName(1),
  network1Support: networkSupport(1),
  network2Who: networkWho(2),
  network2Name: networkName(2),
  network2Support: networkSupport(2),
  network3Who: networkWho(3),
  network3Name: networkName(3),
  network3Support: networkSupport(3),
  network4Who: networkWho(4),
  network4Name: networkName(4),
  network4Support: networkSupport(4),
  network5Who: networkWho(5),
  network5Name: networkName(5),
  network5Support: networkSupport(5),
});

const kin = (at: 1 | 2 | 3 | 4 | 5) => ({ askedWhen: { question: 'insertionKinCount', atLeast: at } }) as const;
const kinWho = (at: 1 | 2 | 3 | 4 | 5) =>
  text(`PARENTESCO_RED_FAMILIA_AMISTAD_${at}`, `Persona ${at}: parentesco o amistad`, kin(at));
const kinAge = (at: 1 | 2 | 3 | 4 | 5) =>
  number(`EDAD_RED_FAMILIA_AMISTAD_${at}`, `Persona ${at}: edad`, [0, 120], { ...kin(at), unit: 'años' });
const shelter = (at: 1 | 2 | 3 | 4) =>
  text(`NOMBRE_HRT_${at}`, `Nombre del HRT ${at}`, {
    askedWhen: { question: 'insertionShelterCount', atLeast: at },
    hint: 'Dato reservado. No escriba la dirección.',
  });

const insertion = block('C.2', {
  needsInsertion: yesNo('INSERCION_REDES', '¿Requiere ser insertada en redes familiares o sociales?'),
  acceptsInsertion: yesNo('INSERCION_RED_FAM_SOC', '¿Acepta ser insertada en redes familiares o sociales?', {
    ...ifYes('needsInsertion'),
  }),
  insertedWithKin: yesNo('INSERCION_RED_FAMILIA_AMISTAD', '¿Será insertada con familiares o amistades?', {
    ...ifYes('acceptsInsertion'),
  }),
  insertionKinCount: howMany('¿Con cuántas personas?', 5, 'insertedWithKin'),
  insertionKin1Who: kinWho(1),
  insertionKin1Age: kinAge(1),
  insertionKin2Who: kinWho(2),
  insertionKin2Age: kinAge(2),
  insertionKin3Who: kinWho(3),
  insertionKin3Age: kinAge(3),
  insertionKin4Who: kinWho(4),
  insertionKin4Age: kinAge(4),
  insertionKin5Who: kinWho(5),
  insertionKin5Age: kinAge(5),
  insertedInShelter: yesNo('INSERCION_RED_HRT', '¿Será insertada en un Hogar de Refugio Temporal (HRT)?', {
    ...ifYes('acceptsInsertion'),
  }),
  insertionShelterCount: howMany('¿En cuántos HRT?', 4, 'insertedInShelter'),
  insertionShelter1: shelter(1),
  insertionShelter2: shelter(2),
  insertionShelter3: shelter(3),
  insertionShelter4: shelter(4),
  noInsertionReason: text('MOTIVO_NO_INSERCION_RED', 'Motivos para no aceptar la inserción', {
    ...ifNo('acceptsInsertion'),
    max: 300,
    lines: 2,
  }),
});

const reintegration = block('C.3', {
  reintegrationPlan: choice('IMPL_PLAN_REINTEGRACION', 'Implementación del Plan de Reintegración', reintegrationPlans, {
    ...toConfirm,
  }),
});

/** When a visit is asked about is not known (U08): it may always be left empty. */
const homeVisit = block('C.4', {
  homeVisitMade: yesNo('REALIZA_VISITA_DOM', '¿Se realiza visita domiciliaria?', toConfirm),
  noHomeVisitReason: text('MOTIVO_NO_VISITA_DOM', 'Motivo por el que no se realiza', {
    ...ifNo('homeVisitMade'),
    max: 300,
    lines: 2,
  }),
  homeVisitResult: choice('RESULTADO_VISITA_DOM', 'Resultado de la visita: estimación del riesgo', homeVisitResults, {
    ...ifYes('homeVisitMade'),
    ...toConfirm,
  }),
  homeVisitActions: text('ACCIONES_VISITA_INCIDENTE', 'Acciones a realizar', {
    ...ifIs('homeVisitResult', 2),
    max: 500,
    lines: 3,
  }),
});

export const sectionC = {
  id: 'C',
  title: 'Sección C. Atención social',
  questions: onScreen({ ...networks, ...insertion, ...reintegration, ...homeVisit }),
  blocks: [
    { id: 'C.1', title: 'Redes familiares y sociales', questions: Object.keys(networks) },
    { id: 'C.2', title: 'Inserción en redes', questions: Object.keys(insertion) },
    { id: 'C.3', title: 'Plan de Reintegración', questions: Object.keys(reintegration) },
    { id: 'C.4', title: 'Visita domiciliaria', questions: Object.keys(homeVisit) },
  ],
} as const satisfies Section;

export type SectionCAnswers = AnswersOf<(typeof sectionC)['questions']>;
export const sectionCAnswersSchema = answersSchema(sectionC.questions);

export const blankSectionC = (): SectionCAnswers => blankAnswers(sectionC.questions);
