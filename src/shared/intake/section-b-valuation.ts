/** Section B, blocks B.6 to B.10: factors and valuation, complaint before the centre, close of the section. */
import {
  block,
  choice,
  detail,
  ifIs,
  ifNo,
  ifOther,
  ifYes,
  partialDate,
  required,
  text,
  ticks,
  toConfirm,
  yesNo,
} from './builders.ts';
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

export const riskFactors = block('B.6', {
  aggressorRiskFactors: ticks('Factores de riesgo de la presunta persona agresora', aggressorRiskFactors),
  otherAggressorRiskFactor: detail(
    'ESP_FACTOR_AGRESOR_OTRO',
    'Especificar otro factor de riesgo',
    ifOther('aggressorRiskFactors'),
  ),
  userRiskFactors: ticks('Factores de riesgo de la persona usuaria', userRiskFactors),
  otherUserRiskFactor: detail(
    'ESP_FACTOR_VICTIMA_OTRO',
    'Especificar otro factor de riesgo',
    ifOther('userRiskFactors'),
  ),
  userVulnerabilities: ticks('Vulnerabilidad de la persona usuaria', userVulnerabilities, {
    askedWhen: { question: 'userRiskFactors', ticked: 'vulnerability' },
  }),
});

export const protection = block('B.7', {
  protectiveBonds: ticks('Vínculos afectivos positivos', protectiveBonds, { none: 'none' }),
  otherProtectiveBond: detail(
    'ESP_VINCULO_AFECTIVO_OTRO',
    'Especificar otro vínculo afectivo',
    ifOther('protectiveBonds'),
  ),
  hasProtectionSkills: yesNo(
    'COMP_DESTR_PROT',
    '¿La persona usuaria cuenta con competencias y destrezas de protección?',
  ),
  protectionSkillsDetail: text(
    'DETALLE_COMP_DESTR_PROT',
    'Principal capacidad para reconocer, manejar o evitar el riesgo',
    { ...ifYes('hasProtectionSkills'), max: 300, lines: 2 },
  ),
  hasInstitutionalResources: yesNo('RECURSOS_INST', '¿La persona usuaria cuenta con recursos institucionales?'),
  institutionalResourcesDetail: text('DETALLE_RECURSOS_INST', 'Principal herramienta externa de tipo institucional', {
    ...ifYes('hasInstitutionalResources'),
    max: 300,
    lines: 2,
  }),
});

/**
 * The rule from probability, impact and time to the level is not known (U30): the professional chooses it. «Leve»
 * with both high asks for a reason, which is ours and has no column in the register (`variable` is empty).
 */
export const valuation = block('B.8', {
  likelihood: choice(
    'PROBABILIDAD_VIOLENCIA',
    'Probabilidad de ocurrencia de la violencia en la persona usuaria',
    likelihoods,
    toConfirm,
  ),
  impact: choice('IMPACTO_VIOLENCIA', 'Impacto del hecho de violencia en la persona usuaria', impacts, toConfirm),
  timeframe: choice(
    'TIEMPO_VIOLENCIA',
    'Tiempo de ocurrencia del hecho de violencia en la persona usuaria',
    timeframes,
    toConfirm,
  ),
  valuationLevel: choice(
    'NIVEL_DE_RIESGO_VICTIMA',
    'Valoración del nivel de riesgo que presenta la persona usuaria',
    valuationLevels,
    required,
  ),
  mildLevelReason: text('', '¿Por qué el riesgo es leve con probabilidad e impacto altos?', {
    ...required,
    askedWhen: {
      all: [
        { question: 'valuationLevel', is: [ValuationLevel.mild] },
        { question: 'likelihood', is: [Degree.high] },
        { question: 'impact', is: [Degree.high] },
      ],
    },
    max: 500,
    lines: 2,
    confirmation: 'project',
  }),
});

const filed = ifYes('complaintFiled');

export const complaint = block('B.9', {
  complaintOfficeKind: choice(
    'DONDE_INTERPUSO_DENUNCIA',
    '¿Dónde interpuso la denuncia la persona usuaria?',
    complaintOffices,
    { ...filed, ...toConfirm },
  ),
  complaintOfficeName: text('NOMBRE_DEPENDENCIA_DENUNCIA', 'Nombre de la dependencia', { ...filed, max: 120 }),
  complaintOn: partialDate(['DIA_DENUNCIA', 'MES_DENUNCIA', 'ANO_DENUNCIA'], 'Fecha de la denuncia', filed),
  wishesToComplain: yesNo('DESEA_DENUNCIAR', '¿Desea la persona usuaria formular la denuncia?', ifNo('complaintFiled')),
  noComplaintReason: text('MOTIVO_NO_DESEA_DENUNCIAR', 'Motivo por el que no desea denunciar', {
    ...ifNo('wishesToComplain'),
    max: 300,
    lines: 2,
  }),
  hasProtectionMeasures: yesNo(
    'CUENTA_MEDIDAS_PROTECCION',
    '¿La persona usuaria cuenta con las medidas de protección por el último hecho de violencia, antes de la intervención del CEM?',
    filed,
  ),
  hasPrecautionaryMeasures: yesNo(
    'CUENTA_MEDIDAS_CAUTELARES',
    '¿La persona usuaria cuenta con las medidas cautelares por el último hecho de violencia, antes de la intervención del CEM?',
    filed,
  ),
  documentsHeld: ticks(
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
  otherDocumentHeld: detail('ESP_DOCUMENTO_OTRO', 'Especificar otro documento', ifOther('documentsHeld')),
  aggressorSituation: choice(
    'SITUACION_AGRESOR',
    'Situación de la presunta persona agresora luego de ocurrido el hecho de violencia',
    aggressorSituations,
  ),
  otherAggressorSituation: detail(
    'OTRA_SITUACION_AGRESOR',
    'Especificar otra situación',
    ifIs('aggressorSituation', 6),
  ),
  wantsLegalRepresentation: yesNo(
    'DESEA_PATROCINIO_LEGAL',
    '¿La persona usuaria está interesada en recibir patrocinio legal del CEM por el último hecho de violencia?',
    required,
  ),
  noLegalRepresentationReason: text('MOTIVO_NO_PATROCINIO_LEGAL', 'Motivos', {
    ...ifNo('wantsLegalRepresentation'),
    max: 300,
    lines: 2,
  }),
});

export const closeOfB = block('B.10', {
  accompanimentReferral: choice(
    'DERIVA_SERV_ACOMPANAMIENTO',
    'Derivación al servicio de “Acompañamiento a víctimas de violencia”',
    accompanimentReferrals,
    toConfirm,
  ),
  nextServiceC: choice(
    'DERIVA_SGT_SERVICIO_SECCION_C',
    'Derivación al/a la siguiente profesional (Sección C)',
    services,
    toConfirm,
  ),
});
