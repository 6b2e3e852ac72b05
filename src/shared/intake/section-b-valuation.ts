/** Section B, blocks B.6 to B.10: factors and valuation, complaint before the centre, close of the section. */
import { choice, detail, partialDate, text, ticks, yesNo } from './builders.ts';
import {
  accompanimentReferrals,
  aggressorSituations,
  complaintOffices,
  impacts,
  likelihoods,
  services,
  timeframes,
  valuationLevels,
} from './codes.ts';
import { Degree, ValuationLevel } from './named-codes.ts';
import { aggressorRiskFactors, protectiveBonds, userRiskFactors, userVulnerabilities } from './risk-factors.ts';

const isYes = (question: string) => ({ question, is: [1] }) as const;
const isNo = (question: string) => ({ question, is: [0] }) as const;
const toConfirm = 'toConfirm' as const;

export const riskFactors = {
  aggressorRiskFactors: ticks('B.6', 'Factores de riesgo de la presunta persona agresora', aggressorRiskFactors),
  otherAggressorRiskFactor: detail('B.6', 'ESP_FACTOR_AGRESOR_OTRO', 'Especificar otro factor de riesgo', {
    question: 'aggressorRiskFactors',
    ticked: 'other',
  }),
  userRiskFactors: ticks('B.6', 'Factores de riesgo de la persona usuaria', userRiskFactors),
  otherUserRiskFactor: detail('B.6', 'ESP_FACTOR_VICTIMA_OTRO', 'Especificar otro factor de riesgo', {
    question: 'userRiskFactors',
    ticked: 'other',
  }),
  userVulnerabilities: ticks('B.6', 'Vulnerabilidad de la persona usuaria', userVulnerabilities, {
    askedWhen: { question: 'userRiskFactors', ticked: 'vulnerability' },
  }),
} as const;

export const protection = {
  protectiveBonds: ticks('B.7', 'Vínculos afectivos positivos', protectiveBonds, { none: 'none' }),
  otherProtectiveBond: detail('B.7', 'ESP_VINCULO_AFECTIVO_OTRO', 'Especificar otro vínculo afectivo', {
    question: 'protectiveBonds',
    ticked: 'other',
  }),
  hasProtectionSkills: yesNo(
    'B.7',
    'COMP_DESTR_PROT',
    '¿La persona usuaria cuenta con competencias y destrezas de protección?',
  ),
  protectionSkillsDetail: text(
    'B.7',
    'DETALLE_COMP_DESTR_PROT',
    'Principal capacidad para reconocer, manejar o evitar el riesgo',
    { askedWhen: isYes('hasProtectionSkills'), max: 300, lines: 2 },
  ),
  hasInstitutionalResources: yesNo('B.7', 'RECURSOS_INST', '¿La persona usuaria cuenta con recursos institucionales?'),
  institutionalResourcesDetail: text(
    'B.7',
    'DETALLE_RECURSOS_INST',
    'Principal herramienta externa de tipo institucional',
    { askedWhen: isYes('hasInstitutionalResources'), max: 300, lines: 2 },
  ),
} as const;

/**
 * The rule from probability, impact and time to the level is not known (U30): the professional chooses it. «Leve»
 * with both high asks for a reason, which is ours and has no column in the register (`variable` is empty).
 */
export const valuation = {
  likelihood: choice(
    'B.8',
    'PROBABILIDAD_VIOLENCIA',
    'Probabilidad de ocurrencia de la violencia en la persona usuaria',
    { options: likelihoods, confirmation: toConfirm },
  ),
  impact: choice('B.8', 'IMPACTO_VIOLENCIA', 'Impacto del hecho de violencia en la persona usuaria', {
    options: impacts,
    confirmation: toConfirm,
  }),
  timeframe: choice('B.8', 'TIEMPO_VIOLENCIA', 'Tiempo de ocurrencia del hecho de violencia en la persona usuaria', {
    options: timeframes,
    confirmation: toConfirm,
  }),
  valuationLevel: choice(
    'B.8',
    'NIVEL_DE_RIESGO_VICTIMA',
    'Valoración del nivel de riesgo que presenta la persona usuaria',
    { options: valuationLevels, required: true },
  ),
  mildLevelReason: text('B.8', '', '¿Por qué el riesgo es leve con probabilidad e impacto altos?', {
    required: true,
    max: 500,
    lines: 2,
    confirmation: 'project',
    askedWhen: {
      all: [
        { question: 'valuationLevel', is: [ValuationLevel.mild] },
        { question: 'likelihood', is: [Degree.high] },
        { question: 'impact', is: [Degree.high] },
      ],
    },
  }),
} as const;

const filed = isYes('complaintFiled');

export const complaint = {
  complaintOfficeKind: choice('B.9', 'DONDE_INTERPUSO_DENUNCIA', '¿Dónde interpuso la denuncia la persona usuaria?', {
    options: complaintOffices,
    askedWhen: filed,
    confirmation: toConfirm,
  }),
  complaintOfficeName: text('B.9', 'NOMBRE_DEPENDENCIA_DENUNCIA', 'Nombre de la dependencia', {
    askedWhen: filed,
    max: 120,
  }),
  complaintOn: partialDate('B.9', ['DIA_DENUNCIA', 'MES_DENUNCIA', 'ANO_DENUNCIA'], 'Fecha de la denuncia', {
    askedWhen: filed,
  }),
  wishesToComplain: yesNo('B.9', 'DESEA_DENUNCIAR', '¿Desea la persona usuaria formular la denuncia?', {
    askedWhen: isNo('complaintFiled'),
  }),
  noComplaintReason: text('B.9', 'MOTIVO_NO_DESEA_DENUNCIAR', 'Motivo por el que no desea denunciar', {
    askedWhen: isNo('wishesToComplain'),
    max: 300,
    lines: 2,
  }),
  hasProtectionMeasures: yesNo(
    'B.9',
    'CUENTA_MEDIDAS_PROTECCION',
    '¿La persona usuaria cuenta con las medidas de protección por el último hecho de violencia, antes de la intervención del CEM?',
    { askedWhen: filed },
  ),
  hasPrecautionaryMeasures: yesNo(
    'B.9',
    'CUENTA_MEDIDAS_CAUTELARES',
    '¿La persona usuaria cuenta con las medidas cautelares por el último hecho de violencia, antes de la intervención del CEM?',
    { askedWhen: filed },
  ),
  documentsHeld: ticks(
    'B.9',
    'Documentos con que cuenta',
    {
      forensicExamination: { variable: 'DOCUMENTO_MEDICO_LEGAL', label: 'Reconocimiento médico legal' },
      psychologicalReport: { variable: 'DOCUMENTO_INF_PSI', label: 'Informe psicológico' },
      leftHomeRecord: { variable: 'DOCUMENTO_RETIRO_HOGAR', label: 'Constancia de retiro del hogar' },
      guarantees: { variable: 'DOCUMENTO_GARANTIAS', label: 'Garantías' },
      psychologicalExpertise: { variable: 'DOCUMENTO_PERICIA_PSI', label: 'Pericia Psicológica/Cámara Gesell' },
      socialReport: { variable: 'DOCUMENTO_INF_SOC', label: 'Informe social' },
      policeInspection: { variable: 'DOCUMENTO_INSP_POLICIAL', label: 'Inspección policial' },
      other: { variable: 'DOCUMENTO_OTRO', label: 'Otro' },
      none: { variable: 'DOCUMENTO_NINGUNO', label: 'Ninguno' },
    },
    { none: 'none' },
  ),
  otherDocumentHeld: detail('B.9', 'ESP_DOCUMENTO_OTRO', 'Especificar otro documento', {
    question: 'documentsHeld',
    ticked: 'other',
  }),
  aggressorSituation: choice(
    'B.9',
    'SITUACION_AGRESOR',
    'Situación de la presunta persona agresora luego de ocurrido el hecho de violencia',
    { options: aggressorSituations },
  ),
  otherAggressorSituation: detail('B.9', 'OTRA_SITUACION_AGRESOR', 'Especificar otra situación', {
    question: 'aggressorSituation',
    is: [6],
  }),
  wantsLegalRepresentation: yesNo(
    'B.9',
    'DESEA_PATROCINIO_LEGAL',
    '¿La persona usuaria está interesada en recibir patrocinio legal del CEM por el último hecho de violencia?',
    { required: true },
  ),
  noLegalRepresentationReason: text('B.9', 'MOTIVO_NO_PATROCINIO_LEGAL', 'Motivos', {
    askedWhen: isNo('wantsLegalRepresentation'),
    max: 300,
    lines: 2,
  }),
} as const;

export const closeOfB = {
  accompanimentReferral: choice(
    'B.10',
    'DERIVA_SERV_ACOMPANAMIENTO',
    'Derivación al servicio de “Acompañamiento a víctimas de violencia”',
    { options: accompanimentReferrals, confirmation: toConfirm },
  ),
  nextServiceC: choice(
    'B.10',
    'DERIVA_SGT_SERVICIO_SECCION_C',
    'Derivación al/a la siguiente profesional (Sección C)',
    { options: services, confirmation: toConfirm },
  ),
} as const;
