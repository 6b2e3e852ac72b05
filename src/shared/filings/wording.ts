/** Agreement of the prose: the person protected may be a man or a child, the accused may be of unknown sex. */
import type { FilingFacts, Gender, IdentityDocument } from './schema.ts';

export type Party = { readonly the: string; readonly of: string; readonly to: string };

function party(article: 'el' | 'la', noun: string): Party {
  return article === 'el'
    ? { the: `el ${noun}`, of: `del ${noun}`, to: `al ${noun}` }
    : { the: `la ${noun}`, of: `de la ${noun}`, to: `a la ${noun}` };
}

/** «la agraviada», «el agraviado»; «la recurrente» has one form for both. */
export function victimWords(gender: Gender, noun = 'agraviada'): Party {
  const male = noun.endsWith('a') ? `${noun.slice(0, -1)}o` : noun;
  return gender === 'male' ? party('el', male) : party('la', noun);
}

/** «el denunciado», «la denunciada»; «la parte denunciada» when the sex is not known. */
export function accusedWords(gender: Gender | null, noun = 'denunciada'): Party {
  if (gender === null) return party('la', `parte ${noun}`);
  return gender === 'male' ? party('el', `${noun.slice(0, -1)}o`) : party('la', noun);
}

/** Fills `{victim}`, `{ofAccused}` and the like in the words of the catalogue. */
export function fillParties(text: string, victim: Party, accused: Party): string {
  const words: Record<string, string> = {
    victim: victim.the,
    ofVictim: victim.of,
    toVictim: victim.to,
    accused: accused.the,
    ofAccused: accused.of,
    toAccused: accused.to,
  };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}

/** «con DNI N.º 1234», or the state of the papers. Neutral in gender on purpose. */
export function documentWords(document: IdentityDocument): string {
  if (document.kind === 'document') return `con ${document.name} N.º ${document.number}`;
  return document.kind === 'none'
    ? 'sin documento de identidad a la fecha'
    : 'quien no recuerda su número de documento de identidad';
}

export function isChild(facts: FilingFacts): boolean {
  return facts.guardian !== null || (facts.user.age !== null && facts.user.age < 18);
}

export function yearsWords(age: number): string {
  if (age === 0) return 'menos de 1 año';
  return age === 1 ? '1 año' : `${age} años`;
}
