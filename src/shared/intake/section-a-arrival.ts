/** Section A, blocks A.1 to A.3: antecedents in the CEM network, informant, channel. Filled by admission. */
import { choice, detail, fichaLetter, fichaNumber, fichaYear, number, place, text, yesNo } from './builders.ts';
import { areas, awarenessSources, comesAloneOptions, intakeChannels, sexes } from './codes.ts';
import { IntakeChannel } from './named-codes.ts';

const whenUser = { question: 'knownAsUser', is: [1] } as const;
const whenAggressor = { question: 'knownAsAggressor', is: [1] } as const;
const whenTransferred = { question: 'transferredToCentre', is: [1] } as const;

/** Whether A.1.2 asks about the aggressor or about the user is to confirm (U11). */
export const antecedents = {
  knownAsUser: yesNo('A.1.1', 'CEM_USUARIA', '¿La persona está registrada como usuaria en algún CEM?', {
    hint: 'Al validar, la condición del caso se decide también con esta respuesta.',
  }),
  knownAsUserCentre: text('A.1.1', 'NOMBRE_CEM_USUARIA', 'Nombre del CEM', { askedWhen: whenUser }),
  knownAsUserFichaNumber: fichaNumber('A.1.1', 'N_FICHA_N_CEM_USUARIA', whenUser),
  knownAsUserFichaLetter: fichaLetter('A.1.1', 'N_FICHA_A_CEM_USUARIA', whenUser),
  knownAsUserFichaYear: fichaYear('A.1.1', 'ANO_FICHA_CEM_USUARIA', whenUser),
  knownAsAggressor: yesNo('A.1.2', 'CEM_AGRESOR', '¿La persona está registrada como presunta agresora en algún CEM?', {
    confirmation: 'toConfirm',
    hint: 'Responda sobre la presunta persona agresora de este caso.',
  }),
  knownAsAggressorCentre: text('A.1.2', 'NOMBRE_CEM_AGRESOR', 'Nombre del CEM', { askedWhen: whenAggressor }),
  knownAsAggressorFichaNumber: fichaNumber('A.1.2', 'N_FICHA_N_CEM_AGRESOR', whenAggressor),
  knownAsAggressorFichaLetter: fichaLetter('A.1.2', 'N_FICHA_A_CEM_AGRESOR', whenAggressor),
  knownAsAggressorFichaYear: fichaYear('A.1.2', 'ANO_FICHA_CEM_AGRESOR', whenAggressor),
  incidentDistrict: place(
    'A.1.3',
    ['DPTO_OCURRENCIA', 'PROV_OCURRENCIA', 'DIST_OCURRENCIA'],
    'Distrito de ocurrencia del hecho',
  ),
  incidentSettlement: text('A.1.3', 'CCPP_OCURRENCIA', 'Centro poblado de ocurrencia del hecho'),
  transferredToCentre: yesNo('A.1.4', 'CEM_DERIVADO', '¿El caso es derivado a otro CEM?'),
  transferredToCentreName: text('A.1.4', 'NOMBRE_CEM_DERIVADO', 'CEM receptor', { askedWhen: whenTransferred }),
  transferredFichaNumber: fichaNumber('A.1.4', 'N_FICHA_N_CEM_DERIVADO', whenTransferred),
  transferredFichaLetter: fichaLetter('A.1.4', 'N_FICHA_A_CEM_DERIVADO', whenTransferred),
  transferredFichaYear: fichaYear('A.1.4', 'ANO_FICHA_CEM_DERIVADO', whenTransferred),
} as const;

const whenOther = { question: 'informantIsUser', is: [0] } as const;

export const informant = {
  comesAlone: choice(
    'A.2.1',
    'ACUDE_SOLA',
    'La persona usuaria en el momento de la apertura de la ficha ¿Acude sola al CEM?',
    { options: comesAloneOptions, required: true },
  ),
  informantIsUser: yesNo('A.2.2', 'INFORMANTE', '¿La persona informante es la misma persona usuaria?', {
    required: true,
  }),
  informantSex: choice('A.2.2', 'INFORMANTE_SEXO', 'Sexo de la persona informante', {
    options: sexes,
    askedWhen: whenOther,
  }),
  informantAge: number('A.2.2', 'INFORMANTE_EDAD', 'Edad de la persona informante', {
    min: 0,
    max: 120,
    unit: 'años',
    askedWhen: whenOther,
  }),
  informantBond: text('A.2.2', 'INFORMANTE_VINCULO', 'Vínculo con la persona usuaria', { askedWhen: whenOther }),
  informantArea: choice('A.2.2', 'INFORMANTE_AREA_RESIDENCIA', 'Área de residencia de la persona informante', {
    options: areas,
    askedWhen: whenOther,
    confirmation: 'toConfirm',
  }),
} as const;

const from = (channel: number) => ({ question: 'intakeChannel', is: [channel] }) as const;

const notification = from(IntakeChannel.notificationFicha);
const line100 = from(IntakeChannel.line100);
const chat100 = from(IntakeChannel.chat100);
const urgentCare = from(IntakeChannel.urgentCare);
const aggressorCentre = from(IntakeChannel.aggressorCentre);
const ruralCare = from(IntakeChannel.ruralCare);
const shelter = from(IntakeChannel.shelter);
const anotherCentre = from(IntakeChannel.anotherCentre);
const mobileTeam = from(IntakeChannel.mobileUrgentTeam);

export const channel = {
  intakeChannel: choice('A.3', 'FORMA_INGRESO', 'Formas de ingreso al servicio', {
    options: intakeChannels,
    required: true,
  }),
  notificationFichaNumber: fichaNumber('A.3', 'N_FICHA_NOTIFICACION', notification),
  notificationFichaYear: fichaYear('A.3', 'ANO_FICHA_NOTIFICACION', notification),
  line100FichaNumber: fichaNumber('A.3', 'N_FICHA_LINEA100', line100),
  line100FichaYear: fichaYear('A.3', 'ANO_FICHA_LINEA100', line100),
  chat100FichaNumber: fichaNumber('A.3', 'N_FICHA_CHAT100', chat100),
  chat100FichaYear: fichaYear('A.3', 'ANO_FICHA_CHAT100', chat100),
  urgentCareSite: text('A.3', 'SEDE_SAU', 'Sede del SAU', { askedWhen: urgentCare }),
  urgentCareFichaNumber: fichaNumber('A.3', 'N_FICHA_N_SAU', urgentCare),
  urgentCareFichaLetter: fichaLetter('A.3', 'N_FICHA_A_SAU', urgentCare),
  urgentCareFichaYear: fichaYear('A.3', 'ANO_FICHA_SAU', urgentCare),
  aggressorCentreName: text('A.3', 'NOMBRE_CAI', 'Nombre del CAI', { askedWhen: aggressorCentre }),
  aggressorCentreFichaNumber: fichaNumber('A.3', 'N_FICHA_CAI', aggressorCentre),
  aggressorCentreFichaYear: fichaYear('A.3', 'ANO_FICHA_CAI', aggressorCentre),
  ruralCareName: text('A.3', 'NOMBRE_SAR', 'Nombre del SAR', { askedWhen: ruralCare }),
  ruralCareFichaNumber: fichaNumber('A.3', 'N_FICHA_N_SAR', ruralCare),
  ruralCareFichaLetter: fichaLetter('A.3', 'N_FICHA_A_SAR', ruralCare),
  ruralCareFichaYear: fichaYear('A.3', 'ANO_FICHA_SAR', ruralCare),
  shelterName: text('A.3', 'NOMBRE_HRT', 'Nombre del HRT', {
    askedWhen: shelter,
    hint: 'Dato reservado. No escriba la dirección.',
  }),
  shelterFichaNumber: fichaNumber('A.3', 'N_FICHA_HRT', shelter),
  shelterFichaYear: fichaYear('A.3', 'ANO_FICHA_HRT', shelter),
  sendingCentre: text('A.3', 'NOMBRE_CEM_INGRESO', 'Nombre del CEM', { askedWhen: anotherCentre }),
  sendingCentreFichaNumber: fichaNumber('A.3', 'N_FICHA_N_CEM_INGRESO', anotherCentre),
  sendingCentreFichaLetter: fichaLetter('A.3', 'N_FICHA_A_CEM_INGRESO', anotherCentre),
  sendingCentreFichaYear: fichaYear('A.3', 'ANO_FICHA_CEM_INGRESO', anotherCentre),
  mobileTeamRegion: text('A.3', 'REGION_EIU_INGRESO', 'Región del EIU', { askedWhen: mobileTeam }),
  mobileTeamFichaNumber: fichaNumber('A.3', 'N_FICHA_EIU_INGRESO', mobileTeam),
  complaintFiled: yesNo(
    'A.3',
    'INTERPUSO_DENUNCIA',
    '¿Se ha interpuesto denuncia por el último hecho de violencia, antes de la intervención del CEM?',
    { required: true },
  ),
  awarenessSource: choice('A.3', 'MEDIO', 'Medio por el cual se toma conocimiento del servicio', {
    options: awarenessSources,
    confirmation: 'toConfirm',
  }),
  awarenessCentre: detail('A.3', 'MEDIO_OTRO_CEM', 'Especificar otro CEM', { question: 'awarenessSource', is: [8] }),
  awarenessInstitution: detail('A.3', 'ESP_OTRA_INSTITUCION', 'Especificar otra institución', {
    question: 'awarenessSource',
    is: [12],
  }),
  awarenessOther: detail('A.3', 'ESP_OTRO_MEDIO', 'Especificar otro medio', { question: 'awarenessSource', is: [27] }),
} as const;
