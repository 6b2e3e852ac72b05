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
  'pregnancy-not-asked':
    'Falta preguntar de viva voz si está embarazada (anexo A, pregunta 8): puede subir el nivel. No se firmó nada.',
  'annex-incomplete':
    'El anexo A tiene preguntas sin respuesta. Respóndalas o diga por qué quedaron en blanco; después firme.',
  contradiction:
    'Hay respuestas que no coinciden con lo que ya consta. Pregunte otra vez y escriba por qué; después firme.',
  'location-not-offered': 'Ofrézcale el anexo B y marque qué respondió; después firme. No tiene que responderlo.',
  'location-needs-form': 'El anexo B acompaña a una ficha de riesgo firmada: firme primero la ficha.',
  'location-needs-annex': 'Todavía no hay anexo B en esta ficha. Guárdelo primero.',
  'same-day-unanswered':
    'Hay hechos que piden respuesta hoy y nadie respondió. Lo escrito se conserva: responda qué se hizo, o por qué no se pudo, y vuelva a intentarlo.',
  'same-day-closed': 'Ese hecho ya se atendió. Vuelva a abrir la página para ver qué se hizo.',
  'same-day-still-told': 'La ficha todavía lo dice. Corrija primero la respuesta en su sección.',
  'same-day-future': 'Lo que se hizo no puede ser futuro. Revise el día y la hora.',
  'same-day-before': 'Lo que se hizo no puede ser anterior al ingreso de la ficha ni al hecho. Revise el día.',
  'same-day-paper': 'Ese documento no es una derivación, un escrito ni un oficio de esta ficha. Elija otro.',
} as const;
