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

const units = ['', 'PRIMERO', 'SEGUNDO', 'TERCERO', 'CUARTO', 'QUINTO', 'SEXTO', 'SÉTIMO', 'OCTAVO', 'NOVENO'];
const tens = ['', 'DÉCIMO', 'VIGÉSIMO', 'TRIGÉSIMO', 'CUADRAGÉSIMO', 'QUINCUAGÉSIMO', 'SEXAGÉSIMO', 'SEPTUAGÉSIMO', 'OCTOGÉSIMO', 'NONAGÉSIMO']; // prettier-ignore

/** 1 → «PRIMERO», «PRIMER» before «OTROSÍ»; 11 → «DÉCIMO PRIMERO», as writs are written in Peru; from 100 on a number. */
export function ordinal(position: number, form: 'adjective' | 'noun'): string {
  const parts = [tens[Math.floor(position / 10)], units[position % 10]];
  if (parts.includes(undefined)) return `${position}.º`;
  const name = parts.filter((part) => part !== '').join(' ');
  return form === 'adjective' ? name.replace(/(PRIMER|TERCER)O$/, '$1') : name;
}
