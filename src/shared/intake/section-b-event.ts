/** Section B, blocks B.1 to B.5: dependants of femicide, orientation, type and acts, event, states, disappearance. */
import {
  block,
  choice,
  detail,
  fichaNumber,
  fichaYear,
  ifIs,
  ifNo,
  ifOther,
  ifYes,
  number,
  partialDate,
  required,
  text,
  ticks,
  toConfirm,
  yesNo,
} from './builders.ts';
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

const sharing = ifYes('sharesOrientationAndIdentity');

/** Nothing on orientation, identity or intersex is asked without her agreement. */
export const dependence = block('B.1', {
  dependsOnFemicideVictim: yesNo(
    'DEPENDE_VICTIMA_FEMINICIDIO',
    '¿La persona usuaria ha dependido de una víctima de feminicidio?',
    required,
  ),
  femicideFichaExists: yesNo('CUENTA_FICHA_FEMINICIDIO', '¿La víctima de feminicidio cuenta con una ficha?', {
    ...ifYes('dependsOnFemicideVictim'),
  }),
  femicideFichaCentre: text('NOMBRE_CEM_FICHA_FEMINICIDIO', 'Nombre del CEM', ifYes('femicideFichaExists')),
  femicideFichaNumber: fichaNumber('N_FICHA_FEMINICIDIO_CEM', ifYes('femicideFichaExists')),
  femicideFichaYear: fichaYear('ANO_FICHA_FEMINICIDIO_CEM', ifYes('femicideFichaExists')),
  sharesOrientationAndIdentity: yesNo(
    'BRINDA_INFORMACION_OS_IG',
    '¿La persona usuaria está de acuerdo en brindar información sobre su orientación sexual e identidad de género?',
  ),
  sexualOrientation: choice(
    'ORIENTACION_SEXUAL',
    'La persona usuaria, por su orientación sexual, se siente o considera',
    sexualOrientations,
    { ...sharing, ...toConfirm },
  ),
  otherSexualOrientation: detail(
    'ESP_OTRO_ORIENTACION_SEXUAL',
    'Especificar otra orientación sexual',
    ifIs('sexualOrientation', 7),
  ),
  genderIdentity: choice(
    'IDENTIDAD_GENERO',
    'La persona usuaria, por su identidad de género, se siente o considera',
    genderIdentities,
    { ...sharing, ...toConfirm },
  ),
  otherGenderIdentity: detail(
    'ESP_OTRO_IDENTIDAD_GENERO',
    'Especificar otra identidad de género',
    ifIs('genderIdentity', 7),
  ),
  intersex: choice(
    'INTERSEXUAL',
    'La persona usuaria, por sus características sexuales, se siente o considera',
    intersexOptions,
    { ...sharing, ...toConfirm },
  ),
});

/** One main type, but acts of any of the four types may be ticked (register form §2, rule 10). */
export const violence = block('B.2', {
  violenceType: choice('TIPO_VIOLENCIA', 'Tipo de violencia', violenceTypes, required),
  economicActs: ticks('Actos de violencia económica o patrimonial', economicActs, {
    opensWhen: { question: 'violenceType', is: [0] },
  }),
  otherEconomicAct: detail(
    'DETALLE_OTRA_VECON_PATRIM',
    'Especificar otro acto de violencia económica',
    ifOther('economicActs'),
  ),
  psychologicalActs: ticks('Actos de violencia psicológica', psychologicalActs, {
    opensWhen: { question: 'violenceType', is: [1] },
  }),
  otherPsychologicalAct: detail(
    'DETALLE_OTRA_VPSI',
    'Especificar otro acto de violencia psicológica',
    ifOther('psychologicalActs'),
  ),
  physicalActs: ticks('Actos de violencia física', physicalActs, { opensWhen: { question: 'violenceType', is: [2] } }),
  otherPhysicalAct: detail('DETALLE_OTRA_VFIS', 'Especificar otro acto de violencia física', ifOther('physicalActs')),
  sexualActs: ticks('Actos de violencia sexual', sexualActs, { opensWhen: { question: 'violenceType', is: [3] } }),
  otherSexualAct: detail('DETALLE_OTRA_VSEX', 'Especificar otro acto de violencia sexual', ifOther('sexualActs')),
});

const again = ifNo('firstTime');

/** Date and hour of the last event belong to the incident. */
export const event = block('B.3', {
  violenceModality: choice('MODALIDADES_VCM', 'Otras modalidades de violencia contra las mujeres', violenceModalities, {
    ...ifNo('userSex'),
  }),
  incidentPlaceKind: choice('LUGAR_OCURRENCIA', 'Lugar de ocurrencia', incidentPlaceKinds, toConfirm),
  otherIncidentPlace: detail('ESP_OTRO_LUGAR_OCURRENCIA', 'Especificar otro lugar', ifIs('incidentPlaceKind', 11)),
  incidentSphere: choice('AMBITO_VIOLENCIA', 'Ámbito donde se produjo la violencia', incidentSpheres, toConfirm),
  publicSphereKind: choice('TIPO_AMBITO_PUBLICO', 'Tipo de ámbito público', publicSphereKinds, {
    ...ifIs('incidentSphere', 2),
    ...toConfirm,
  }),
  otherPublicSphere: detail(
    'ESP_OTRO_TIPO_AMBITO_PUBLICO',
    'Especificar otro espacio de ámbito público',
    ifIs('publicSphereKind', 11),
  ),
  firstTime: yesNo(
    'PRIMERA_VEZ_AGREDE',
    '¿Es la primera vez que la persona usuaria es agredida por la presunta persona agresora?',
    required,
  ),
  violenceYears: number('N_ANOS', 'Tiempo de la agresión: años', [0, 99], again),
  violenceMonths: number('N_MESES', 'Tiempo de la agresión: meses', [0, 11], again),
  violenceWeeks: number('N_SEMANAS', 'Tiempo de la agresión: semanas', [0, 52], again),
  violenceDays: number('N_DIAS', 'Tiempo de la agresión: días', [0, 31], again),
  frequency: choice('FRECUENCIA_AGREDE', 'Frecuencia', frequencies, again),
  earlierComplaint: yesNo('DENUNCIA_ANTERIORES_HECHOS', '¿Efectuó denuncia de los anteriores hechos de violencia?', {
    ...again,
  }),
  earlierComplaintOffice: choice(
    'DEPENDENCIA_DENUNCIA_ULTIMO_HECHO',
    'Dependencia de la última denuncia de los anteriores hechos',
    complaintOffices,
    { ...ifYes('earlierComplaint'), ...toConfirm },
  ),
});

export const condition = block('B.4', {
  aggressorStateLastTime: choice(
    'ESTADO_AGRESOR_U_A',
    'Estado de la presunta persona agresora en la última agresión',
    states,
    required,
  ),
  aggressorStateUsually: choice('ESTADO_AGRESOR_G', 'Estado de la presunta persona agresora generalmente', states, {
    ...again,
  }),
  userStateLastTime: choice('ESTADO_VICTIMA_U_A', 'Estado de la persona usuaria en la última agresión', states, {
    ...required,
  }),
  userStateUsually: choice('ESTADO_VICTIMA_G', 'Estado de la persona usuaria generalmente', states, again),
  treatments: ticks(
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
  otherTreatment: detail('ESP_OTRO_TRATAMIENTO', 'Especificar otro tratamiento', ifOther('treatments')),
  inTreatment: yesNo(
    'CONTINUA_RECIBIENDO_TRATAMIENTO',
    '¿Recibe actualmente algún tipo de tratamiento la persona usuaria?',
    required,
  ),
  treatmentKind: text('ESP_TIPO_TRATAMIENTO', 'Especificar el tratamiento', { ...ifYes('inTreatment'), max: 200 }),
});

const disappeared = ifYes('priorDisappearance');
const reported = ifYes('disappearanceReported');

export const disappearance = block('B.5', {
  priorDisappearance: yesNo(
    'ANTECEDENTE_DESAPARICION',
    '¿La persona usuaria presenta antecedentes de desaparición, cometida por la misma presunta persona agresora?',
    required,
  ),
  disappearedOn: partialDate(['DIA_DESAPARICION', 'MES_DESAPARICION', 'ANO_DESAPARICION'], 'Fecha de la desaparición', {
    ...disappeared,
  }),
  disappearanceReported: yesNo('DENUNCIA_DESAPARICION', '¿Se realizó denuncia policial por la desaparición?', {
    ...disappeared,
  }),
  disappearanceUnit: choice('UNIDAD_DENUNCIA_DESAPARICION', '¿En qué unidad de la PNP?', disappearanceUnits, {
    ...reported,
    ...toConfirm,
  }),
  disappearanceReportedOn: partialDate(
    ['DIA_DENUNCIA_DESAPARICION', 'MES_DENUNCIA_DESAPARICION', 'ANO_DENUNCIA_DESAPARICION'],
    'Fecha de la denuncia por desaparición',
    reported,
  ),
  disappearanceYears: number('DESAPARICION_ANOS', 'Tiempo que estuvo desaparecida: años', [0, 99], disappeared),
  disappearanceMonths: number('DESAPARICION_MESES', 'Tiempo que estuvo desaparecida: meses', [0, 11], disappeared),
  disappearanceWeeks: number('DESAPARICION_SEMANAS', 'Tiempo que estuvo desaparecida: semanas', [0, 52], disappeared),
  disappearanceDays: number('DESAPARICION_DIAS', 'Tiempo que estuvo desaparecida: días', [0, 31], disappeared),
  disappearanceEnd: choice('FORMA_LIBERTAD_DESAPARICION', '¿Cómo recuperó su libertad?', disappearanceEnds, {
    ...disappeared,
    ...toConfirm,
  }),
  otherDisappearanceEnd: detail(
    'ESP_FORMA_LIBERTAD_DESAPARICION',
    'Especificar cómo recuperó su libertad',
    ifIs('disappearanceEnd', 3),
  ),
  disappearanceSexualCrime: yesNo('DESAPARICION_LIBERTAD_SEXUAL', '¿Fue víctima de delito contra la Libertad Sexual?', {
    ...disappeared,
  }),
  disappearanceTrafficking: yesNo('DESAPARICION_TRATA_PERSONAS', '¿Fue víctima de delito de Trata de Personas?', {
    ...disappeared,
  }),
});
