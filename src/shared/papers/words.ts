/** Spanish words shared by every paper: long dates, hours, lists. */
import type { PartialDate } from '../platform/dates.ts';
import { monthNames } from '../platform/typed-date.ts';

/** «el 5 de setiembre de 2026», «en setiembre de 2026», «en el año 2026»: never more exact than what is known. */
export function partialDateWords(date: PartialDate): string {
  if (date.month === null) return `en el año ${date.year}`;
  const month = monthNames[date.month - 1] ?? '';
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

/** «a, b o c»; «u» before the sound o. */
export function eitherWords(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? '';
  return `${items.slice(0, -1).join(', ')} ${/^h?o/i.test(last) ? 'u' : 'o'} ${last}`;
}

/** «8 años», «menos de 1 año». */
export function yearsWords(age: number): string {
  if (age === 0) return 'menos de 1 año';
  return age === 1 ? '1 año' : `${age} años`;
}

/** A sentence ends with one point, whether or not who typed it wrote it. */
export function closed(text: string): string {
  const words = text.trimEnd();
  return /[.!?…]["»”’)]?$/.test(words) ? words : `${words.replace(/[,;:]+$/, '')}.`;
}

const articles = '(?:El|La|Los|Las|Un|Una)(?=\\s+[\\p{Ll}\\d])';
const smallWords = '(?:Que|Se|Por|En|Con|Al|No|Su|Sus|Lo)(?=\\s)';
const purposes =
  '(?:Acreditar|Probar|Demostrar|Esclarecer|Identificar|Determinar|Establecer|Verificar|Corroborar|Sustentar|Revocar|Confirmar)(?=\\s)';
const neverNames = new RegExp(`^(?:${articles}|${smallWords}|${purposes})`, 'u');

/** What was typed as a sentence, inside another: «Que revoque…» → «que revoque…». What may be a name stays: «La Victoria». */
export function insideSentence(text: string): string {
  return neverNames.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
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
