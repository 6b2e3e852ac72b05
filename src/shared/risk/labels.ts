/** Words of the risk domain (es-PE). */
import { partnerRisk2019, type PartnerRiskLevel } from './partner-2019.ts';

export const partnerRiskLevelLabels = Object.fromEntries(
  partnerRisk2019.levels.map((row) => [row.level, row.label]),
) as Readonly<Record<PartnerRiskLevel, string>>;

/** Words for the reasons this domain's failures carry. */
export const riskReasons = {
  incomplete: 'La ficha está incompleta: todavía no tiene nivel. Termine de preguntar y vuelva a firmar.',
  'not-partner': 'La ficha es solo para violencia de pareja o expareja. Use la valoración de la Sección B.',
  'under-age': 'La persona usuaria es menor que la edad de esta ficha. Use la valoración de la Sección B.',
  'not-woman': 'La ficha es para mujeres y adolescentes mujeres. Use la valoración de la Sección B.',
  'eligibility-unknown': 'Complete vínculo, edad y sexo en la Sección A antes de aplicar la ficha.',
  'consent-needed': 'Antes de empezar, registre el consentimiento verbal.',
  'level-reason': 'Escriba por qué confirma un nivel distinto.',
} as const;
