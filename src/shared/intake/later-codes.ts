/**
 * Code lists of Sections C to F. Lists known only by the order of their answers carry the numbers 1..n, 0 for a
 * leading «No» (U02); motive and modality of an attempt are official (dictionary of 168 variables).
 */
import type { Option } from '../record/index.ts';

/** Codes by order (U02). */
export const supportKinds = [
  { code: 1, label: 'Emocional' },
  { code: 2, label: 'Cognitivo' },
  { code: 3, label: 'Instrumental' },
  { code: 4, label: 'Material' },
] as const satisfies readonly Option[];

/** Codes by order, 0 = No implementa el CEM (U02). */
export const reintegrationPlans = [
  { code: 0, label: 'No implementa el CEM' },
  { code: 1, label: 'Sí implementa el CEM' },
  { code: 2, label: 'No es un caso de trata con fines de explotación sexual' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const homeVisitResults = [
  { code: 1, label: 'Sin incidente' },
  { code: 2, label: 'Con incidente' },
] as const satisfies readonly Option[];

export const femicideMotives = [
  { code: 1, label: 'Celos' },
  { code: 2, label: 'Supuesta infidelidad de la persona usuaria' },
  { code: 3, label: 'No acepta que la persona usuaria decida separarse' },
  { code: 4, label: 'Ruptura reciente' },
  { code: 5, label: 'La persona usuaria se va de la casa' },
  { code: 6, label: 'La persona usuaria rechaza la relación sentimental' },
  { code: 7, label: 'La persona usuaria opone resistencia a violación' },
  { code: 8, label: 'Denuncia contra la presunta persona agresora' },
  { code: 9, label: 'Venganza hacia la persona usuaria o sus familiares' },
  { code: 10, label: '“Desobediencia” de la persona usuaria' },
  { code: 11, label: 'La persona usuaria inicia una nueva relación (ex pareja)' },
  { code: 12, label: 'Retiran de la casa a la presunta persona agresora' },
  { code: 13, label: 'La persona usuaria escapa de secuestro' },
  { code: 14, label: 'Otro presunto móvil' },
] as const satisfies readonly Option[];

export const femicideModalities = [
  { code: 1, label: 'Acuchillamiento' },
  { code: 2, label: 'Estrangulamiento / Asfixia' },
  { code: 3, label: 'Disparo por proyectil de arma de fuego (PAF)' },
  { code: 4, label: 'Quemadura' },
  { code: 5, label: 'Ahogamiento' },
  { code: 6, label: 'Desbarrancamiento' },
  { code: 7, label: 'Atropellamiento' },
  { code: 8, label: 'Aplastamiento' },
  { code: 9, label: 'Envenenamiento' },
  { code: 10, label: 'Golpes' },
  { code: 11, label: 'Agresiones con objetos filosos' },
  { code: 12, label: 'Agresiones con objetos contundentes, duros o pesados' },
  { code: 13, label: 'Otro' },
] as const satisfies readonly Option[];

/** MOTIVO_NO_DERIVA_EESS, ten reasons in code order. */
export const noKitReasons = [
  { code: 1, label: 'Accedió oportunamente al kit de emergencia antes de la intervención del CEM' },
  { code: 2, label: 'Cuenta con productos y dispositivos equivalentes' },
  { code: 3, label: 'No desea acceder al kit de emergencia' },
  { code: 4, label: 'Otro servicio del Programa la derivó' },
  { code: 5, label: 'Otra institución pública o privada la derivó' },
  { code: 6, label: 'El caso fue derivado por el establecimiento de salud y está en proceso de entrega' },
  { code: 7, label: 'Otro CEM brindará la atención psicológica y social y derivará' },
  { code: 8, label: 'El caso de violencia sexual no es violación sexual' },
  { code: 9, label: 'Ocurrió hace más de 6 meses' },
  { code: 10, label: 'Otros motivos' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const legalViolenceKinds = [
  { code: 1, label: 'Violencia contra las mujeres' },
  { code: 2, label: 'Violencia contra los integrantes del grupo familiar' },
  { code: 3, label: 'Faltas' },
  { code: 4, label: 'Delitos' },
  { code: 5, label: 'Infracción Ley Penal' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const legalProcessKinds = [
  { code: 1, label: 'Código procesal civil' },
  { code: 2, label: 'Código de procedimientos penales' },
  { code: 3, label: 'Nuevo código procesal penal' },
  { code: 4, label: 'Código de los niños y adolescentes' },
] as const satisfies readonly Option[];

/** Codes by order (U02). */
export const processInstances = [
  { code: 1, label: 'Policial' },
  { code: 2, label: 'Fiscal' },
  { code: 3, label: 'Juzgado de Paz Letrado' },
  { code: 4, label: 'Juzgado Especializado' },
  { code: 5, label: 'Sala Superior' },
  { code: 6, label: 'Sala Suprema' },
] as const satisfies readonly Option[];
