/** From an entry of the directory to the words a writ is addressed with, and to where it is left. */
import { isFeminineOffice, type Office, type OfficeKind } from '../directory/index.ts';
import type { Instance } from './presenting/codes.ts';
import { fold } from '../platform/text.ts';

/** Where a writ for each kind of authority is left. */
export function instanceOfKind(kind: OfficeKind): Instance {
  if (kind === 'policeStation') return 'police';
  if (kind.endsWith('Prosecutor')) return 'prosecutor';
  return kind.endsWith('Court') || kind === 'peaceJudge' ? 'court' : 'other';
}

const article = /\s+(del|de la|de los|de las|de)\s*[.…]*$/i;

/** «SEÑORA JUEZA» → «Señora Jueza»: as the form offers it; the paper prints it in capitals. */
function asOffered(treatment: string): string {
  const words = treatment.toLocaleLowerCase('es').split(/\s+/);
  return words.map((word) => word.charAt(0).toLocaleUpperCase('es') + word.slice(1)).join(' ');
}

/** The words alone, to compare how an office is written: no accents, capitals or punctuation. */
export function plainWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The place as words of its own: «Defensa Pública» does not name Ica. */
function namesPlace(office: string, district: string): boolean {
  return ` ${plainWords(office)} `.includes(` ${plainWords(district)} `);
}

/**
 * «SEÑORA JUEZA DEL…» and «Juzgado de Familia» of a district → «Señora Jueza», «del Juzgado de Familia de Villa».
 *
 * @param place district of the office, with or without its province; null when it is not known. It is not said twice.
 * @returns `treatment` null where the directory has none: nothing is addressed to a person
 */
export function addresseeOf(
  { name, treatment }: Pick<Office, 'name' | 'treatment'>,
  place: string | null,
): { readonly treatment: string | null; readonly office: string } {
  const written = treatment === null ? null : article.exec(treatment)?.[1]?.toLowerCase();
  const head = written ?? (isFeminineOffice(name) ? 'de la' : 'del');
  const district = place?.split(',')[0]?.trim() ?? '';
  const where = district === '' || namesPlace(name, district) ? '' : ` de ${district}`;
  return {
    treatment: treatment === null ? null : asOffered(treatment.replace(article, '').replace(/[.…\s]+$/, '')),
    office: `${head} ${name}${where}`,
  };
}

const bare = /^(?!(?:del?|al?|ante|en)\s)(?:\S+\s+)?(?:juzgado|sala|fiscal[ií]a|comisar[ií]a)(?!\p{L})/iu;

/** «Señora Jueza», «Segundo Juzgado de Familia» → «Señora Jueza del Segundo Juzgado de Familia»: typed without its article. */
export function addressedWords({ treatment, office }: { readonly treatment: string; readonly office: string }): string {
  const isJoined = article.test(` ${treatment}`) || !bare.test(office);
  if (isJoined) return `${treatment} ${office}`;
  return `${treatment} ${isFeminineOffice(office) ? 'de la' : 'del'} ${office}`;
}
