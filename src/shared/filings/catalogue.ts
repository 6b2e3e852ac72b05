/** Words of what the law lists and no table of the centre changes: precautionary measures and the eight criteria. */
import type { CriterionId, PrecautionaryCode } from './codes.ts';

export const precautionaryLabels: Readonly<Record<PrecautionaryCode, string>> = {
  alimony: 'Alimentos',
  visits: 'Régimen de visitas',
  custody: 'Tenencia',
  'parental-authority': 'Suspensión o extinción de la patria potestad',
  'family-placement': 'Acogimiento familiar',
  'property-regime': 'Liquidación del régimen patrimonial',
};

export const criterionLabels: Readonly<Record<CriterionId, string>> = {
  'risk-form': 'Resultado de la ficha de valoración de riesgo y de los informes sociales',
  records: 'Antecedentes policiales o judiciales de la parte denunciada',
  relation: 'Relación con la parte denunciada',
  'age-and-dependence': 'Diferencia de edad y relación de dependencia',
  disability: 'Condición de discapacidad',
  'economic-situation': 'Situación económica y social',
  gravity: 'Gravedad del hecho y posibilidad de una nueva agresión',
  'other-vulnerability': 'Otros factores de vulnerabilidad o peligro',
};
