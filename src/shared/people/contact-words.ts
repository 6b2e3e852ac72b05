/** How somebody may be called, in one sentence for the bar of her case. */
import type { Contact } from './schema.ts';

/** `900 000 321` as «9·· ··· 321»: enough to tell which of her numbers, too little to call from across the desk. */
export function maskedPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 7 ? phone : `${digits.slice(0, 1)}·· ··· ${digits.slice(-3)}`;
}

const beginsSmall = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

/** Without an answer to «¿Es seguro llamar?» nobody calls. */
export function contactWords({ phone, whose, mayCall, hours, whatToSay }: Contact): string {
  if (mayCall === null) return 'Falta preguntar si es seguro llamar';
  if (mayCall === 'no') return 'No llame: no es seguro';
  if (phone === null) return 'Se puede llamar; falta el teléfono';
  const number = `al ${maskedPhone(phone)}${whose === null ? '' : ` (${whose})`}`;
  const calling = hours === null ? `Se puede llamar ${number}` : `Llame solo ${beginsSmall(hours)}, ${number}`;
  return whatToSay === null ? `${calling}.` : `${calling}. Diga «${whatToSay}».`;
}
