/** Section B, blocks B.1 to B.5: dependants of femicide, orientation, type and acts, event, states, disappearance. */
import { choice, detail, fichaNumber, fichaYear, number, partialDate, text, ticks, yesNo } from './builders.ts';
import {
  complaintOffices,
  disappearanceEnds,
  disappearanceUnits,
  frequencies,
  genderIdentities,
  incidentPlaceKinds,
  incidentSpheres,
  intersexOptions,
  publicSphereKinds,
  sexualOrientations,
  states,
  violenceModalities,
  violenceTypes,
} from './codes.ts';
import { economicActs, physicalActs, psychologicalActs, sexualActs } from './violence-acts.ts';

const isYes = (question: string) => ({ question, is: [1] }) as const;
const isNo = (question: string) => ({ question, is: [0] }) as const;
const toConfirm = 'toConfirm' as const;

const sharing = isYes('sharesOrientationAndIdentity');

/** Nothing on orientation, identity or intersex is asked without her agreement. */
export const dependence = {
  dependsOnFemicideVictim: yesNo(
    'B.1',
    'DEPENDE_VICTIMA_FEMINICIDIO',
    '¿La persona usuaria ha dependido de una víctima de feminicidio?',
    { required: true },
  ),
  femicideFichaExists: yesNo('B.1', 'CUENTA_FICHA_FEMINICIDIO', '¿La víctima de feminicidio cuenta con una ficha?', {
    askedWhen: isYes('dependsOnFemicideVictim'),
  }),
  femicideFichaCentre: text('B.1', 'NOMBRE_CEM_FICHA_FEMINICIDIO', 'Nombre del CEM', {
    askedWhen: isYes('femicideFichaExists'),
  }),
  femicideFichaNumber: fichaNumber('B.1', 'N_FICHA_FEMINICIDIO_CEM', isYes('femicideFichaExists')),
  femicideFichaYear: fichaYear('B.1', 'ANO_FICHA_FEMINICIDIO_CEM', isYes('femicideFichaExists')),
  sharesOrientationAndIdentity: yesNo(
    'B.1',
    'BRINDA_INFORMACION_OS_IG',
    '¿La persona usuaria está de acuerdo en brindar información sobre su orientación sexual e identidad de género?',
  ),
  sexualOrientation: choice(
    'B.1',
    'ORIENTACION_SEXUAL',
    'La persona usuaria, por su orientación sexual, se siente o considera',
    { options: sexualOrientations, askedWhen: sharing, confirmation: toConfirm },
  ),
  otherSexualOrientation: detail('B.1', 'ESP_OTRO_ORIENTACION_SEXUAL', 'Especificar otra orientación sexual', {
    question: 'sexualOrientation',
    is: [7],
  }),
  genderIdentity: choice(
    'B.1',
    'IDENTIDAD_GENERO',
    'La persona usuaria, por su identidad de género, se siente o considera',
    { options: genderIdentities, askedWhen: sharing, confirmation: toConfirm },
  ),
  otherGenderIdentity: detail('B.1', 'ESP_OTRO_IDENTIDAD_GENERO', 'Especificar otra identidad de género', {
    question: 'genderIdentity',
    is: [7],
  }),
  intersex: choice(
    'B.1',
    'INTERSEXUAL',
    'La persona usuaria, por sus características sexuales, se siente o considera',
    { options: intersexOptions, askedWhen: sharing, confirmation: toConfirm },
  ),
} as const;

/** One main type, but acts of any of the four types may be ticked (register form §2, rule 10). */
export const violence = {
  violenceType: choice('B.2', 'TIPO_VIOLENCIA', 'Tipo de violencia', { options: violenceTypes, required: true }),
  economicActs: ticks('B.2', 'Actos de violencia económica o patrimonial', economicActs, {
    opensWhen: { question: 'violenceType', is: [0] },
  }),
  otherEconomicAct: detail('B.2', 'DETALLE_OTRA_VECON_PATRIM', 'Especificar otro acto de violencia económica', {
    question: 'economicActs',
    ticked: 'other',
  }),
  psychologicalActs: ticks('B.2', 'Actos de violencia psicológica', psychologicalActs, {
    opensWhen: { question: 'violenceType', is: [1] },
  }),
  otherPsychologicalAct: detail('B.2', 'DETALLE_OTRA_VPSI', 'Especificar otro acto de violencia psicológica', {
    question: 'psychologicalActs',
    ticked: 'other',
  }),
  physicalActs: ticks('B.2', 'Actos de violencia física', physicalActs, {
    opensWhen: { question: 'violenceType', is: [2] },
  }),
  otherPhysicalAct: detail('B.2', 'DETALLE_OTRA_VFIS', 'Especificar otro acto de violencia física', {
    question: 'physicalActs',
    ticked: 'other',
  }),
  sexualActs: ticks('B.2', 'Actos de violencia sexual', sexualActs, {
    opensWhen: { question: 'violenceType', is: [3] },
  }),
  otherSexualAct: detail('B.2', 'DETALLE_OTRA_VSEX', 'Especificar otro acto de violencia sexual', {
    question: 'sexualActs',
    ticked: 'other',
  }),
} as const;

const again = isNo('firstTime');

/** Date and hour of the last event belong to the incident. */
export const event = {
  violenceModality: choice('B.3', 'MODALIDADES_VCM', 'Otras modalidades de violencia contra las mujeres', {
    options: violenceModalities,
    askedWhen: { question: 'userSex', is: [0] },
  }),
  incidentPlaceKind: choice('B.3', 'LUGAR_OCURRENCIA', 'Lugar de ocurrencia', {
    options: incidentPlaceKinds,
    confirmation: toConfirm,
  }),
  otherIncidentPlace: detail('B.3', 'ESP_OTRO_LUGAR_OCURRENCIA', 'Especificar otro lugar', {
    question: 'incidentPlaceKind',
    is: [11],
  }),
  incidentSphere: choice('B.3', 'AMBITO_VIOLENCIA', 'Ámbito donde se produjo la violencia', {
    options: incidentSpheres,
    confirmation: toConfirm,
  }),
  publicSphereKind: choice('B.3', 'TIPO_AMBITO_PUBLICO', 'Tipo de ámbito público', {
    options: publicSphereKinds,
    askedWhen: { question: 'incidentSphere', is: [2] },
    confirmation: toConfirm,
  }),
  otherPublicSphere: detail('B.3', 'ESP_OTRO_TIPO_AMBITO_PUBLICO', 'Especificar otro espacio de ámbito público', {
    question: 'publicSphereKind',
    is: [11],
  }),
  firstTime: yesNo(
    'B.3',
    'PRIMERA_VEZ_AGREDE',
    '¿Es la primera vez que la persona usuaria es agredida por la presunta persona agresora?',
    { required: true },
  ),
  violenceYears: number('B.3', 'N_ANOS', 'Tiempo de la agresión: años', { min: 0, max: 99, askedWhen: again }),
  violenceMonths: number('B.3', 'N_MESES', 'Tiempo de la agresión: meses', { min: 0, max: 11, askedWhen: again }),
  violenceWeeks: number('B.3', 'N_SEMANAS', 'Tiempo de la agresión: semanas', { min: 0, max: 52, askedWhen: again }),
  violenceDays: number('B.3', 'N_DIAS', 'Tiempo de la agresión: días', { min: 0, max: 31, askedWhen: again }),
  frequency: choice('B.3', 'FRECUENCIA_AGREDE', 'Frecuencia', { options: frequencies, askedWhen: again }),
  earlierComplaint: yesNo(
    'B.3',
    'DENUNCIA_ANTERIORES_HECHOS',
    '¿Efectuó denuncia de los anteriores hechos de violencia?',
    { askedWhen: again },
  ),
  earlierComplaintOffice: choice(
    'B.3',
    'DEPENDENCIA_DENUNCIA_ULTIMO_HECHO',
    'Dependencia de la última denuncia de los anteriores hechos',
    { options: complaintOffices, askedWhen: isYes('earlierComplaint'), confirmation: toConfirm },
  ),
} as const;

export const condition = {
  aggressorStateLastTime: choice(
    'B.4',
    'ESTADO_AGRESOR_U_A',
    'Estado de la presunta persona agresora en la última agresión',
    { options: states, required: true },
  ),
  aggressorStateUsually: choice('B.4', 'ESTADO_AGRESOR_G', 'Estado de la presunta persona agresora generalmente', {
    options: states,
    askedWhen: again,
  }),
  userStateLastTime: choice('B.4', 'ESTADO_VICTIMA_U_A', 'Estado de la persona usuaria en la última agresión', {
    options: states,
    required: true,
  }),
  userStateUsually: choice('B.4', 'ESTADO_VICTIMA_G', 'Estado de la persona usuaria generalmente', {
    options: states,
    askedWhen: again,
  }),
  treatments: ticks(
    'B.4',
    'Tratamientos recibidos a consecuencia de los hechos',
    {
      psychological: { variable: 'TRATAMIENTO_PSICOLOGICO', label: 'Tratamiento psicológico' },
      psychiatric: { variable: 'TRATAMIENTO_PSIQUIATRICO', label: 'Tratamiento psiquiátrico' },
      medical: { variable: 'ATENCION_MEDICA', label: 'Atención médica' },
      other: { variable: 'OTRO_TRATAMIENTO', label: 'Otro' },
      none: { variable: 'NINGUN_TRATAMIENTO', label: 'Ninguno' },
    },
    { none: 'none' },
  ),
  otherTreatment: detail('B.4', 'ESP_OTRO_TRATAMIENTO', 'Especificar otro tratamiento', {
    question: 'treatments',
    ticked: 'other',
  }),
  inTreatment: yesNo(
    'B.4',
    'CONTINUA_RECIBIENDO_TRATAMIENTO',
    '¿Recibe actualmente algún tipo de tratamiento la persona usuaria?',
    { required: true },
  ),
  treatmentKind: text('B.4', 'ESP_TIPO_TRATAMIENTO', 'Especificar el tratamiento', {
    askedWhen: isYes('inTreatment'),
    max: 200,
  }),
} as const;

const disappeared = isYes('priorDisappearance');
const reported = isYes('disappearanceReported');

export const disappearance = {
  priorDisappearance: yesNo(
    'B.5',
    'ANTECEDENTE_DESAPARICION',
    '¿La persona usuaria presenta antecedentes de desaparición, cometida por la misma presunta persona agresora?',
    { required: true },
  ),
  disappearedOn: partialDate(
    'B.5',
    ['DIA_DESAPARICION', 'MES_DESAPARICION', 'ANO_DESAPARICION'],
    'Fecha de la desaparición',
    { askedWhen: disappeared },
  ),
  disappearanceReported: yesNo('B.5', 'DENUNCIA_DESAPARICION', '¿Se realizó denuncia policial por la desaparición?', {
    askedWhen: disappeared,
  }),
  disappearanceUnit: choice('B.5', 'UNIDAD_DENUNCIA_DESAPARICION', '¿En qué unidad de la PNP?', {
    options: disappearanceUnits,
    askedWhen: reported,
    confirmation: toConfirm,
  }),
  disappearanceReportedOn: partialDate(
    'B.5',
    ['DIA_DENUNCIA_DESAPARICION', 'MES_DENUNCIA_DESAPARICION', 'ANO_DENUNCIA_DESAPARICION'],
    'Fecha de la denuncia por desaparición',
    { askedWhen: reported },
  ),
  disappearanceYears: number('B.5', 'DESAPARICION_ANOS', 'Tiempo que estuvo desaparecida: años', {
    min: 0,
    max: 99,
    askedWhen: disappeared,
  }),
  disappearanceMonths: number('B.5', 'DESAPARICION_MESES', 'Tiempo que estuvo desaparecida: meses', {
    min: 0,
    max: 11,
    askedWhen: disappeared,
  }),
  disappearanceWeeks: number('B.5', 'DESAPARICION_SEMANAS', 'Tiempo que estuvo desaparecida: semanas', {
    min: 0,
    max: 52,
    askedWhen: disappeared,
  }),
  disappearanceDays: number('B.5', 'DESAPARICION_DIAS', 'Tiempo que estuvo desaparecida: días', {
    min: 0,
    max: 31,
    askedWhen: disappeared,
  }),
  disappearanceEnd: choice('B.5', 'FORMA_LIBERTAD_DESAPARICION', '¿Cómo recuperó su libertad?', {
    options: disappearanceEnds,
    askedWhen: disappeared,
    confirmation: toConfirm,
  }),
  otherDisappearanceEnd: detail('B.5', 'ESP_FORMA_LIBERTAD_DESAPARICION', 'Especificar cómo recuperó su libertad', {
    question: 'disappearanceEnd',
    is: [3],
  }),
  disappearanceSexualCrime: yesNo(
    'B.5',
    'DESAPARICION_LIBERTAD_SEXUAL',
    '¿Fue víctima de delito contra la Libertad Sexual?',
    { askedWhen: disappeared },
  ),
  disappearanceTrafficking: yesNo(
    'B.5',
    'DESAPARICION_TRATA_PERSONAS',
    '¿Fue víctima de delito de Trata de Personas?',
    { askedWhen: disappeared },
  ),
} as const;
