/** Factors of Sections B.6 and B.7: official variables and labels. A ticked factor is never an FVR answer. */
import type { Tick } from '../record/index.ts';

export const aggressorRiskFactors = {
  injuriousViolence: {
    variable: 'FACTOR_AGRESOR_VFIS_CAUSA_LESION',
    label: 'Realiza actos de violencia física que puedan causar lesiones',
  },
  violenceBeforeFamily: {
    variable: 'FACTOR_AGRESOR_VFIS_PRESENCIA_HIJOS_FAMILIARES',
    label: 'Realiza actos de violencia física en presencia de hijos/as o familiares',
  },
  threatWithDangerousObject: {
    variable: 'FACTOR_AGRESOR_AMENAZA_CON_OBJETO_PELIGROSO',
    label: 'Amenaza con objetos peligrosos o con armas de cualquier tipo',
  },
  firearmAccess: { variable: 'FACTOR_AGRESOR_ACCESO_ARMA_DE_FUEGO', label: 'Posee o tiene acceso a armas de fuego' },
  deathThreat: { variable: 'FACTOR_AGRESOR_AMENAZA_DE_MUERTE', label: 'Ha realizado amenazas graves o de muerte' },
  accessToUser: { variable: 'FACTOR_AGRESOR_TIENE_ACCESO_A_VICTIMA', label: 'Tiene acceso a la persona usuaria' },
  escalation: {
    variable: 'FACTOR_AGRESOR_AUMENTA_EPISODIO_VIOLENTO',
    label: 'Aumenta frecuencia y gravedad de episodios violentos',
  },
  intentToInjure: {
    variable: 'FACTOR_AGRESOR_INTENCION_DE_CAUSAR_LESION',
    label: 'Intención de causar lesiones graves o muy graves',
  },
  femicideAttempt: {
    variable: 'FACTOR_AGRESOR_TENTATIVA_DE_FEMINICIDIO',
    label: 'Ha perpetrado tentativa de feminicidio',
  },
  partnerSexualAssault: {
    variable: 'FACTOR_AGRESOR_AGRESION_SEXUAL_DE_PAREJA',
    label: 'Ha perpetrado agresiones sexuales en la relación de pareja',
  },
  violentToFamily: {
    variable: 'FACTOR_AGRESOR_VIOLENTA_HIJOS_FAMILIARES',
    label: 'Violenta a hijos/as u otro familiar',
  },
  breachesMeasures: { variable: 'FACTOR_AGRESOR_INCUMPLE_MEDIDA_PROTECCION', label: 'Incumple medidas de protección' },
  pathologicalJealousy: {
    variable: 'FACTOR_AGRESOR_CELOS_PATOLOGICOS',
    label: 'Tiene conducta vigilante y/o celos patológicos',
  },
  violentToFormerPartner: {
    variable: 'FACTOR_AGRESOR_HISTORIAL_VIOLENCIA_PAREJA',
    label: 'Tiene historial de conductas violentas con la pareja anterior',
  },
  violentToOthers: {
    variable: 'FACTOR_AGRESOR_HISTORIAL_VIOLENCIA_OTRA_PERSONA',
    label: 'Tiene historial de conductas violentas con otras personas',
  },
  alcoholAbuse: { variable: 'FACTOR_AGRESOR_CONSUMO_ALCOHOL', label: 'Abuso en el consumo de alcohol' },
  drugUse: { variable: 'FACTOR_AGRESOR_CONSUME_DROGA', label: 'Consume drogas' },
  mentalIllness: { variable: 'FACTOR_AGRESOR_ENFERMEDAD_MENTAL', label: 'Tiene antecedentes de enfermedad mental' },
  cruelty: {
    variable: 'FACTOR_AGRESOR_CONDUCTAS_DE_CRUELDAD',
    label: 'Presenta conductas de crueldad, desprecio a la víctima y falta de arrepentimiento',
  },
  refusesSeparation: { variable: 'FACTOR_AGRESOR_NEGATIVA_A_SEPARACION', label: 'Negativa rotunda a la separación' },
  criminalRecord: {
    variable: 'FACTOR_AGRESOR_ANTECEDENTE_LEGAL',
    label: 'Tiene antecedente policial / judicial / penal',
  },
  negligentParent: { variable: 'FACTOR_AGRESOR_NEGLIGENTE', label: 'Es madre / padre negligente' },
  limitedAsCarer: {
    variable: 'FACTOR_AGRESOR_LIMITACION_FISICA',
    label: 'Presenta limitación física, intelectual o emocional, como persona cuidadora',
  },
  threatToHarmOthers: {
    variable: 'FACTOR_AGRESOR_AMENAZA_DANAR',
    label: 'Amenaza con dañar a los/as hijos/as o a alguien más',
  },
  teenageParentWithoutSupport: {
    variable: 'FACTOR_AGRESOR_SIN_RED_DE_APOYO',
    label: 'Madre / padre adolescente que no cuenta con redes de apoyo idóneas',
  },
  historyOfMistreatment: {
    variable: 'FACTOR_AGRESOR_HISTORIAL_DE_MALTRATO',
    label: 'Tiene historia personal de maltrato / abandono',
  },
  negativeAsCarer: {
    variable: 'FACTOR_AGRESOR_RESPUESTA_NEGATIVA',
    label: 'Presenta respuesta negativa como persona cuidadora',
  },
  other: { variable: 'FACTOR_AGRESOR_OTRO', label: 'Otro factor de riesgo' },
} as const satisfies Readonly<Record<string, Tick>>;

export const userRiskFactors = {
  noSupportNetwork: { variable: 'FACTOR_VICTIMA_CARENCIA_RED_FAMILIAR', label: 'Carencia de red familiar y social' },
  economicDependence: {
    variable: 'FACTOR_VICTIMA_DEPENDE_ECONOMICAMENTE_AGRESOR',
    label: 'Depende económicamente de la presunta persona agresora',
  },
  justifiesAggression: {
    variable: 'FACTOR_VICTIMA_JUSTIFICA_AGRESIONES',
    label: 'Justifica o resta importancia a las agresiones sufridas',
  },
  triedToWithdrawComplaint: {
    variable: 'FACTOR_VICTIMA_INTENTA_RETIRAR_DENUNCIA',
    label: 'Ha presentado intento de retirar denuncia',
  },
  newRelationship: {
    variable: 'FACTOR_VICTIMA_INICIA_NUEVA_RELACION',
    label: 'Ha iniciado una nueva relación de pareja',
  },
  isolation: { variable: 'FACTOR_VICTIMA_AISLAMIENTO', label: 'Presenta aislamiento' },
  vulnerability: { variable: 'FACTOR_VICTIMA_VULNERABILIDAD', label: 'Presenta vulnerabilidad' },
  disability: { variable: 'FACTOR_VICTIMA_DISCAPACIDAD', label: 'Es una persona con discapacidad' },
  emotionalDependence: {
    variable: 'FACTOR_VICTIMA_DEPENDE_EMOCIONALMENTE_AGRESOR',
    label: 'Depende emocionalmente de la presunta persona agresora',
  },
  perceivesMortalDanger: {
    variable: 'FACTOR_VICTIMA_PERCIBE_PELIGRO_DE_MUERTE',
    label: 'Tiene la percepción de peligro de muerte',
  },
  alcoholAbuse: { variable: 'FACTOR_VICTIMA_ABUSO_CONSUMO_ALCOHOL', label: 'Abuso en el consumo de alcohol' },
  drugUse: { variable: 'FACTOR_VICTIMA_CONSUME_DROGAS', label: 'Consume drogas' },
  violentFormerPartner: {
    variable: 'FACTOR_VICTIMA_HISTORIAL_VIOLENCIA_OTRA_PAREJA',
    label: 'Tiene historia de conductas violentas con su pareja anterior',
  },
  threatToHarmOthers: {
    variable: 'FACTOR_VICTIMA_AMENAZA_DANAR_HIJOS',
    label: 'Amenaza con dañar a los/as hijos/as o a alguien más',
  },
  helplessness: { variable: 'FACTOR_VICTIMA_INDEFENSION', label: 'Presenta síndrome de indefensión' },
  femicideAttempt: {
    variable: 'FACTOR_VICTIMA_TENTATIVA_DE_FEMINICIDIO',
    label: 'Ha presentado lesiones graves, tentativa de feminicidio o parricidio',
  },
  behaviouralProblems: {
    variable: 'FACTOR_VICTIMA_PROBLEMA_COMPORTAMENTAL',
    label: 'Tiene problemas comportamentales si es niña, niño o adolescente',
  },
  suicidalIdeas: {
    variable: 'FACTOR_VICTIMA_INTENTO_DE_SUICIDIO',
    label: 'Presenta fantasías, ideas, intento o amenaza de suicidio',
  },
  unsafeHome: {
    variable: 'FACTOR_VICTIMA_INSEGURIDAD_EN_VIVIENDA',
    label: 'Se evidencia inseguridad en la vivienda en la que habita la persona usuaria',
  },
  noCarerAtHome: {
    variable: 'FACTOR_VICTIMA_AUSENCIA_DE_CUIDADOR',
    label: 'Ausencia de las personas cuidadoras en la vivienda',
  },
  other: { variable: 'FACTOR_VICTIMA_OTRO', label: 'Otro factor de riesgo' },
} as const satisfies Readonly<Record<string, Tick>>;

export const userVulnerabilities = {
  lgbti: {
    variable: 'VULNERABILIDAD_VICTIMA_LGBTI',
    label: 'Vulneración por orientación sexual e identidad de género (Población LGBTI)',
  },
  hiv: {
    variable: 'VULNERABILIDAD_VICTIMA_VIH',
    label: 'Vulneración por ser persona que vive con el Virus de la Inmunodeficiencia Humana (VIH)',
  },
  pregnantFromRape: {
    variable: 'VULNERABILIDAD_VICTIMA_EMBARAZO_VIOLACION',
    label: 'Mujer en estado de gestación producto de la violación sexual',
  },
  indigenousOrAfroPeruvian: {
    variable: 'VULNERABILIDAD_VICTIMA_INDIGENA',
    label: 'Pertenencia a comunidades campesinas, nativas y pueblos indígenas u originarios o población afroperuana',
  },
  migrant: { variable: 'VULNERABILIDAD_VICTIMA_MIGRANTE', label: 'Persona migrante o refugiada' },
  chronicIllness: { variable: 'VULNERABILIDAD_VICTIMA_ENF_CRONICA', label: 'Enfermedades crónicas' },
  other: { variable: 'VULNERABILIDAD_VICTIMA_OTRO', label: 'Otra forma de vulneración' },
} as const satisfies Readonly<Record<string, Tick>>;

export const protectiveBonds = {
  family: { variable: 'VINCULO_AFECTIVO_FAMILIA', label: 'La familia' },
  friends: { variable: 'VINCULO_AFECTIVO_AMIGOS', label: 'Los/as amigos/as' },
  neighbours: { variable: 'VINCULO_AFECTIVO_VECINOS', label: 'Los/as vecinos/as' },
  associations: { variable: 'VINCULO_AFECTIVO_ASOCIACIONES', label: 'Las asociaciones a las que pertenece' },
  civicOrganisations: { variable: 'VINCULO_AFECTIVO_ORGANIZACIONES_CIVICAS', label: 'Las organizaciones cívicas' },
  colleagues: { variable: 'VINCULO_AFECTIVO_COMPAÑEROS_TRABAJO', label: 'Los/as compañeros/as de trabajo' },
  other: { variable: 'VINCULO_AFECTIVO_OTRO', label: 'Otro' },
  none: { variable: 'VINCULO_AFECTIVO_NINGUNO', label: 'Ninguno' },
} as const satisfies Readonly<Record<string, Tick>>;
