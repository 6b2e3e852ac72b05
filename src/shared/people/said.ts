/** What somebody said at the door, as the fields of the ficha want it; whoever fills it in sees and corrects it. */
import { dniForMatching, isPlausiblePhone, normalizePhone } from './rules.ts';
import type { IdentityDocument, PersonNames } from './schema.ts';

type SaidNames = Pick<PersonNames, 'givenNames' | 'firstSurname' | 'secondSurname'>;

/** Words that belong to the next one: «de la Cruz» is one surname. */
const particles = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'van', 'von', 'da', 'do', 'dos']);

function partsOf(words: string): string[] {
  const parts: string[] = [];
  let before = '';
  for (const word of words.split(/\s+/).filter((one) => one !== '')) {
    const whole = before === '' ? word : `${before} ${word}`;
    if (particles.has(word.toLowerCase())) before = whole;
    else {
      parts.push(whole);
      before = '';
    }
  }
  return before === '' ? parts : [...parts, before];
}

/** As people say a name: given names first, then one or two surnames; with a comma, the surnames first. */
export function saidNames(words: string): SaidNames {
  const [before, after] = words.split(',', 2);
  if (before !== undefined && after !== undefined && after.trim() !== '') {
    const [first, ...rest] = partsOf(before);
    return {
      givenNames: after.trim().replace(/\s+/g, ' '),
      firstSurname: first ?? null,
      secondSurname: rest.length === 0 ? null : rest.join(' '),
    };
  }
  const parts = partsOf(words.replace(',', ' '));
  const surnames = parts.length < 2 ? 0 : parts.length === 2 ? 1 : 2;
  const given = parts.slice(0, parts.length - surnames);
  const [first, second] = parts.slice(parts.length - surnames);
  return {
    givenNames: given.length === 0 ? null : given.join(' '),
    firstSurname: first ?? null,
    secondSurname: second ?? null,
  };
}

export type Said = {
  /** Null when a number was said. */
  readonly names: SaidNames | null;
  readonly document: IdentityDocument | null;
  readonly phone: string | null;
};

/** One line of the search: a name, a DNI or a telephone; any other number says too little to be put anywhere. */
export function saidFacts(words: string): Said {
  const nothing = { names: null, document: null, phone: null };
  const text = words.normalize('NFKC').trim();
  if (text === '') return nothing;
  if (!/\d/.test(text)) return { ...nothing, names: saidNames(text) };
  // Eight digits are a DNI before they are a telephone of the capital: the desk asks for documents.
  if (dniForMatching(text) !== null) return { ...nothing, document: { kind: 'dni', state: 'known', number: text } };
  const phone = normalizePhone(text);
  return isPlausiblePhone(phone) ? { ...nothing, phone } : nothing;
}
