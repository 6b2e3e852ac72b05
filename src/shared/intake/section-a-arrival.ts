/** Section A, blocks A.1 to A.3: antecedents in the CEM network, informant, channel. Filled by admission. */
import {
  block,
  choice,
  detail,
  fichaLetter,
  fichaNumber,
  fichaYear,
  ifIs,
  ifNo,
  ifYes,
  number,
  place,
  required,
  text,
  toConfirm,
  yesNo,
} from './builders.ts';
import { areas, awarenessSources, comesAloneOptions, intakeChannels, sexes } from './codes.ts';
import { IntakeChannel } from './named-codes.ts';

const whenUser = ifYes('knownAsUser');
const whenAggressor = ifYes('knownAsAggressor');
const whenTransferred = ifYes('transferredToCentre');

/** Whether A.1.2 asks about the aggressor or about the user is to confirm (U11). */
export const antecedents = {
  ...block('A.1.1', {
    knownAsUser: yesNo('CEM_USUARIA', '¿La persona está registrada como usuaria en algún CEM?', {
      hint: 'Al validar, la condición del caso se decide también con esta respuesta.',
    }),
    knownAsUserCentre: text('NOMBRE_CEM_USUARIA', 'Nombre del CEM', whenUser),
    knownAsUserFichaNumber: fichaNumber('N_FICHA_N_CEM_USUARIA', whenUser),
    knownAsUserFichaLetter: fichaLetter('N_FICHA_A_CEM_USUARIA', whenUser),
    knownAsUserFichaYear: fichaYear('ANO_FICHA_CEM_USUARIA', whenUser),
  }),
  ...block('A.1.2', {
    knownAsAggressor: yesNo('CEM_AGRESOR', '¿La persona está registrada como presunta agresora en algún CEM?', {
      ...toConfirm,
      hint: 'Responda sobre la presunta persona agresora de este caso.',
    }),
    knownAsAggressorCentre: text('NOMBRE_CEM_AGRESOR', 'Nombre del CEM', whenAggressor),
    knownAsAggressorFichaNumber: fichaNumber('N_FICHA_N_CEM_AGRESOR', whenAggressor),
    knownAsAggressorFichaLetter: fichaLetter('N_FICHA_A_CEM_AGRESOR', whenAggressor),
    knownAsAggressorFichaYear: fichaYear('ANO_FICHA_CEM_AGRESOR', whenAggressor),
  }),
  ...block('A.1.3', {
    incidentDistrict: place(
      ['DPTO_OCURRENCIA', 'PROV_OCURRENCIA', 'DIST_OCURRENCIA'],
      'Distrito de ocurrencia del hecho',
    ),
    incidentSettlement: text('CCPP_OCURRENCIA', 'Centro poblado de ocurrencia del hecho'),
  }),
  ...block('A.1.4', {
    transferredToCentre: yesNo('CEM_DERIVADO', '¿El caso es derivado a otro CEM?'),
    transferredToCentreName: text('NOMBRE_CEM_DERIVADO', 'CEM receptor', whenTransferred),
    transferredFichaNumber: fichaNumber('N_FICHA_N_CEM_DERIVADO', whenTransferred),
    transferredFichaLetter: fichaLetter('N_FICHA_A_CEM_DERIVADO', whenTransferred),
    transferredFichaYear: fichaYear('ANO_FICHA_CEM_DERIVADO', whenTransferred),
  }),
} as const;

const whenOther = ifNo('informantIsUser');

export const informant = {
  ...block('A.2.1', {
    comesAlone: choice(
      'ACUDE_SOLA',
      'La persona usuaria en el momento de la apertura de la ficha ¿Acude sola al CEM?',
      comesAloneOptions,
      required,
    ),
  }),
  ...block('A.2.2', {
    informantIsUser: yesNo('INFORMANTE', '¿La persona informante es la misma persona usuaria?', required),
    informantSex: choice('INFORMANTE_SEXO', 'Sexo de la persona informante', sexes, whenOther),
    informantAge: number('INFORMANTE_EDAD', 'Edad de la persona informante', [0, 120], { ...whenOther, unit: 'años' }),
    informantBond: text('INFORMANTE_VINCULO', 'Vínculo con la persona usuaria', whenOther),
    informantArea: choice('INFORMANTE_AREA_RESIDENCIA', 'Área de residencia de la persona informante', areas, {
      ...whenOther,
      ...toConfirm,
    }),
  }),
} as const;

const from = (channel: number) => ifIs('intakeChannel', channel);

const notification = from(IntakeChannel.notificationFicha);
const line100 = from(IntakeChannel.line100);
const chat100 = from(IntakeChannel.chat100);
const urgentCare = from(IntakeChannel.urgentCare);
const aggressorCentre = from(IntakeChannel.aggressorCentre);
const ruralCare = from(IntakeChannel.ruralCare);
const shelter = from(IntakeChannel.shelter);
const anotherCentre = from(IntakeChannel.anotherCentre);
const mobileTeam = from(IntakeChannel.mobileUrgentTeam);

export const channel = block('A.3', {
  intakeChannel: choice('FORMA_INGRESO', 'Formas de ingreso al servicio', intakeChannels, required),
  notificationFichaNumber: fichaNumber('N_FICHA_NOTIFICACION', notification),
  notificationFichaYear: fichaYear('ANO_FICHA_NOTIFICACION', notification),
  line100FichaNumber: fichaNumber('N_FICHA_LINEA100', line100),
  line100FichaYear: fichaYear('ANO_FICHA_LINEA100', line100),
  chat100FichaNumber: fichaNumber('N_FICHA_CHAT100', chat100),
  chat100FichaYear: fichaYear('ANO_FICHA_CHAT100', chat100),
  urgentCareSite: text('SEDE_SAU', 'Sede del SAU', urgentCare),
  urgentCareFichaNumber: fichaNumber('N_FICHA_N_SAU', urgentCare),
  urgentCareFichaLetter: fichaLetter('N_FICHA_A_SAU', urgentCare),
  urgentCareFichaYear: fichaYear('ANO_FICHA_SAU', urgentCare),
  aggressorCentreName: text('NOMBRE_CAI', 'Nombre del CAI', aggressorCentre),
  aggressorCentreFichaNumber: fichaNumber('N_FICHA_CAI', aggressorCentre),
  aggressorCentreFichaYear: fichaYear('ANO_FICHA_CAI', aggressorCentre),
  ruralCareName: text('NOMBRE_SAR', 'Nombre del SAR', ruralCare),
  ruralCareFichaNumber: fichaNumber('N_FICHA_N_SAR', ruralCare),
  ruralCareFichaLetter: fichaLetter('N_FICHA_A_SAR', ruralCare),
  ruralCareFichaYear: fichaYear('ANO_FICHA_SAR', ruralCare),
  shelterName: text('NOMBRE_HRT', 'Nombre del HRT', { ...shelter, hint: 'Dato reservado. No escriba la dirección.' }),
  shelterFichaNumber: fichaNumber('N_FICHA_HRT', shelter),
  shelterFichaYear: fichaYear('ANO_FICHA_HRT', shelter),
  sendingCentre: text('NOMBRE_CEM_INGRESO', 'Nombre del CEM', anotherCentre),
  sendingCentreFichaNumber: fichaNumber('N_FICHA_N_CEM_INGRESO', anotherCentre),
  sendingCentreFichaLetter: fichaLetter('N_FICHA_A_CEM_INGRESO', anotherCentre),
  sendingCentreFichaYear: fichaYear('ANO_FICHA_CEM_INGRESO', anotherCentre),
  mobileTeamRegion: text('REGION_EIU_INGRESO', 'Región del EIU', mobileTeam),
  mobileTeamFichaNumber: fichaNumber('N_FICHA_EIU_INGRESO', mobileTeam),
  complaintFiled: yesNo(
    'INTERPUSO_DENUNCIA',
    '¿Se ha interpuesto denuncia por el último hecho de violencia, antes de la intervención del CEM?',
    required,
  ),
  awarenessSource: choice('MEDIO', 'Medio por el cual se toma conocimiento del servicio', awarenessSources, toConfirm),
  awarenessCentre: detail('MEDIO_OTRO_CEM', 'Especificar otro CEM', ifIs('awarenessSource', 8)),
  awarenessInstitution: detail('ESP_OTRA_INSTITUCION', 'Especificar otra institución', ifIs('awarenessSource', 12)),
  awarenessOther: detail('ESP_OTRO_MEDIO', 'Especificar otro medio', ifIs('awarenessSource', 27)),
});
