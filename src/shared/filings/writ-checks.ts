/**
 * What must not pass in the text of a writ although it can be read and composed: parts lost or out of their order, a
 * petition turned round, the parties exchanged, somebody's data written into it. Measured against the text that ships with
 * the program: what that one says is allowed.
 */
import type { TemplateIssue } from '../papers/index.ts';
import type { TemplateKind } from './codes.ts';
import { kinds, shippedTemplates } from './kinds/index.ts';
import { fold } from '../platform/text.ts';

type Place = { readonly at: number; readonly words: string };

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

/** Text of a placeholder or a condition as blanks of the same length: places stay, nothing in it is read as words. */
const withoutTags = (text: string) => text.replace(/\{[{%].*?[}%]\}/gs, (tag) => ' '.repeat(tag.length));

const conditions = /\{% (?:if|for)\b.*?%\}|\{% end(?:if|for) %\}/g;

/** How many conditions and repetitions a place of the text stands in. */
function depthAt(text: string, at: number): number {
  let depth = 0;
  for (const { 0: tag, index } of text.matchAll(conditions)) {
    if (index > at) break;
    depth += tag.startsWith('{% end') ? -1 : 1;
  }
  return depth;
}

/** Parts in the order in which they must stand: its titles, what is asked at the end, place and date, signatures. */
const landmarks: readonly { readonly pattern: RegExp; readonly words: string }[] = [
  { pattern: /\{\{ escrito\.destinatario \}\}/, words: 'el despacho al que se dirige' },
  { pattern: /\bPOR TANTO\b/, words: '«POR TANTO»' },
  { pattern: /\{\{ escrito\.lugar\b/, words: 'el lugar («escrito.lugar»)' },
  { pattern: /\{\{ escrito\.fecha\b/, words: 'la fecha («escrito.fecha»)' },
  { pattern: /\{\{ escrito\.firmas \}\}/, words: 'el lugar de las firmas' },
];

/** Titles and landmarks that stand outside every condition, in the order of the text. */
function partsOf(text: string): Place[] {
  const titles = [...text.matchAll(/^# (.+)$/gm)].map((found) => ({
    at: found.index,
    words: `la parte «${(found[1] ?? '').trim()}»`,
  }));
  const marks = landmarks.flatMap(({ pattern, words }) => {
    const found = pattern.exec(text);
    return found === null ? [] : [{ at: found.index, words }];
  });
  return [...titles, ...marks].filter(({ at }) => depthAt(text, at) === 0).sort((one, other) => one.at - other.at);
}

/** A title that says more than it must is the part all the same: the longest that it holds. */
function asWanted(words: string, wanted: readonly string[]): string {
  const held = wanted.filter((one) => words.includes(one.replace(/»$/, '')));
  return held.toSorted((one, other) => other.length - one.length)[0] ?? words;
}

/** What is missing, and what stands before something that it must follow. */
function orderIssues(text: string, model: string): TemplateIssue[] {
  const wanted = partsOf(model).map(({ words }) => words);
  const own = partsOf(text).map((part) => ({ ...part, words: asWanted(part.words, wanted) }));
  const missing = wanted.filter((words) => !own.some((part) => part.words === words));
  const kept = own.filter(({ words }) => wanted.includes(words));
  const order = wanted.filter((words) => !missing.includes(words));
  const wrong = kept.find(({ words }, at) => words !== order[at]);
  return [
    ...missing.map((words) => ({
      line: 1,
      message: `Falta ${words} fuera de toda condición.`,
      about: 'missing' as const,
    })),
    ...(wrong === undefined
      ? []
      : [
          {
            line: lineAt(text, wrong.at),
            message: `No está en su orden: ${wrong.words}. El orden es: ${order.join(', ')}.`,
            about: 'order' as const,
          },
        ]),
  ];
}

/** Words that turn a petition round, where the text of the program does not have them. */
const refusing =
  /\bno\s+(?:se\s+)?(?:admit|dict|conced|dispon|declar|investig|proced|practi|orden|solicit|pido|denunci|demand)\w*|\b(?:archiv|infundad|improceden|desestim|rechac|denieg|denegar|inadmisib)\w*/giu;

function invertedIssues(text: string, model: string): TemplateIssue[] {
  const words = withoutTags(text);
  const allowed = new Set(Array.from(withoutTags(model).matchAll(refusing), ([found]) => found.toLowerCase()));
  const asked = /^# [^\n]*PETITORIO[\s\S]*?(?=^# |(?![\s\S]))|POR TANTO:[\s\S]*?(?=\n\n|(?![\s\S]))/gm;
  return [...words.matchAll(asked)].flatMap((part) =>
    [...part[0].matchAll(refusing)]
      .filter(([found]) => !allowed.has(found.toLowerCase()))
      .map((found) => ({
        line: lineAt(text, part.index + found.index),
        message: `Lo que se pide dice lo contrario: «${found[0]}».`,
      })),
  );
}

const before = (verbs: string, field: string) => new RegExp(`\\b(?:${verbs})\\s*\\**\\{\\{ ${field}\\.`, 'giu');

/** Words that lead to the one party and are followed by the other. */
const exchanged: readonly { readonly pattern: RegExp; readonly message: string }[] = [
  {
    pattern: before('contra|denuncio a|demando a|frente a?l?|seguid[oa] contra', '(?:agraviada|representante)'),
    message: 'Se dirige contra la persona agraviada: revise las partes.',
  },
  {
    pattern: before('a favor(?: de)?|en agravio(?: de)?|en defensa de|en representación de', 'denunciado'),
    message: 'Se pide a favor de la parte denunciada: revise las partes.',
  },
];

/** The first person whom the text names is who speaks: she, who represents her, the lawyer or the centre. */
function speakerIssues(text: string): TemplateIssue[] {
  const head = text.slice(0, Math.max(0, text.search(/^# /m)));
  const first = /\{\{ (denunciado\.(?:identidad|datos|documento))\b/.exec(head);
  if (first === null) return [];
  return [
    { line: lineAt(text, first.index), message: 'Antes del petitorio habla la parte denunciada: revise las partes.' },
  ];
}

export function partyIssues(text: string): TemplateIssue[] {
  const found = exchanged.flatMap(({ pattern, message }) =>
    [...text.matchAll(pattern)].map(({ index }) => ({ line: lineAt(text, index), message })),
  );
  return [...found, ...speakerIssues(text)];
}

/** Data of one person or one file, which belong to the record. */
const written: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /(?<![\d-])\d{8,9}(?![\d-])/g, what: 'un documento o un teléfono' },
  { pattern: /(?<!\d)9\d{2}[ -]\d{3}[ -]\d{3}(?!\d)/g, what: 'un teléfono' },
  { pattern: /\b\d{3,5}-\d{4}-\d+[\w-]*/g, what: 'un número de expediente' },
  { pattern: /[\w.+-]+@[\w-]+\.[\w.]+/g, what: 'un correo' },
  {
    pattern:
      /(?<!\p{L})(?:jr|jir[oó]n|av|avenida|calle|psje|pasaje|urb|urbanizaci[oó]n|mz|manzana|asentamiento humano)\.?\s+(?:\p{Lu}|\d)[\p{L}\d]*/giu,
    what: 'un domicilio',
  },
];

/** Words of offices, laws and formulas, without accents: two words in capitals of which one is here name nobody. */
const institutional = new Set(
  [
    'policia nacional peru peruano peruana republica estado poder judicial ministerio publico corte superior suprema',
    'juzgado juez jueza sala fiscal fiscalia fiscalias instituto medicina legal tribunal constitucional consejo comision',
    'ejecutivo defensoria defensa pueblo naciones unidas centro emergencia mujer familia mujeres poblaciones vulnerables',
    'programa warmi nan registro unico ordenado texto reglamento constitucion politica codigo penal procesal civil nino ninos',
    'adolescentes ley decreto supremo legislativo convencion interamericana belem para derechos humanos acuerdo plenario',
    'casacion recurso nulidad expediente sentencia resolucion disposicion protocolo plan directiva administrativa normas',
    'por tanto otrosi digo primer primero segundo tercer tercero cuarto quinto sexto senor senora doctor doctora anexo',
    'petitorio fundamentos hecho hechos derecho medios probatorios anexos escrito sumilla carpeta cuaderno reserva sobre',
    'ficha valoracion riesgo cedaw onu oea modulo judicial sistema especializado unidad distrito fiscal lima colegio abogados',
    'sunadep sucamec aurora mimp pnp dni demuna inabif upe ugel conadis reniec camara gesell urp',
  ].flatMap((words) => words.split(' ')),
);

/** Two words in capitals that follow each other and name no office: a person. Titles are not looked at. */
function namesIn(text: string): Place[] {
  const body = text.replace(/^#.*$/gm, (line) => ' '.repeat(line.length));
  const words = [...body.matchAll(/(?<![\p{L}])\p{Lu}[\p{L}']+/gu)];
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    if (next === undefined || !/^ +$/.test(body.slice(word.index + word[0].length, next.index))) return [];
    const isOffice = [word[0], next[0]].some((one) => institutional.has(fold(one)));
    return isOffice ? [] : [{ at: word.index, words: `${word[0]} ${next[0]}` }];
  });
}

/** Data of one person or one file, unless the text that may be quoted has them. */
export function writtenIssues(text: string, model: string): TemplateIssue[] {
  const [own, allowed] = [withoutTags(text), withoutTags(model)];
  const data = written.flatMap(({ pattern, what }) =>
    [...own.matchAll(pattern)].map((found) => ({ at: found.index, words: found[0], what })),
  );
  const names = namesIn(own).map((place) => ({ ...place, what: 'un nombre' }));
  return [...data, ...names]
    .filter(({ words }) => !allowed.includes(words))
    .map(({ at, words, what }) => ({
      line: lineAt(text, at),
      message: `«${words}» parece ${what} de una persona o un caso: se escribe con un dato de la ficha.`,
    }));
}

export function htmlIssues(text: string): TemplateIssue[] {
  return [...withoutTags(text).matchAll(/<\/?[a-z][^>\n]*>|&(?:[a-z]+|#\d+);/gi)].map(({ 0: found, index }) => ({
    line: lineAt(text, index),
    message: `El texto no lleva HTML: «${found}».`,
  }));
}

function nestedIssues(text: string): TemplateIssue[] {
  let open = 0;
  const issues: TemplateIssue[] = [];
  for (const { 0: tag, index } of text.matchAll(/\{% (?:end)?for\b.*?%\}/g)) {
    if (tag.startsWith('{% end')) open -= 1;
    else if (++open > 1) issues.push({ line: lineAt(text, index), message: 'Una repetición no va dentro de otra.' });
  }
  return issues;
}

/** Empty when the text may pass; papers of the centre, which are no writs, have no petition and no parties. */
export function writIssues(text: string, kind: TemplateKind): TemplateIssue[] {
  const model = shippedTemplates.find(({ value }) => value.kind === kind)?.value.text ?? '';
  return textIssues(text, { model, allowed: model, isWrit: kinds[kind].sort === 'writ' });
}

type Measure = {
  /** Whose parts it must have, in their order. */
  readonly model: string;
  /** What this one says may stand in it. */
  readonly allowed: string;
  readonly isWrit: boolean;
};

export function textIssues(text: string, { model, allowed, isWrit }: Measure): TemplateIssue[] {
  const common = [
    ...[...htmlIssues(text), ...nestedIssues(text)],
    ...[...writtenIssues(text, allowed), ...orderIssues(text, model)],
  ];
  return isWrit ? [...common, ...invertedIssues(text, allowed), ...partyIssues(text)] : common;
}
