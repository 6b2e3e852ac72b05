/** How who was sought, and who was chosen, stand in the facts of an arrival. */
import type { ArrivalFacts } from '../../../shared/reception/index.ts';
import type { PersonLink } from '../../people/index.ts';

type Who = Pick<ArrivalFacts, 'personId' | 'isMaybe' | 'saidName' | 'documentNumber'>;

/** Digits enough to be a document, else words of a name. */
function isDocument(words: string): boolean {
  return /^[\d\s.-]{6,}$/.test(words);
}

/**
 * Whoever may be somebody else is written as she says it, and the ficha asks no second time. Whoever is chosen has a name
 * and a document of her own: what was typed before must not stay on where nobody sees it.
 */
export function whoOf(link: PersonLink | null, asked: string): Who {
  const personId = link === null || link.kind === 'new' ? null : (link.personId as ArrivalFacts['personId']);
  const isSaid = link?.kind === 'new' || link?.kind === 'maybe';
  const said = isSaid && asked.trim() !== '' ? asked.trim() : null;
  const isNumber = said !== null && isDocument(said);
  return {
    ...{ personId, isMaybe: link?.kind === 'maybe' },
    ...{ saidName: isNumber ? null : said, documentNumber: isNumber ? said : null },
  };
}
