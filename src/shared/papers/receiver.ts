/** Who a copy goes to and what for, filled from the paper itself (D13). */
import { cargoPurpose, officeCopy, usualCopy, type DocumentKind } from './codes.ts';
import { capital } from '../platform/capital.ts';

/** «del Segundo Juzgado…», as it follows the treatment → «Segundo Juzgado…»; as long as a receiver of a copy may be. */
export function receiverName(addressee: string): string {
  const name = addressee.trim().replace(/^(?:de(?: la| los| las)?|del)\s+/i, '');
  return capital(name).slice(0, 120);
}

/** Purpose of a bundle of writ and annexes, with the place of a part among all of them. */
export function bundlePurpose(part: number, parts: number): string {
  const whole = 'Presentación con anexos';
  return parts > 1 ? `${whole}, parte ${part} de ${parts}` : whole;
}

/** Instead of words that a person wrote on the copy or on its paper: they may name somebody. */
const typedWords = '(consta en la ficha)';

const isOwnPurpose = (purpose: string) =>
  purpose === cargoPurpose || /^Presentación con anexos(, parte \d+ de \d+)?$/.test(purpose);

type CopyWords = { readonly recipient: string; readonly purpose: string };

/** What a copy says of itself in words of the program, for who may not know of its ficha. */
export function copyWordsFor(copy: CopyWords, kind: DocumentKind): CopyWords {
  const known: readonly CopyWords[] = [usualCopy[kind], officeCopy];
  const isKnown = (name: keyof CopyWords) => known.some((words) => words[name] === copy[name]);
  return {
    recipient: isKnown('recipient') ? copy.recipient : typedWords,
    purpose: isKnown('purpose') || isOwnPurpose(copy.purpose) ? copy.purpose : typedWords,
  };
}
