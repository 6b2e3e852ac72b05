/** Words of the monthly report on files and papers (es-PE). */
import { monthNames } from '../platform/typed-date.ts';
import { answers, bondGroups, conditions, riskLevels, type SingleCountGroup, type TableId } from './codes.ts';
import type { PublishedMonth, PublishedTable, TableColumn } from './schema.ts';

/** Stands in every published file, word by word. */
export const readingNote =
  'Cifras redondeadas de forma aleatoria y controlada a múltiplos de 3. Un 0 significa de 0 a 2 casos. Cada celda, cada tipo y el total pueden diferir en hasta 2 del valor real; las sumas por edad o sexo, en algo más. No reste tablas entre sí. Está prohibido intentar identificar personas.';
export const bandWords = 'menos de 21';
export const missingWords = 'Sin registro / no aplicable';
export const notShown = '–';

export const typeWords = ['Económica o patrimonial', 'Psicológica', 'Física', 'Sexual'] as const;
export const ageWords = ['0 a 17 años', '18 a 59 años', '60 a más años'] as const;
export const sexWords = ['Mujer', 'Hombre'] as const;
export const conditionWords = ['Nuevo', 'Reingreso', 'Reincidente', 'Derivado', 'Continuador'] as const;
export const riskWords = ['Leve', 'Moderado', 'Severo', missingWords] as const;
export const bondWords = [
  'Vínculo relacional de pareja',
  'Vínculo relacional familiar',
  'Sin vínculo relacional de pareja ni familiar',
  missingWords,
] as const;
export const answerWords = ['Sí', 'No', missingWords] as const;
export const totalWords = 'Total';
export const subtotalWords = 'Subtotal sin Derivado ni Continuador';

export const singleCountWords = {
  'psychological-attention': 'Atenciones de psicología',
  'social-attention': 'Atenciones de trabajo social',
  'legal-attention': 'Atenciones legales',
  'integral-attention': 'Casos con atención integral',
  'interdisciplinary-attention': 'Casos con atención interdisciplinaria',
  'plan-actions': 'Acciones del plan de atención',
  appearances: 'Apersonamientos',
  'measures-requested': 'Solicitudes de medidas',
  'measures-granted': 'Medidas otorgadas',
  'measures-executed': 'Medidas ejecutadas',
  'measures-breached': 'Incumplimientos de medidas (cada acto)',
  'civil-party': 'Constituciones en actor civil',
  'single-interview': 'Entrevistas únicas',
  hearings: 'Audiencias',
  appeals: 'Apelaciones',
  'first-instance-judgments': 'Sentencias de primera instancia',
  'second-instance-judgments': 'Sentencias de segunda instancia',
  'prevention-activities': 'Actividades preventivas (cifra exacta)',
  'prevention-sessions': 'Sesiones (cifra exacta)',
  'prevention-participants': 'Participantes',
} as const satisfies Record<SingleCountGroup, string>;

export const tableWords = {
  T1: 'Casos del periodo',
  T2: 'Casos del año por periodo y edad (tres grupos de edad)',
  T3: 'Condición del caso',
  T4: 'Tipo principal de violencia por edad y sexo (tres grupos de edad)',
  T6: 'Nivel de riesgo',
  T7: 'Vínculo con la presunta persona agresora',
  T12: 'Denuncia y medidas antes del CEM',
  T13: 'Atenciones de los servicios',
  T14: 'Actuaciones legales',
  T18: 'Prevención',
} as const satisfies Record<TableId, string>;

export const columnWords = {
  cases: 'Casos',
  percent: '%',
  'year-to-date': 'Acumulado del año',
  'age-0': ageWords[0],
  'age-1': ageWords[1],
  'age-2': ageWords[2],
  acts: 'Cantidad',
} as const satisfies Record<TableColumn, string>;

/** Code of a row in the file beside its words, per table; built once from the code lists. */
function listed(codes: readonly number[], words: readonly string[]): Record<string, string> {
  const rows: [string, string][] = words.map((word, index) => [String(codes[index] ?? 'missing'), word]);
  return Object.fromEntries(rows);
}

const singleWords: Readonly<Record<string, string>> = singleCountWords;

const rowWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  T1: { 'sex-0': sexWords[0], 'sex-1': sexWords[1] },
  T3: { ...listed(conditions, conditionWords), 'subtotal-1-3': subtotalWords },
  T6: listed(riskLevels, riskWords),
  T7: listed(bondGroups, bondWords),
  T12: listed(answers, answerWords),
};

export function tableTitle(table: PublishedTable): string {
  if (table.part === 'complaint') return `${tableWords.T12}: denuncia interpuesta`;
  if (table.part === 'protection') return `${tableWords.T12}: medidas de protección`;
  return tableWords[table.id];
}

export function rowLabel(table: PublishedTable, code: string): string {
  if (code === 'total') return totalWords;
  if (table.id === 'T2') return periodWords(code);
  return rowWords[table.id]?.[code] ?? singleWords[code] ?? code;
}

const andList = new Intl.ListFormat('es-PE', { type: 'conjunction' });
const namesOf = (months: readonly string[]) =>
  andList.format(months.map((month) => monthNames[Number(month.slice(5, 7)) - 1] ?? month));

/** What the year to date lacks; null where it lacks nothing. Stands in every file and beside every «Acumulado del año». */
export function waitingWords(waiting: readonly string[]): string | null {
  if (waiting.length === 0) return null;
  const of = waiting.length === 1 ? '1 mes' : `${waiting.length} meses`;
  return `${of} con ${bandWords} casos no ${waiting.length === 1 ? 'está' : 'están'} en el acumulado (${namesOf(waiting)}).`;
}

/** What a unit beside the months is; null for a month. */
export function unitWords({
  view,
  period,
  collects,
}: Pick<PublishedMonth, 'view' | 'period' | 'collects'>): string | null {
  const of = collects.length === 0 ? '' : ` (${namesOf(collects)})`;
  if (view === 'rest')
    return `Resto del año: los casos de meses con ${bandWords} casos que ningún trimestre reunió${of} y los casos que quedan fuera de los meses por reserva. Solo se publica su total.`;
  if (!period.endsWith('-residual')) return null;
  return `Residual: reúne los casos de los meses con ${bandWords} casos${of}, que no salieron por mes. Ningún caso está en dos periodos.`;
}

/** How much of a year its months do not show; null while no closed month of it is a band. */
export function coverageWords(
  year: string,
  months: readonly { readonly month: string; readonly isBand: boolean | null }[],
): string | null {
  const closed = months.filter(({ month, isBand }) => month.startsWith(`${year}-`) && isBand !== null);
  const bands = closed.filter(({ isBand }) => isBand === true).length;
  if (bands === 0) return null;
  const of = closed.length === 1 ? '1 mes cerrado' : `${closed.length} meses cerrados`;
  return `${year}: de ${of}, ${bands} ${bands === 1 ? 'salió' : 'salieron'} como «${bandWords}». Sus casos no están en las cifras por mes; salen juntos en el residual del trimestre o del año.`;
}

/** «marzo de 2026», «residual del trimestre 1 de 2026», «resto del año 2026». */
export function periodWords(period: string): string {
  const [year = '', rest = ''] = period.split('-');
  if (rest === '') return `año ${year}`;
  const quarter = /^Q([1-4])$/.exec(rest)?.[1];
  if (quarter !== undefined) return `residual del trimestre ${quarter} de ${year}`;
  const month = monthNames[Number(rest) - 1];
  return month === undefined ? `resto del año ${year}` : `${month} de ${year}`;
}

/** Reasons of the domain's expected failures. */
export const reportReasons = {
  'month-future': 'Ese mes todavía no empieza.',
  'month-not-over': 'Ese mes no ha terminado y no se puede cerrar. Espere a que termine.',
  'month-closed': 'Ese mes ya está cerrado. Lo publicado no se cambia.',
  'month-before-founding': 'Ese mes es anterior al registro de este centro: no hay cifras de él.',
  'month-earlier-open': 'Los meses se cierran en orden. Cierre antes los meses anteriores.',
  'restore-unsettled':
    'El registro volvió a una copia anterior. Diga antes, en «Reporte mensual», qué se publicó después de esa copia.',
  'restore-settled': 'Ya se dijo qué se publicó después de la copia. Actualice la página.',
  'report-not-ours': 'Esos archivos no son de este centro, o fueron cambiados. No se trajo nada.',
  'report-incomplete': 'Elija al menos el archivo «reporte… .json» y su «lista-firmada… .json».',
  'report-not-next': 'Ese reporte ya está, o falta traer antes uno anterior.',
  'month-open': 'Ese mes aún no está cerrado. Ciérrelo para exportarlo.',
  'month-proposed': 'Ya hay una propuesta de cierre para ese mes.',
  'month-changed': 'Los casos del mes cambiaron mientras se cerraba. Revise las cifras y vuelva a aprobar.',
  'reserved-month-open': 'Ese mes aún no está cerrado. El archivo reservado se hace de un mes cerrado.',
  'reserved-no-key': 'No hay clave del ministerio. Escríbala en «Ajustes», «Tablas y reglas», «Clave del ministerio».',
  'reserved-key-waits': 'La clave del ministerio espera que otra persona la apruebe. Hasta entonces no hay archivo.',
  'reserved-key-changed': 'La clave del ministerio no es la de la propuesta. Rechácela y proponga otra vez.',
  'reserved-rows-off': 'No hay una orden escrita y aprobada de entregar filas. Se pueden entregar las tablas.',
  'reserved-outside':
    'Hay columnas con un valor que el diccionario no tiene. No se hizo ningún archivo. Corrija esas respuestas en sus fichas.',
  'reserved-proposed': 'Ya hay una propuesta de archivo reservado para ese mes.',
  'reserved-damaged': 'El archivo reservado no coincide con su código. No se entregó; avise a Coordinación.',
  'key-not-age': 'Esa clave no es de age, o le falta un signo. Péguela otra vez, completa.',
  'key-fingerprint':
    'La huella escrita no es la de esta clave. Cópiela del papel; si el papel dice eso, la clave no es la del ministerio.',
  'frozen-damaged': 'El reporte guardado no coincide con su código. No se exportó; avise a Coordinación.',
} as const;
