/** Spanish words shared by every paper: long dates, hours, lists. */
import type { CivilDate, PartialDate } from '../platform/dates.ts';

const months = [
  'enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio',
  'julio', 'agosto', 'setiembre', 'octubre', 'noviembre', 'diciembre',
]; // prettier-ignore

/** «5 de setiembre de 2026». */
export function longDate(on: CivilDate): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${day} de ${months[(month ?? 1) - 1]} de ${year}`;
}

/** «el 5 de setiembre de 2026», «en setiembre de 2026», «en el año 2026»: never more exact than what is known. */
export function partialDateWords(date: PartialDate): string {
  if (date.month === null) return `en el año ${date.year}`;
  const month = months[date.month - 1] ?? '';
  return date.day === null ? `en ${month} de ${date.year}` : `el ${date.day} de ${month} de ${date.year}`;
}

/** «a, b y c»; «e» before the sound i. Empty list gives an empty text. */
export function listWords(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  if (items.length === 1) return last;
  const and = /^h?i(?!e)/i.test(last) ? 'e' : 'y';
  return `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** 1 → «PRIMER» (before «OTROSÍ»); 11 and more are written as a number. */
export function ordinal(position: number, form: 'adjective' | 'noun'): string {
  const names = ['PRIMERO', 'SEGUNDO', 'TERCERO', 'CUARTO', 'QUINTO', 'SEXTO', 'SÉTIMO', 'OCTAVO', 'NOVENO', 'DÉCIMO'];
  const name = names[position - 1] ?? `${position}.º`;
  return form === 'adjective' && (name === 'PRIMERO' || name === 'TERCERO') ? name.slice(0, -1) : name;
}
