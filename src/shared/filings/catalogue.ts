/** Template, measures, criteria and articles as dated data: changed by the lawyer, never constants of the law. */
import type { Confirmation } from '../platform/questions.ts';
import type { ArticleId, CriterionId, MeasureCode, PrecautionaryCode } from './codes.ts';

export type Dated = { readonly validFrom: string; readonly source: string; readonly confirmation: Confirmation };

export const measuresTemplate = {
  id: 'filing-3-protection-measures',
  version: 1,
  title: 'Solicitud de medidas de protección y cautelares',
  validFrom: '2026-01-01',
  source: 'Estructura de la práctica forense peruana; Ley 30364, arts. 16, 22, 22-A, 22-B',
  confirmation: 'toConfirm',
} as const satisfies Dated & { id: string; version: number; title: string };

export type Measure = Dated & { readonly code: MeasureCode; readonly number: number; readonly label: string };

const measureSource = 'Ley 30364, art. 22 (TUO, art. 32); catálogo judicial de 2019';

function measure(number: number, code: MeasureCode, label: string): Measure {
  return { code, number, label, validFrom: '2018-10-25', source: measureSource, confirmation: 'toConfirm' };
}

/** `{accused}`: «del denunciado», «de la denunciada»; `{victim}`: «a la agraviada»… filled by agreement. */
export const measures: readonly Measure[] = [
  measure(1, 'removal-from-home', 'Retiro {ofAccused} del domicilio y prohibición de regresar a él'),
  measure(2, 'no-approach', 'Impedimento de acercamiento o proximidad {toVictim} en cualquier forma'),
  measure(
    3,
    'no-contact',
    'Prohibición de comunicación con {victim} por vía epistolar, telefónica, electrónica, redes sociales u otra',
  ),
  measure(4, 'weapon-ban', 'Prohibición del derecho de tenencia y porte de armas, con aviso a la SUCAMEC'),
  measure(5, 'property-inventory', 'Inventario de bienes'),
  measure(6, 'emergency-allowance', 'Asignación económica de emergencia'),
  measure(
    7,
    'no-disposal-of-property',
    'Prohibición de disponer, enajenar u otorgar en prenda o hipoteca los bienes comunes',
  ),
  measure(
    8,
    'no-removal-of-dependents',
    'Prohibición de retirar del cuidado del grupo familiar a niñas, niños, adolescentes u otras personas vulnerables',
  ),
  measure(9, 'aggressor-treatment', 'Tratamiento reeducativo o terapéutico para {accused}'),
  measure(10, 'victim-treatment', 'Tratamiento psicológico para {victim}'),
  measure(11, 'safe-shelter', 'Albergue {ofVictim} en un establecimiento que garantice su seguridad'),
  measure(12, 'other-measure', 'Otra medida requerida para la protección {ofVictim}'),
];

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

export type Article = Dated & {
  readonly id: ArticleId;
  /** Printed citation, with both numberings where the second is known. */
  readonly citation: string;
  readonly subject: string;
};

function article(id: ArticleId, citation: string, subject: string): Article {
  return {
    id,
    citation,
    subject,
    validFrom: '2015-11-24',
    source: 'Catálogo del programa',
    confirmation: 'toConfirm',
  };
}

/** Unapproved rows are offered unticked with «por confirmar» on screen and print only when ticked (U47, U50). */
export const articles: readonly Article[] = [
  article('l-16', 'Art. 16 de la Ley 30364', 'proceso especial y plazo para resolver sobre las medidas'),
  article('l-22', 'Art. 22 de la Ley 30364 (art. 32 del TUO)', 'medidas de protección'),
  article('l-22-a', 'Art. 22-A de la Ley 30364', 'criterios para dictar las medidas de protección'),
  article('l-22-b', 'Art. 22-B de la Ley 30364', 'medidas cautelares'),
  article('l-23-a', 'Art. 23-A de la Ley 30364', 'ejecución de las medidas por la Policía Nacional del Perú'),
  article('l-26', 'Art. 26 de la Ley 30364', 'valor de los informes de los servicios públicos'),
  article('cpc-130', 'Art. 130 del Código Procesal Civil', 'forma del escrito'),
  article('cpc-424', 'Art. 424 del Código Procesal Civil', 'requisitos de la demanda'),
];

/** Articles the screen may tick beforehand: only confirmed rows, so none while every row is «por confirmar». */
export function tickedByDefault(rows: readonly Article[] = articles): ArticleId[] {
  return rows.filter((row) => row.confirmation !== 'toConfirm').map((row) => row.id);
}
