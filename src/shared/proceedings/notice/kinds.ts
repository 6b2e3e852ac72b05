/** What was decided: the class of the decision, and which of the acts of a proceeding it is. By words, never by guess. */
import type { EventKind } from '../event-kinds.ts';
import { placesOf, readOf, type Hit, type Piece, type Read, type Source, foundValue } from './source.ts';
import { countWords } from './spanish.ts';

export const decisionClassLabels = {
  auto: 'Auto',
  decreto: 'Decreto',
  sentencia: 'Sentencia',
  disposicion: 'Disposición fiscal',
  providencia: 'Providencia',
  requerimiento: 'Requerimiento fiscal',
} as const;
export type DecisionClass = keyof typeof decisionClassLabels;

const title =
  /^(?:\(|resolucion[^\n]{0,40}?[\s(–-])?\s{0,3}(auto|decreto|sentencia|disposicion(?:\s+fiscal)?|providencia|requerimiento)\b(?!\s+(?:apelad|impugnad|recurrid|de\s+fecha))[^\n]{0,160}$/gm;

function titles(source: Source): Hit<DecisionClass>[] {
  return placesOf(source, title).flatMap((match): Hit<DecisionClass>[] => {
    const [word = ''] = (match[1] ?? '').split(/\s/);
    const start = match.index + match[0].indexOf(word);
    const hit = { start, end: match.index + match[0].length };
    // A heading begins with a capital letter; a line of prose that happens to begin with the word does not.
    return /^[A-ZÁÉÍÓÚ]/.test(source.text.slice(start, start + 1)) ? [{ ...hit, value: word as DecisionClass }] : [];
  });
}

const formulas: readonly (readonly [RegExp, DecisionClass])[] = [
  [/autos\s+y\s+vistos?/g, 'auto'],
  [/\b(?:administrando\s+justicia|fallo\s?:|falla\s?:)/g, 'sentencia'],
  [
    /(?:^|\n)\s*(?:dado|dando|puesto)\s+cuenta|(?:^|\n)\s*al\s+(?:escrito|oficio|documento)|\btengase\s+presente\b/g,
    'decreto',
  ],
];

/** As its title says it, else as the words with which such a decision begins. */
export function classIn(source: Source, isDisposition: boolean): Read<DecisionClass> {
  const byTitle = titles(source).filter(({ value }) => isDisposition || value !== 'disposicion');
  const key = (value: DecisionClass) => value;
  if (isDisposition) {
    const own = byTitle.filter(({ value }) => value === 'disposicion' || value === 'requerimiento');
    return readOf(source, own.slice(0, 1), key);
  }
  if (byTitle.length > 0) return readOf(source, byTitle, key);
  for (const [pattern, value] of formulas) {
    const hits = placesOf(source, pattern).map((match) => ({ ...place(match), value }));
    if (hits.length > 0) return readOf(source, hits, key);
  }
  return null;
}

const place = (match: RegExpExecArray): Piece => ({ start: match.index, end: match.index + match[0].length });

type Sign = {
  readonly kind: EventKind;
  /** As a regular expression, where a space is any white space. */
  readonly says: string;
  /** Holds only where the decision is of this class. */
  readonly of?: readonly DecisionClass[];
  /** A part of another act where both are said: told only if nothing else is. */
  readonly isPart?: true;
};

const near = (most: number) => `[^.;]{0,${most}}`;
const measures = 'medidas? (?:de proteccion|cautelar(?:es)?)';
const centre = '(?:centros? (?:de )?emergencia mujer|\\bcem\\b)';
const preparatory = 'investigacion preparatoria';

/** In this order: what an earlier sign takes, a later one does not read again. */
const said: readonly Sign[] = [
  { kind: 'hearingRescheduled', says: `reprogram\\w*${near(80)}(?:audiencia|vista|diligencia|entrevista)` },
  { kind: 'hearingRescheduled', says: `(?:audiencia|vista)${near(60)}reprogram\\w*` },
  {
    kind: 'archived',
    says: `(?:no ha lugar a|no procede(?:r)?(?: a)?|que no procede)${near(80)}formaliz${near(120)}(?:preparatoria)?`,
    of: ['disposicion'],
  },
  {
    kind: 'archived',
    says: '(?:archiv(?:o|ar|ese|amiento)(?: (?:liminar|definitiv|provisional|de plano|de los actuados|del caso|de la))|no formaliz\\w+)',
    of: ['disposicion'],
  },
  { kind: 'preparatoryExtended', says: `(?:prorrog\\w*|ampli\\w+ (?:el|del) plazo)${near(60)}${preparatory}` },
  { kind: 'preparatoryClosed', says: `(?:conclu(?:sion|ida|ir|yase|ye)|por concluid[ao])${near(40)}${preparatory}` },
  { kind: 'preparatoryOpened', says: `formaliz\\w+${near(50)}${preparatory}`, of: ['disposicion'] },
  {
    kind: 'investigationOpened',
    says: `(?:abrir|apertur\\w*|inici(?:ar|o|ese|a)|disponer)${near(60)}(?:investigacion preliminar|diligencias preliminares)`,
    of: ['disposicion'],
  },
  { kind: 'immediateProcessOpened', says: `incoa\\w*${near(40)}proceso inmediato` },
  {
    kind: 'dismissalRequested',
    says: `(?:^|\\n)\\s{0,3}requerimiento (?:fiscal )?(?:de )?sobreseimiento|traslado${near(80)}requerimiento${near(20)}sobreseimiento`,
  },
  {
    kind: 'accusation',
    says: `(?:^|\\n)\\s{0,3}requerimiento (?:fiscal )?(?:de )?acusa(?:cion|torio)|traslado${near(80)}(?:requerimiento${near(20)}acusa|acusacion)`,
  },
  {
    kind: 'civilPartyDenied',
    says: `\\b(?:infundad[ao]|improcedente|inadmisible|rechaz\\w*)${near(90)}(?:actor|parte) civil`,
  },
  {
    kind: 'civilPartyAdmitted',
    says: `\\b(?:fundad[ao]|admit\\w+|constituir|constituyase|por constituid[ao])${near(90)}(?:actor|parte) civil`,
  },
  { kind: 'trialOpened', says: 'auto de enjuiciamiento|citacion a juicio' },
  {
    kind: 'orderNotified',
    says: `(?:fundad[ao]|dict\\w*|declar\\w*)${near(60)}sobreseimiento|sobreseer`,
    of: ['auto'],
  },
  {
    kind: 'appealRefused',
    says: `(?:improcedente|inadmisible|no ha lugar|denieg\\w*|denegar|denegad\\w|rechaz\\w*)${near(50)}(?:apelacion|casacion)`,
  },
  { kind: 'appealGranted', says: `conced\\w*${near(60)}apelacion` },
  { kind: 'measuresLifted', says: `(?:sin efecto|levant\\w+|cese|cesar)${near(60)}${measures}` },
  {
    kind: 'measuresVaried',
    says: `\\b(?:vari(?:ar|acion|ese|a|o)|ampli(?:ar|acion|ese|a)|sustitu\\w+|modific\\w+)\\b${near(60)}${measures}`,
  },
  {
    kind: 'measuresDecided',
    says: `\\b(?:dict(?:ar|ese|a|o|an)|otorg(?:ar|uese|a|o|an)|conced\\w+|dispon\\w+|improcedente|deneg\\w+|no ha lugar|procedente)\\b${near(90)}${measures}`,
  },
  {
    kind: 'measuresDecided',
    says: `(?:^|\\n)\\s{0,3}auto (?:final )?(?:de |que (?:dicta|otorga|dispone) )${measures}`,
  },
  { kind: 'judgmentFinal', says: `(?:declar\\w*|tengase|tener)${near(40)}\\b(?:consentid[ao]|ejecutoriad[ao])` },
  {
    kind: 'observed',
    says: `(?:inadmisible|cumpla|plazo|dias)${near(120)}subsan\\w+|subsan\\w+${near(90)}(?:plazo|dias)`,
  },
  { kind: 'pleadingServed', says: '(?:corr\\w+|confier\\w+|confer\\w+) (?:el )?traslado', isPart: true },
  {
    kind: 'supervisionOrdered',
    says: `(?:supervis\\w+|ejecucion)${near(140)}${centre}|${centre}${near(120)}supervis\\w+`,
    isPart: true,
  },
  {
    kind: 'reportRequested',
    says: `(?:remit\\w+|emit\\w+|elabor\\w+|evacu\\w+)${near(60)}informe${near(120)}${centre}|${centre}${near(120)}(?:remit|emit|elabor|evacu)\\w+${near(60)}informe`,
    isPart: true,
  },
];
const signs = said.map(({ says, ...sign }) => ({ ...sign, pattern: new RegExp(says.replaceAll(' ', '\\s+'), 'g') }));

const decides =
  /(?:^|\n)[^\n]{0,40}\b(?:se\s+resuelve|resuelvo|resuelve|fall[oa]|se\s+dispone|dispone|dispongo|parte\s+resolutiva)\b\s*:?|\bse\s+resuelve\s*:?|\b(?:fall[oa]|dispone|dispongo)\s*:/;

/** What it decides, with its titles and its sumilla: what it only tells of earlier acts does not count. */
function decisivePart(source: Source): Source {
  const match = decides.exec(source.plain);
  if (match === null) return source;
  const kept = [...titles(source), ...placesOf(source, /^sumilla[^\n]{0,200}/gm).map(place)];
  const isKept = (at: number) => at >= match.index || kept.some(({ start, end }) => at >= start && at < end);
  return { text: source.text, plain: blanked(source.plain, isKept) };
}

/** Left out by spaces, so that places stay the same. */
function blanked(plain: string, isKept: (at: number) => boolean): string {
  let text = '';
  for (let at = 0; at < plain.length; at += 1) text += isKept(at) || plain[at] === '\n' ? plain.charAt(at) : '.';
  return text;
}

function without(plain: string, { start, end }: Piece): string {
  return `${plain.slice(0, start)}${'.'.repeat(end - start)}${plain.slice(end)}`;
}

function signed(
  source: Source,
  found: DecisionClass | null,
): readonly (Hit<EventKind> & { readonly isPart: boolean })[] {
  let { plain } = decisivePart(source);
  return signs.flatMap(({ kind, pattern, of, isPart = false }) => {
    if (of !== undefined && (found === null || !of.includes(found))) return [];
    const places = placesOf({ plain }, pattern);
    const [match] = places;
    if (match === undefined) return [];
    // The title says it and the operative part says it again.
    for (const one of places) plain = without(plain, place(one));
    return [{ ...place(match), value: kind, isPart }];
  });
}

/** A judgment is an act by its class; which one, its matter says. */
function judgment(source: Source, found: Read<DecisionClass>): Hit<EventKind> | null {
  if (found?.kind !== 'found' || found.value !== 'sentencia') return null;
  const of = (pattern: RegExp) => pattern.exec(source.plain);
  const view = of(/sentencia\s+de\s+vista/);
  const rest: readonly (readonly [RegExpExecArray | null, EventKind])[] = [
    [view, 'appealJudgment'],
    [of(/proceso\s+inmediato/), 'immediateJudgment'],
    [of(/(?:materia\s?:[^\n]{0,40}|demanda\s+de\s+|pension\s+(?:de\s+)?)aliment/), 'alimonyJudgment'],
    [of(/sentencia/) ?? of(/fallo|falla/), 'judgment'],
  ];
  const [first] = rest.filter(([match]) => match !== null);
  return first?.[0] === undefined || first[0] === null ? null : { ...place(first[0]), value: first[1] };
}

/** Which act it is; null where no sign says it: she chooses. */
export function eventKindIn(source: Source, found: Read<DecisionClass>): Read<EventKind> {
  const key = (kind: EventKind) => kind;
  const own = foundValue(found);
  const ofJudgment = judgment(source, found);
  if (ofJudgment !== null) return readOf(source, [ofJudgment], key);
  const view = /auto\s+de\s+vista/.exec(source.plain);
  if (own === 'auto' && view !== null) return readOf(source, [{ ...place(view), value: 'chamberDecided' }], key);
  const hits = signed(source, own);
  const whole = hits.filter(({ isPart }) => !isPart);
  const used = whole.length > 0 ? whole : hits;
  if (used.length > 0) return readOf(source, used, key);
  if (own !== 'decreto' || found?.kind !== 'found') return null;
  return { kind: 'found', value: 'decreeNotified', from: found.from };
}

const count = `(?:\\d{1,3}|${countWords})`;
const grantedTerm = new RegExp(
  `(?:plazo|termino)\\s+(?:maximo\\s+|perentorio\\s+|improrrogable\\s+)?(?:de\\s+)?${count}(?:\\s*\\([^)\\n]{1,20}\\))?\\s+(?:dias|horas|meses)(?:\\s+(?:habiles|calendarios?|naturales))?|` +
    `dentro\\s+de(?:l\\s+plazo\\s+de)?\\s+${count}(?:\\s*\\([^)\\n]{1,20}\\))?\\s+(?:dias|horas)(?:\\s+(?:habiles|calendarios?))?`,
  'g',
);

/** The term as the decision itself words it: shown, never counted here. */
export function grantedTermIn(source: Source): Read<string> {
  const { plain } = decisivePart(source);
  const hits = placesOf({ plain }, grantedTerm).map((match) => ({
    ...place(match),
    value: source.text.slice(match.index, match.index + match[0].length).replace(/\s+/g, ' '),
  }));
  return readOf(source, hits, (value) => value.toLowerCase());
}
