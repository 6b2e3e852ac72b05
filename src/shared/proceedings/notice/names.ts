/** How the proceeding is named in a notice: its file, its office, the number of what was decided. */
import { countWords, numberOf } from './spanish.ts';
import { around, pieceOf, placesOf, readOf, type Hit, type Read, type Source } from './source.ts';
import { fold } from '../../platform/text.ts';

const dash = '\\s?[-–]\\s?';
/** «01234-2026-0-1001-JR-FT-02» */
const courtFile = new RegExp(
  `(?<![\\d-])(\\d{3,6})${dash}(\\d{4})${dash}(\\d{1,3})${dash}(\\d{4})${dash}([a-z]{2})${dash}([a-z]{2})${dash}(\\d{1,3})(?!\\d)`,
  'g',
);
const no = '(?:n(?:umero|ro|um|o)?\\.?\\s?[°º]?\\s?)?[.:]?\\s{0,3}[:]?\\s{0,3}';
const shortFile = new RegExp(
  `(?<![a-z])exp(?:ediente)?(?:\\s+judicial)?\\.?\\s{0,3}${no}(\\d{1,12}${dash}\\d{4}(?:${dash}\\d{1,6}){0,2})(?!\\s?[-–\\d])`,
  'g',
);
const prosecutorFile = new RegExp(
  `(?<![a-z])(?:carpeta(?:\\s+fiscal)?|caso(?:\\s+fiscal)?|cf)\\.?\\s{0,3}${no}(\\d{1,12}${dash}\\d{1,6}(?:${dash}\\d{1,6}){0,3})(?![\\d-])`,
  'g',
);

const unspaced = (text: string) => text.replace(/\s+/g, '').replaceAll('–', '-').toUpperCase();

/** «01234-2026-0-1001-JR-FT-02» and «1234-2026» name one file; a notebook (-1-) is another than its main file. */
function fileKey(fileNumber: string): string {
  const [number = '', ...rest] = fileNumber.split('-');
  return [number.replace(/^0+(?=\d)/, ''), ...rest].join('-');
}

/** Whether two numbers name one file; a short one has only number and year. */
export function isSameFile(one: string, other: string): boolean {
  const [a, b] = [fileKey(unspaced(one)), fileKey(unspaced(other))];
  const isShort = (key: string) => key.split('-').length < 4;
  if (a === b) return true;
  const [short, long] = isShort(a) ? [a, b] : [b, a];
  return (
    isShort(short) && !isShort(long) && long.startsWith(`${short.split('-').length === 2 ? `${short}-0` : short}-`)
  );
}

const isHeading = (source: Source, hit: Hit<string>, label: RegExp) => {
  const { before } = around(source, hit);
  return label.test(before) || (before === '' && label.test(source.plain.slice(hit.start, hit.start + 12)));
};
const fileLabel = /^(?:exp(?:ediente)?|carpeta|caso|cf|cuaderno)\b[\w .°º:]{0,20}:?$|^(?:exp|carpeta|caso)/;

export type FileRead = { readonly court: Read<string>; readonly prosecutor: Read<string> };

/** The one in the caption, however often others are cited in the text. */
function fileOf(source: Source, hits: readonly Hit<string>[]): Read<string> {
  const heading = hits.filter((hit) => isHeading(source, hit, fileLabel));
  const used = heading.length > 0 ? heading : hits;
  const longest = used.filter(
    ({ value }) => !used.some((other) => other.value.length > value.length && isSameFile(other.value, value)),
  );
  return readOf(source, longest, fileKey);
}

export function filesIn(source: Source): FileRead {
  const hit = (match: RegExpExecArray, value: string): Hit<string> => ({ ...pieceOf(match), value: unspaced(value) });
  const whole = placesOf(source, courtFile).map((match) => hit(match, match[0]));
  const short = placesOf(source, shortFile).map((match) => hit(match, match[1] ?? ''));
  return {
    court: fileOf(source, [...whole, ...short]),
    prosecutor: fileOf(
      source,
      placesOf(source, prosecutorFile).map((match) => hit(match, match[1] ?? '')),
    ),
  };
}

export type Decision = { readonly sort: 'resolution' | 'disposition' | 'providence'; readonly number: string };

const suffix = `${dash}\\d{4}(?:${dash}[a-z0-9]{1,14}){0,6}`;
const decision = new RegExp(
  `(?<![a-z])(resolucion|res\\.|disposicion(?:\\s+fiscal)?|providencia(?:\\s+fiscal)?)\\s{1,3}` +
    `(n(?:umero|ro|um|o)?\\.?\\s?[°º]?\\s?[.:]?\\s{0,3}[:]?\\s{0,3}|:\\s?)?(\\d{1,4}(?:${suffix})?|${countWords})(?![\\d/a-z])`,
  'g',
);

const sorts = { resolucion: 'resolution', 'res.': 'resolution', disposicion: 'disposition' } as const;

function sortOf(word: string): Decision['sort'] {
  const [first = ''] = word.split(/\s/);
  return first in sorts ? sorts[first as keyof typeof sorts] : 'providence';
}

function decisionsIn(source: Source): Hit<Decision>[] {
  return placesOf(source, decision).flatMap((match) => {
    const written = match[3] ?? '';
    const isFigures = /^\d/.test(written);
    const number = isFigures ? unspaced(written).replace(/^0+(?=\d)/, '') : String(numberOf(written) ?? '');
    const value = { sort: sortOf(match[1] ?? ''), number };
    return number === '' || number === '0' ? [] : [{ ...pieceOf(match), value }];
  });
}

const handsOver =
  /(?:anex|adjunt|se (?:le )?(?:notific|remit)|notifico|documento|que contiene|contenido|lo siguiente)[^.]{0,60}$/;
const ends =
  /^(?:[.:;,)(\s_–-]*$|\(|[-–,.]?\s*(?:de fecha|del?\s+\d|con fecha|auto|sentencia|decreto|a fojas|\d{1,2}[/.-]))/;

export type DecisionRead = {
  readonly decision: Read<Decision>;
  /** Its heading; null where none is found, or several. */
  readonly at: Hit<Decision> | null;
  /** Every place that names it. */
  readonly named: readonly Hit<Decision>[];
};

/** What was decided, as its own heading or the cédula names it; else the only one that is named. */
export function decisionIn(source: Source): DecisionRead {
  const hits = decisionsIn(source);
  const headings = hits.filter((hit) => {
    const { before, after } = around(source, hit);
    return (/^[\d.)•*\s–-]*$/.test(before) || handsOver.test(before)) && ends.test(after);
  });
  const used = headings.length > 0 ? headings : hits;
  const decision = readOf(source, used, decisionKey);
  if (decision?.kind !== 'found') return { decision, at: null, named: [] };
  // The heading of the decision itself, not the line of the cédula that announces it: the day stands below it.
  const own = used.findLast(({ start }) => around(source, { start, end: start }).before === '');
  return { decision, at: own ?? used[0] ?? null, named: used };
}

/** «Disposición N.º 3-2026-MP» and «disposición 3-2026» are one. */
export function decisionKey({ sort, number }: Decision): string {
  return `${sort} ${number.split('-').slice(0, 2).join('-')}`;
}

/** What a document that was written down is called: «Resolución N.º 3 (auto) del 28/11/2026». */
export function decisionNamed(document: string): Decision | null {
  const [first] = decisionsIn({ text: document, plain: fold(document) });
  return first?.value ?? null;
}

const labels =
  'juez|jueza|jueces|especialista|secretari|expediente|materia|demanda|agravia|denuncia|imputa|fiscal|resolucion|destinatario|asistente|asunto|carpeta|caso|delito|tipo|sumilla|victima|cuaderno|direccion|notificacion|fecha';
const labelled = new RegExp(
  `(?<![a-z])(?:organo\\s+jurisdiccional|(?:juzgado|sala|fiscalia|dependencia)(?:[^\\S\\n]+[a-z]+){0,3}|despacho\\s+fiscal|instancia)\\s?:\\s*([^\\n]{3,200}?)(?=\\s(?:${labels})\\w*(?:\\s[a-z]+)?\\s?:|\\n|$)`,
  'g',
);
const ordinal =
  '(?:(?:\\d{1,2}\\s?[°ºª.]{0,2}(?:er|da|do|ra|ro|ta|to|mo|ma)?|primer[ao]?|segund[ao]|tercer[ao]?|cuart[ao]|quint[ao]|sext[ao]|septim[ao]|octav[ao]|noven[ao]|decim[ao](?:\\s+\\w+)?|undecim[ao]|duodecim[ao])\\s+)?';
const titled = new RegExp(`^${ordinal}(?:juzgado|sala|fiscalia|despacho)\\b[^\\n]{4,180}$`, 'gm');

const goesOn = /(?:^|\s)(?:de|del|la|las|los|el|y|e|en|contra|para|con|a|-)$/;
const startsLabel = new RegExp(`^(?:${labels})\\w*(?:\\s[a-z]+)?\\s?:`);

/** With the lines that a long name runs over. */
function wholeName(source: Source, start: number, end: number): number {
  let last = end;
  for (let more = 0; more < 2; more += 1) {
    const next = source.plain.indexOf('\n', last + 1);
    const line = source.plain.slice(last + 1, next === -1 ? undefined : next).trim();
    const isNext = source.plain.charAt(last) === '\n' && line !== '' && !startsLabel.test(line);
    if (!isNext || !goesOn.test(source.plain.slice(start, last).trim())) break;
    last = next === -1 ? source.plain.length : next;
  }
  return last;
}

const officeWords = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s:.,-]+|[\s:.,;-]+$/g, '')
    .slice(0, 160)
    .trim();

export function officeKey(office: string): string {
  return fold(office)
    .replace(/(\d)\s?[°ºª.]{1,2}/g, '$1 ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => ordinals.get(word) ?? word)
    .join(' ');
}

const ordinals: ReadonlyMap<string, string> = new Map(
  ['primer', 'segundo', 'tercer', 'cuarto', 'quinto', 'sexto', 'septimo', 'octavo', 'noveno', 'decimo'].flatMap(
    (word, at) =>
      [word, word.endsWith('o') ? word.replace(/o$/, 'a') : `${word}a`, word.endsWith('o') ? word : `${word}o`].map(
        (form) => [form, String(at + 1)] as const,
      ),
  ),
);

/** «JUZGADO 2° JUZGADO DE FAMILIA», as columns run together. */
const unmarked = /(?<![a-z])(?:juzgado|sala)[^\S\n]+(\d{1,2}\s?[°ºª][^\S\n]?(?:juzgado|sala)[^\n]{3,160})$/gm;

/** Whole institutions, which head every sheet and are no office. */
const institutions: ReadonlySet<string> = new Set(['fiscalia de la nacion']);

/** Lines of the head where an unlabelled office stands. */
const headLength = 1500;

export function officeIn(source: Source): Read<string> {
  const named = [...placesOf(source, labelled), ...placesOf(source, unmarked)].flatMap((match): Hit<string>[] => {
    const start = match.index + match[0].length - (match[1] ?? '').length;
    const end = wholeName(source, start, match.index + match[0].length);
    const value = officeWords(source.text.slice(start, end));
    return value.length < 5 ? [] : [{ start: match.index, end, value }];
  });
  if (named.length > 0) return readOf(source, withoutShorter(named), officeKey);
  const head = { text: source.text, plain: source.plain.slice(0, headLength) };
  const lines = placesOf(head, titled).map((match): Hit<string> => {
    const end = wholeName(source, match.index, match.index + match[0].length);
    return { start: match.index, end, value: officeWords(source.text.slice(match.index, end)) };
  });
  // A sentence that begins a line with «sala» or «juzgado» is no heading.
  const headings = lines.filter(({ start, end, value }) => {
    const written = source.text.slice(start, end).trim();
    return /^[A-ZÁÉÍÓÚÑ0-9]/.test(written) && !written.endsWith('.') && !institutions.has(officeKey(value));
  });
  return readOf(source, withoutShorter(headings), officeKey);
}

/** «Juzgado de Familia» and «Juzgado de Familia - Sede Central» are one, told in full. */
function withoutShorter(hits: readonly Hit<string>[]): Hit<string>[] {
  return hits.filter(({ value }) => {
    const key = officeKey(value);
    return !hits.some((other) => officeKey(other.value) !== key && officeKey(other.value).startsWith(`${key} `));
  });
}
