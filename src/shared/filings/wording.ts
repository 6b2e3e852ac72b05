/** Agreement of the prose: the person protected may be a man or a child, the accused may be of unknown sex. */
import { capital } from '../platform/capital.ts';
import { listWords, yearsWords } from '../papers/index.ts';
import type { AccusedIdentity, FilingFacts, Gender, IdentityDocument } from './schema.ts';

export type Party = { readonly the: string; readonly of: string; readonly to: string };

function party(article: 'el' | 'la', noun: string): Party {
  return article === 'el'
    ? { the: `el ${noun}`, of: `del ${noun}`, to: `al ${noun}` }
    : { the: `la ${noun}`, of: `de la ${noun}`, to: `a la ${noun}` };
}

/** Several, of whom not everybody's sex is known: «las personas agraviadas». */
export function severalWords(noun: string): Party {
  const many = `las personas ${noun}s`;
  return { the: many, of: `de ${many}`, to: `a ${many}` };
}

/** Somebody by her name, where there are several and the noun alone would leave open who is meant. */
export function namedWords(name: string): Party {
  return { the: name, of: `de ${name}`, to: `a ${name}` };
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

/**
 * Who the accused is and where to notify, in sentences without gender; what nobody knows is stated as such, so that the court
 * can ask for it: «Se identifica con DNI N.º 1 y tiene 40 años. Se desconoce su ocupación. Se le puede notificar en …».
 */
export function accusedIdentityWords({ document, age, occupation, address }: AccusedIdentity): string {
  const number = document?.kind === 'document' ? `se identifica con ${document.name} N.º ${document.number}` : null;
  const parts = [
    { known: number, unknown: 'su documento de identidad' },
    { known: age === null ? null : `tiene ${yearsWords(age)}`, unknown: 'su edad' },
    { known: occupation === null ? null : `su ocupación es ${occupation}`, unknown: 'su ocupación' },
  ];
  const known = parts.flatMap((part) => part.known ?? []);
  const unknown = parts.filter((part) => part.known === null).map((part) => part.unknown);
  return [
    ...(known.length === 0 ? [] : [`${capital(listWords(known))}.`]),
    ...(unknown.length === 0 ? [] : [`Se ${unknown.length === 1 ? 'desconoce' : 'desconocen'} ${listWords(unknown)}.`]),
    noticeWords(address),
  ].join(' ');
}

function noticeWords(address: AccusedIdentity['address']): string {
  if (address.kind === 'printable') return `Se le puede notificar en ${address.text}.`;
  if (address.kind === 'unknown') return 'Se desconoce dónde se le puede notificar.';
  return 'Dónde se le puede notificar se hace conocer al despacho en sobre cerrado aparte.';
}

export function isChild(facts: FilingFacts): boolean {
  return facts.guardian !== null || (facts.user.age !== null && facts.user.age < 18);
}
