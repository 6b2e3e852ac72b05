/** Composition of a referral: the letter, the slip that comes back, and what she carries. */
import type { MissingFact, Paper, PaperBlock, PaperRun } from '../papers/blocks.ts';
import { bold, heading, marksOf, paragraph } from '../papers/text.ts';
import {
  eachText,
  findWithheld,
  longDate,
  runTemplate,
  shortener,
  withhold,
  replaceSpans,
  withheldWords,
  type Span,
} from '../papers/index.ts';
import { missingQuestions } from '../record/index.ts';
import { carriedSheet } from './carried.ts';
import { referralRules, type ReferralKind } from './kinds/index.ts';
import { questionsOf, type ReferralFacts, type ReferralIssue, type ReferralOptions } from './schema.ts';
import { counterReferralSlip, slipParts } from './slip.ts';
import { letterFields } from './template/fields.ts';
import type { LetterValue } from './template/value.ts';
import { eachTyped, toldThrough } from './typed.ts';
import { bareWord, everydayNames, nameWords, ordinaryWords, thingNames } from '../people/index.ts';
import { tellsOf } from '../safety/index.ts';

// What people wrote freely in a letter is looked through for whoever it may not name: by the comparison of the card (one
// word, a nickname, another spelling), not only by two names beside each other.

const nobody = { phrases: [], names: [], staff: [], texts: [] };
const barePieces = (names: readonly string[]) => new Set(names.flatMap(nameWords).map(bareWord));

/**
 * @param names of whom nothing may tell
 * @param standing names that the letter prints: what is shared with them tells nobody, nor does a word of every day
 */
function freeWords(names: readonly string[], standing: readonly string[]) {
  const known = barePieces(standing);
  const isEveryday = (word: string) => [everydayNames, thingNames, ordinaryWords].some((words) => words.has(word));
  const isTelling = (word: string) => !known.has(word) && !isEveryday(word);
  const secrets = { ...nobody, names: [...barePieces(names)].filter(isTelling) };
  const isOwn = (word: string) => known.has(bareWord(word));
  const tells = (text: string) =>
    tellsOf(
      text.replace(/[\p{L}\p{M}'’]+/gu, (word) => (isOwn(word) ? '·' : word)),
      secrets,
    );
  const find = (text: string): Span[] => {
    if (secrets.names.length === 0 || !tells(text)) return [];
    const words = Array.from(text.matchAll(/[\p{L}\p{M}'’]+/gu), ({ index, 0: { length } }) => ({
      ...{ from: index, to: index + length },
    })).filter(({ from, to }) => tells(text.slice(from, to)));
    // Told by words that are cut or run together: then the whole text.
    return words.length > 0 ? words : [{ from: 0, to: text.length }];
  };
  return { tells, masked: (text: string) => replaceSpans(text, find(text), () => withheldWords) };
}

type Free = Pick<ReferralOptions, 'reason' | 'otherService' | 'answers'>;

/** The texts of a letter in which anything may be written; its receiver, place and signer have names of their own. */
function eachFree<Options extends Free>(options: Options, change: (text: string) => string): Options {
  const maybe = (text: string | null) => (text === null ? null : change(text));
  return {
    ...options,
    reason: maybe(options.reason),
    otherService: maybe(options.otherService),
    answers: Object.fromEntries(
      Object.entries(options.answers).map(([name, answer]) => [
        name,
        typeof answer === 'string' ? change(answer) : answer,
      ]),
    ),
  };
}

const need = (lacks: boolean, fact: string, label: string, page: MissingFact['page']): MissingFact[] =>
  // What the page of the letter itself asks has the path of its option as its name.
  lacks ? [{ fact, label, page, weight: 'required', ...(page === 'document' && { field: fact }) }] : [];

/**
 * Facts of the ficha are called as writs call them: she is asked once, whichever paper lacks them.
 * @param gaps what the text of the letter prints and the record lacks: what it leaves out is not asked for
 */
function missingOf(
  kind: ReferralKind,
  { facts, options, gaps }: { facts: ReferralFacts; options: ReferralOptions; gaps: Letter['gaps'] },
): MissingFact[] {
  const rule = referralRules[kind];
  const { questions } = questionsOf(kind);
  const page = rule.subject === 'user' ? 'section-a' : 'document';
  const lacksPerson = rule.subject === 'user' || facts.person.names === null;
  return [
    ...need(
      rule.subject === 'child' && facts.person.names === null && facts.person.age === null,
      'childId',
      'niña, niño o adolescente de quien se trata',
      'document',
    ),
    ...need(facts.person.names === null, 'agraviada.nombres', 'nombres de la persona', 'section-a'),
    ...need(
      gaps.has('persona.documento') && lacksPerson,
      'agraviada.documento',
      'documento de identidad, o su estado',
      'section-a',
    ),
    ...need(facts.person.age === null && rule.subject !== 'aggressor', 'agraviada.edad', 'edad', 'section-a'),
    ...need(gaps.has('caso.tiempo'), 'hecho.fecha', 'fecha del hecho', 'section-b'),
    ...need(options.receiver === null, 'receiver', 'quién recibe', 'document'),
    ...need(options.services.length === 0, 'services', 'servicios que se piden', 'document'),
    ...need(rule.asksReason && options.reason === null, 'reason', 'motivo', 'document'),
    ...missingQuestions(questions, options.answers).flatMap((name) =>
      need(true, `answers.${name}`, (questions[name]?.label ?? name).toLowerCase(), 'document'),
    ),
    ...need(options.consent === null && rule.subject !== 'aggressor', 'consent', 'consentimiento', 'document'),
    ...need(options.professional === null, 'professional', 'profesional que firma', 'document'),
    ...need(options.includeSafeContact && facts.safeContact === null, 'safe-contact', 'contacto seguro', page),
  ];
}

/** Rows that follow each other are one table, whichever line of the template they came from. */
function joinedRows(blocks: readonly PaperBlock[]): PaperBlock[] {
  return blocks.reduce<PaperBlock[]>((all, block) => {
    const last = all.at(-1);
    if (last?.kind !== 'pairs' || block.kind !== 'pairs') return [...all, block];
    return [...all.slice(0, -1), { ...last, rows: [...last.rows, ...block.rows] }];
  }, []);
}

type Letter = { readonly blocks: readonly PaperBlock[]; readonly gaps: ReadonlySet<string> };

/** Who receives, signs, and where: they have names of their own. */
function besideIn({ receiver, professional, place }: ReferralOptions): string[] {
  const said = [receiver?.post, receiver?.establishment, professional?.names, place];
  return said.filter((one) => one !== undefined);
}

/** @throws TemplateError for a text that `checkLetter` refuses */
export function composeLetter(value: LetterValue, facts: ReferralFacts, options: ReferralOptions): Letter {
  const { kind, title, text } = value;
  const { receiver } = options;
  const { blocks, gaps } = runTemplate(text, letterFields(kind), { given: { kind, facts, options }, look: 'letter' });
  const to: PaperRun[] =
    receiver === null
      ? [{ text: 'quién recibe', missing: true }]
      : [bold(`${receiver.post}\n`), { text: receiver.establishment }];
  const head: PaperBlock[] = [
    heading(1, title),
    paragraph(`${options.place}, ${longDate(options.signedOn)}`, 'right'),
    paragraph(to, 'left'),
  ];
  return { blocks: [...head, ...joinedRows(blocks)], gaps: new Set(gaps.map(({ path }) => path)) };
}

function pathsOf(value: unknown, isFound: (text: string) => boolean): string[] {
  if (typeof value === 'string') return isFound(value) ? [''] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) =>
    pathsOf(part, isFound).map((path) => (path === '' ? name : `${name}.${path}`)),
  );
}

export type ComposedReferral = {
  readonly paper: Paper;
  readonly missing: MissingFact[];
  readonly withheldFound: boolean;
  /** Fields of the form with a text under reserve, by their paths. */
  readonly withheldIn: readonly string[];
  /** As they stand on the paper: what may be kept of them. */
  readonly options: ReferralOptions;
  /** Who stands by initials instead of the name that was written, and what else was taken out, in sentences. */
  readonly changed: readonly string[];
};

/**
 * Composes letter, slip, and what she carries. The caller refuses to print when `consentAllows` is false; this function
 * composes the preview all the same, with the gap visible. Whoever must not be named stands by initials (D38).
 */
export function composeReferral(
  kind: ReferralKind,
  facts: ReferralFacts,
  options: ReferralOptions,
  issue: ReferralIssue,
): ComposedReferral {
  const { number, code, persons, hidesSchools, stopped } = issue;
  const rule = referralRules[kind];
  const { names } = facts.person;
  const standing = [...(names === null ? [] : [names]), ...issue.standing];
  const shorten = shortener(persons, standing, issue.withheld, hidesSchools);
  const typed = eachTyped(kind, options, shorten);
  const told = toldThrough(facts, shorten.typed);
  const free = freeWords(stopped, [...standing, facts.centre.name, ...besideIn(options)]);
  const { blocks, gaps } = composeLetter(issue.template.value, told, eachFree(typed, free.masked));
  const carried = issue.isSheet === true ? [] : carriedSheet(typed.card, rule.hasAdvice === true);
  const paper: Paper = {
    title: `Ficha de derivación${number === null ? '' : ` N.º ${number}`}`,
    number,
    marks: marksOf(facts.practice, issue.draft && 'draft'),
    letterhead: facts.centre.letterhead,
    signedOn: options.signedOn,
    // The sheet leaves in the file of the letter: whoever has it learns nothing of the program.
    ...(carried.length > 0 && { isCarried: true }),
    blocks: [
      ...blocks,
      ...(issue.isSheet === true ? [] : counterReferralSlip(number ?? 'Borrador', slipParts(kind, typed, code))),
      ...carried,
    ],
  };
  const checked = withhold(paper, issue.withheld, standing);
  const find = findWithheld(issue.withheld, standing);
  const { reason, otherService, answers } = typed;
  const withheldIn = new Set([
    ...pathsOf(typed, (text) => find(text).length > 0),
    ...pathsOf({ reason, otherService, answers }, free.tells),
  ]);
  return {
    paper: eachText(checked.paper, shorten.composed),
    missing: missingOf(kind, { facts, options, gaps }),
    withheldFound: checked.found || withheldIn.size > 0,
    withheldIn: [...withheldIn],
    options: typed,
    changed: shorten.words(),
  };
}

/** What the professional decides, or asks for on this very page. */
const decidedHere: ReadonlySet<string> = new Set([
  'receiver',
  'services',
  'reason',
  'consent',
  'professional',
  'answers.why',
]);

/** Whether she could answer it in an interview. */
export function isForHer({ fact }: Pick<MissingFact, 'fact'>): boolean {
  return !decidedHere.has(fact);
}
