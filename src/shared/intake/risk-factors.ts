/** Factors of Sections B.6 and B.7: official variables and labels. A ticked factor is never an FVR answer. */
import { ticksOf } from './builders.ts';

export const aggressorRiskFactors = ticksOf({
  injuriousViolence: [
    'FACTOR_AGRESOR_VFIS_CAUSA_LESION',
    'Realiza actos de violencia física que puedan causar lesiones',
  ],
  violenceBeforeFamily: [
    'FACTOR_AGRESOR_VFIS_PRESENCIA_HIJOS_FAMILIARES',
    'Realiza actos de violencia física en presencia de hijos/as o familiares',
  ],
  threatWithDangerousObject: [
    'FACTOR_AGRESOR_AMENAZA_CON_OBJETO_PELIGROSO',
    'Amenaza con objetos peligrosos o con armas de cualquier tipo',
  ],
  firearmAccess: ['FACTOR_AGRESOR_ACCESO_ARMA_DE_FUEGO', 'Posee o tiene acceso a armas de fuego'],
  deathThreat: ['FACTOR_AGRESOR_AMENAZA_DE_MUERTE', 'Ha realizado amenazas graves o de muerte'],
  accessToUser: ['FACTOR_AGRESOR_TIENE_ACCESO_A_VICTIMA', 'Tiene acceso a la persona usuaria'],
  escalation: ['FACTOR_AGRESOR_AUMENTA_EPISODIO_VIOLENTO', 'Aumenta frecuencia y gravedad de episodios violentos'],
  intentToInjure: ['FACTOR_AGRESOR_INTENCION_DE_CAUSAR_LESION', 'Intención de causar lesiones graves o muy graves'],
  femicideAttempt: ['FACTOR_AGRESOR_TENTATIVA_DE_FEMINICIDIO', 'Ha perpetrado tentativa de feminicidio'],
  partnerSexualAssault: [
    'FACTOR_AGRESOR_AGRESION_SEXUAL_DE_PAREJA',
    'Ha perpetrado agresiones sexuales en la relación de pareja',
  ],
  violentToFamily: ['FACTOR_AGRESOR_VIOLENTA_HIJOS_FAMILIARES', 'Violenta a hijos/as u otro familiar'],
  breachesMeasures: ['FACTOR_AGRESOR_INCUMPLE_MEDIDA_PROTECCION', 'Incumple medidas de protección'],
  pathologicalJealousy: ['FACTOR_AGRESOR_CELOS_PATOLOGICOS', 'Tiene conducta vigilante y/o celos patológicos'],
  violentToFormerPartner: [
    'FACTOR_AGRESOR_HISTORIAL_VIOLENCIA_PAREJA',
    'Tiene historial de conductas violentas con la pareja anterior',
  ],
  violentToOthers: [
    'FACTOR_AGRESOR_HISTORIAL_VIOLENCIA_OTRA_PERSONA',
    'Tiene historial de conductas violentas con otras personas',
  ],
  alcoholAbuse: ['FACTOR_AGRESOR_CONSUMO_ALCOHOL', 'Abuso en el consumo de alcohol'],
  drugUse: ['FACTOR_AGRESOR_CONSUME_DROGA', 'Consume drogas'],
  mentalIllness: ['FACTOR_AGRESOR_ENFERMEDAD_MENTAL', 'Tiene antecedentes de enfermedad mental'],
  cruelty: [
    'FACTOR_AGRESOR_CONDUCTAS_DE_CRUELDAD',
    'Presenta conductas de crueldad, desprecio a la víctima y falta de arrepentimiento',
  ],
  refusesSeparation: ['FACTOR_AGRESOR_NEGATIVA_A_SEPARACION', 'Negativa rotunda a la separación'],
  criminalRecord: ['FACTOR_AGRESOR_ANTECEDENTE_LEGAL', 'Tiene antecedente policial / judicial / penal'],
  negligentParent: ['FACTOR_AGRESOR_NEGLIGENTE', 'Es madre / padre negligente'],
  limitedAsCarer: [
    'FACTOR_AGRESOR_LIMITACION_FISICA',
    'Presenta limitación física, intelectual o emocional, como persona cuidadora',
  ],
  threatToHarmOthers: ['FACTOR_AGRESOR_AMENAZA_DANAR', 'Amenaza con dañar a los/as hijos/as o a alguien más'],
  teenageParentWithoutSupport: [
    'FACTOR_AGRESOR_SIN_RED_DE_APOYO',
    'Madre / padre adolescente que no cuenta con redes de apoyo idóneas',
  ],
  historyOfMistreatment: ['FACTOR_AGRESOR_HISTORIAL_DE_MALTRATO', 'Tiene historia personal de maltrato / abandono'],
  negativeAsCarer: ['FACTOR_AGRESOR_RESPUESTA_NEGATIVA', 'Presenta respuesta negativa como persona cuidadora'],
  other: ['FACTOR_AGRESOR_OTRO', 'Otro factor de riesgo'],
});

export const userRiskFactors = ticksOf({
  noSupportNetwork: ['FACTOR_VICTIMA_CARENCIA_RED_FAMILIAR', 'Carencia de red familiar y social'],
  economicDependence: [
    'FACTOR_VICTIMA_DEPENDE_ECONOMICAMENTE_AGRESOR',
    'Depende económicamente de la presunta persona agresora',
  ],
  justifiesAggression: [
    'FACTOR_VICTIMA_JUSTIFICA_AGRESIONES',
    'Justifica o resta importancia a las agresiones sufridas',
  ],
  triedToWithdrawComplaint: ['FACTOR_VICTIMA_INTENTA_RETIRAR_DENUNCIA', 'Ha presentado intento de retirar denuncia'],
  newRelationship: ['FACTOR_VICTIMA_INICIA_NUEVA_RELACION', 'Ha iniciado una nueva relación de pareja'],
  isolation: ['FACTOR_VICTIMA_AISLAMIENTO', 'Presenta aislamiento'],
  vulnerability: ['FACTOR_VICTIMA_VULNERABILIDAD', 'Presenta vulnerabilidad'],
  disability: ['FACTOR_VICTIMA_DISCAPACIDAD', 'Es una persona con discapacidad'],
  emotionalDependence: [
    'FACTOR_VICTIMA_DEPENDE_EMOCIONALMENTE_AGRESOR',
    'Depende emocionalmente de la presunta persona agresora',
  ],
  perceivesMortalDanger: ['FACTOR_VICTIMA_PERCIBE_PELIGRO_DE_MUERTE', 'Tiene la percepción de peligro de muerte'],
  alcoholAbuse: ['FACTOR_VICTIMA_ABUSO_CONSUMO_ALCOHOL', 'Abuso en el consumo de alcohol'],
  drugUse: ['FACTOR_VICTIMA_CONSUME_DROGAS', 'Consume drogas'],
  violentFormerPartner: [
    'FACTOR_VICTIMA_HISTORIAL_VIOLENCIA_OTRA_PAREJA',
    'Tiene historia de conductas violentas con su pareja anterior',
  ],
  threatToHarmOthers: ['FACTOR_VICTIMA_AMENAZA_DANAR_HIJOS', 'Amenaza con dañar a los/as hijos/as o a alguien más'],
  helplessness: ['FACTOR_VICTIMA_INDEFENSION', 'Presenta síndrome de indefensión'],
  femicideAttempt: [
    'FACTOR_VICTIMA_TENTATIVA_DE_FEMINICIDIO',
    'Ha presentado lesiones graves, tentativa de feminicidio o parricidio',
  ],
  behaviouralProblems: [
    'FACTOR_VICTIMA_PROBLEMA_COMPORTAMENTAL',
    'Tiene problemas comportamentales si es niña, niño o adolescente',
  ],
  suicidalIdeas: ['FACTOR_VICTIMA_INTENTO_DE_SUICIDIO', 'Presenta fantasías, ideas, intento o amenaza de suicidio'],
  unsafeHome: [
    'FACTOR_VICTIMA_INSEGURIDAD_EN_VIVIENDA',
    'Se evidencia inseguridad en la vivienda en la que habita la persona usuaria',
  ],
  noCarerAtHome: ['FACTOR_VICTIMA_AUSENCIA_DE_CUIDADOR', 'Ausencia de las personas cuidadoras en la vivienda'],
  other: ['FACTOR_VICTIMA_OTRO', 'Otro factor de riesgo'],
});

export const userVulnerabilities = ticksOf({
  lgbti: ['VULNERABILIDAD_VICTIMA_LGBTI', 'Vulneración por orientación sexual e identidad de género (Población LGBTI)'],
  hiv: [
    'VULNERABILIDAD_VICTIMA_VIH',
    'Vulneración por ser persona que vive con el Virus de la Inmunodeficiencia Humana (VIH)',
  ],
  pregnantFromRape: [
    'VULNERABILIDAD_VICTIMA_EMBARAZO_VIOLACION',
    'Mujer en estado de gestación producto de la violación sexual',
  ],
  indigenousOrAfroPeruvian: [
    'VULNERABILIDAD_VICTIMA_INDIGENA',
    'Pertenencia a comunidades campesinas, nativas y pueblos indígenas u originarios o población afroperuana',
  ],
  migrant: ['VULNERABILIDAD_VICTIMA_MIGRANTE', 'Persona migrante o refugiada'],
  chronicIllness: ['VULNERABILIDAD_VICTIMA_ENF_CRONICA', 'Enfermedades crónicas'],
  other: ['VULNERABILIDAD_VICTIMA_OTRO', 'Otra forma de vulneración'],
});

export const protectiveBonds = ticksOf({
  family: ['VINCULO_AFECTIVO_FAMILIA', 'La familia'],
  friends: ['VINCULO_AFECTIVO_AMIGOS', 'Los/as amigos/as'],
  neighbours: ['VINCULO_AFECTIVO_VECINOS', 'Los/as vecinos/as'],
  associations: ['VINCULO_AFECTIVO_ASOCIACIONES', 'Las asociaciones a las que pertenece'],
  civicOrganisations: ['VINCULO_AFECTIVO_ORGANIZACIONES_CIVICAS', 'Las organizaciones cívicas'],
  colleagues: ['VINCULO_AFECTIVO_COMPAÑEROS_TRABAJO', 'Los/as compañeros/as de trabajo'],
  other: ['VINCULO_AFECTIVO_OTRO', 'Otro'],
  none: ['VINCULO_AFECTIVO_NINGUNO', 'Ninguno'],
});
