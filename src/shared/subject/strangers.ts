/** What looks like somebody whom the record does not know: a name, a home, a number in words. It is asked, never judged. */
import type { Span } from '../papers/index.ts';
import { bareWord, everydayNames, ordinaryWords, shippedNicknames, thingNames } from '../people/index.ts';
import type { FindingKind } from './codes.ts';
import { officialWords, smallWords } from './plain-words.ts';

export type Hint = Span & { readonly kind: FindingKind };
/** Names that people bear, as they are compared. */
export type NameSets = { readonly given: ReadonlySet<string>; readonly surnames: ReadonlySet<string> };

type Word = Span & { readonly found: string; readonly bare: string };

export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu), ({ 0: found, index }) => ({
    ...{ found, from: index, to: index + found.length },
    bare: bareWord(found),
  }));

const titles =
  'señora|señor|señorita|doña|don|doctora|doctor|profesora|profesor|profe|maestra|maestro|' +
  'licenciada|licenciado|ingeniera|ingeniero|abogada|abogado|psicóloga|psicologa|psicólogo|psicologo|' +
  'amiga|amigo|vecina|vecino|comadre|compadre|madrina|padrino|casera|casero|cuñada|cuñado|suegra|suegro|' +
  'hermana|hermano|prima|primo|tía|tio|tío|tia|sobrina|sobrino|hija|hijo|niña|niño|nieta|nieto|abuela|abuelo|' +
  'pastora|pastor|párroco|suboficial|técnico|comandante|mayor|capitán|teniente|enfermera|obstetra|albergue|refugio';
/** With a point they go on; after a whole word it ends the sentence. */
const shortTitles = 'srta|sra|sr|dra|dr|lic|ing|abg|prof|ps|psic';
/** Beside these a word in small letters is a name too; «su hija menor», «hermana enferma» would be asked each time. */
const strong = /^(?:señor|srta|sra|sr|do[nñ]|dr|profe|maestr|lic|ing|amig|vecin|comadre|compadre|albergue|refugio)/i;
const titled = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:${shortTitles})\\.?|${titles})\\s+(?:(?:de|la|el)\\s+)?(\\p{L}[\\p{L}\\p{M}]+)`,
  'giu',
);

const months = 'enero|febr|marzo|abril|mayo|junio|julio|agosto|set|sept|octu|novi|dici';
const unit = `(?!\\s*(?:de\\s+(?:${months})|d[ií]as?|horas?|años?|mes(?:es)?|minutos?|soles|veces|sesion|semanas?|hij|%|y\\s+\\d))`;
const home = new RegExp(
  `(?<![\\p{L}])(?:las|los|la|el|san|santa|santo)\\s+(?!art[ií]culo|últim|ultim|primer|próxim|inciso|numeral|lunes|martes|miér|jueves|viernes|sábado|domingo|sesi|pregunt|grad|númer|foli|págin|secci)` +
    `(\\p{L}{4,})(?:\\s+\\p{L}{4,})?,?\\s+(?:(?:n|nro)\\.?\\s?[°º]?\\s*)?\\d{1,4}(?![\\d/:]|\\.\\d)${unit}`,
  'giu',
);

const figures =
  'cero|uno|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\\p{L}+|veint\\p{L}+|' +
  'treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|\\p{L}*cientos|mil|doble|triple';
const inWords = new RegExp(`(?<!\\p{L})(?:${figures})(?:[\\s,.;-]+(?:y\\s+)?(?:${figures}|\\d+)){3,}(?!\\p{L})`, 'giu');
const handle = /(?<!\p{L})arroba(?!\p{L})|(?<![\p{L}\p{N}])@\s?[\p{L}\p{N}._]{3,}/giu;
const study = /(?<!\p{L})estudia\p{L}*\s+en\s+(?:el\s+|la\s+)?\p{L}+\.?(?:\s+\p{L}+)?/giu;
const dotted = /(?<![\p{L}\p{N}.])(?:\p{L}\.\s?){2,}/gu;

const spansOf = (text: string, pattern: RegExp, kind: FindingKind): Hint[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ from: index, to: index + length, kind }));

/** Initials with points that are no acronym: «Z. T. P.». */
export const initialsIn = (text: string): (Span & { readonly letters: string })[] =>
  Array.from(text.matchAll(dotted), ({ index, 0: found }) => ({
    ...{ from: index, to: index + found.trimEnd().length },
    letters: bareWord(found.replace(/[^\p{L}]/gu, '')),
  })).filter(({ letters }) => letters.length > 1 && !/^(?:AM|PM|EEUU|AAHH|SA|SAC|EIRL|IE|IEI|CE|NO)$/.test(letters));

/** Days and months that are names of persons too, and what says that they are a date. */
const dated = /^(?:JULIO|DOMINGO|ABRIL)$/;
const beforeDate =
  /(?:\d\s+(?:de\s+)?|(?<!\p{L})(?:en|mes(?:\s+de)?|desde|hasta|día|los|el|del|este|a|y|fines\s+de))\s*,?\s*$/iu;
const afterDate = /^\s*(?:\d|del?\s+\d|de\s+\p{Ll})/u;
/** What is done, in a text all in capitals: no name ends so. */
const common = /(?:CION|SION|MENTE|IDAD)$/;
const past = /(?:ó|Ó|aron|ARON|ieron|IERON)$/;

const isVerb = (word: string) => /(?:ó|aron|ieron|ando|iendo|aba|aban)$/.test(word.toLowerCase());
const opens = /(?:^|:\s*[«"“]|[¿¡])[^\p{L}]*$/u;

const shortestStart = 3;
/** What is done or was, and «-mente»: no name ends so, not even one of no list. */
const done = /(?:ó|rá|rán|remos|ía|aba|ían|aban|aron|ieron|ando|iendo|mente|ción|sión|dad)(?:l[aeo]s?|se)?$/iu;

/** Whether a word is of every day, in another number, gender or form of the verb too. */
function isEveryday(bare: string, words: ReadonlySet<string>): boolean {
  const one = bare.replace(/E?S$/, '');
  const forms = [bare, bare.replace(/S$/, ''), one, bare.replace(/(?:L[AEO]S?|SE|ME|NOS)$/, '')];
  const stem = one.replace(/(?:AN|EN|[AEO])$/, '');
  const verb = one.replace(/(?:AD|ID)[AO]$/, '');
  const endings = ['AR', 'ER', 'IR'];
  return [...forms, ...['A', 'O', 'E', ...endings].map((end) => stem + end), ...endings.map((end) => verb + end)].some(
    (form) => words.has(form),
  );
}

/**
 * @param calm words that name nobody here: hers, of the centre, of where she lives
 * @param seen words that these texts have in small letters
 * @returns finds in a text whose sentences begin at `starts`
 */
export function strangers(
  calm: ReadonlySet<string>,
  { given, surnames }: NameSets,
  seen: ReadonlySet<string> = new Set(),
) {
  const everyday = new Set([...ordinaryWords, ...smallWords, ...seen]);
  const isCalm = ({ bare }: Pick<Word, 'bare'>) => calm.has(bare) || officialWords.has(bare) || smallWords.has(bare);
  const isPersonName = (bare: string) =>
    !everydayNames.has(bare) && (given.has(bare) || surnames.has(bare) || shippedNicknames.formalKeys(bare).length > 0);
  const isOrdinary = ({ bare, found }: Word) =>
    !given.has(bare) && !thingNames.has(bare) && !surnames.has(bare) && (common.test(bare) || past.test(found));
  // No list has «Yhosselin»: whatever begins a sentence and is no word of every day is asked about.
  const isUnlisted = ({ bare, found }: Word) =>
    bare.length >= shortestStart && !everydayNames.has(bare) && !done.test(found) && !isEveryday(bare, everyday);
  const isNameInSmall = (bare: string) =>
    bare.length > 3 && given.has(bare) && !everydayNames.has(bare) && !thingNames.has(bare);
  const looksNamed = (word: Word, { before, after, isStart }: { before: string; after: string; isStart: boolean }) => {
    const isCapital = /^\p{Lu}/u.test(word.found);
    if (isCapital && dated.test(word.bare) && !calm.has(word.bare))
      return !beforeDate.test(before) && !afterDate.test(after);
    if (isCalm(word) || word.bare.length < 2 || !/\p{L}/u.test(word.found)) return false;
    if (!isCapital) return isNameInSmall(word.bare);
    return isStart ? isPersonName(word.bare) : !isOrdinary(word);
  };
  const isTitled = ([, title = '', name = '']: RegExpMatchArray) => {
    const isCapital = /^\p{Lu}/u.test(name);
    // The programme and a shelter may have one name.
    if (/^(?:albergue|refugio)/i.test(title) && isCapital) return true;
    const bare = bareWord(name);
    // «Don Domingo», «la señora Paz»: no day and no office.
    const isQuiet = calm.has(bare) || smallWords.has(bare) || (officialWords.has(bare) && !given.has(bare));
    return !isQuiet && (isCapital || (strong.test(title) && !isVerb(name)));
  };
  const kindOf = (word: Word, around: { before: string; after: string; isStart: boolean }): FindingKind | null => {
    if (looksNamed(word, around)) return 'maybe';
    const isOpening = around.isStart && /^\p{Lu}/u.test(word.found) && !isCalm(word);
    return isOpening && isUnlisted(word) ? 'start' : null;
  };
  return (text: string, starts: readonly number[], hasChild: boolean): Hint[] => [
    ...wordsOf(text).flatMap((word): Hint[] => {
      const begin = starts.findLast((at) => at <= word.from) ?? 0;
      const before = text.slice(begin, word.from);
      const after = text.slice(word.to, word.to + 12);
      const kind = kindOf(word, { before, after, isStart: opens.test(before) });
      return kind === null ? [] : [{ from: word.from, to: word.to, kind }];
    }),
    ...[...text.matchAll(titled)]
      .filter(isTitled)
      .map(({ index, 0: { length } }) => ({ from: index, to: index + length, kind: 'maybe' as const })),
    ...initialsIn(text)
      .filter(({ letters }) => !isCalm({ bare: letters }))
      .map(({ from, to }) => ({ from, to, kind: 'maybe' as const })),
    ...[...text.matchAll(home)]
      .filter(([, street = '']) => !isCalm({ bare: bareWord(street) }))
      .map(({ index, 0: { length } }) => ({ from: index, to: index + length, kind: 'place' as const })),
    ...spansOf(text, inWords, 'number'),
    ...spansOf(text, handle, 'mail'),
    ...(hasChild ? spansOf(text, study, 'maybe') : []),
  ];
}

/** Words that more than one of these texts has in small letters: a name typed so once is not among them. */
export function seenInSmall(entries: readonly { readonly typed?: { readonly text: string } }[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { typed } of entries) {
    const small = wordsOf(typed?.text ?? '').filter(({ found }) => /^\p{Ll}/u.test(found));
    for (const bare of new Set(small.map((word) => word.bare))) times.set(bare, (times.get(bare) ?? 0) + 1);
  }
  return new Set([...times].flatMap(([bare, count]) => (count > 1 ? [bare] : [])));
}
