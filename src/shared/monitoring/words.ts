/** Numbers and months as a finding says them. */
import { capital } from '../platform/capital.ts';
import type { Month } from '../platform/dates.ts';
import { monthNames } from '../platform/typed-date.ts';

const numbers = ['cero', 'un', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'];

type Noun = { readonly one: string; readonly many: string; readonly none: string; readonly isFeminine?: true };

/** «Ningún caso», «Un caso», «Cuatro casos», «14 casos»: how a sentence begins. */
export function counted(count: number, { one, many, none, isFeminine }: Noun): string {
  if (count === 0) return capital(none);
  if (count === 1) return `${isFeminine ? 'Una' : 'Un'} ${one}`;
  return `${capital(numbers[count] ?? String(count))} ${many}`;
}

export const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** «mayo». */
export const monthWord = (month: Month): string => monthNames[Number(month.slice(5, 7)) - 1] ?? month;

export const monthLong = (month: Month): string => `${monthWord(month)} de ${month.slice(0, 4)}`;

/** «jun 2025». */
export const monthShort = (month: Month): string => `${monthWord(month).slice(0, 3)} ${month.slice(0, 4)}`;

/** «junio de 2025 a mayo de 2026». */
export function spanWords(months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `${monthLong(first)} a ${monthLong(last)}`;
}
