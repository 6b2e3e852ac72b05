/** Composition of any kind: from the facts of the record, the decisions of the professional and a template to a paper. */
import type { MissingFact, Paper, PaperBlock } from '../papers/blocks.ts';
import { marksOf } from '../papers/text.ts';
import {
  checkText,
  eachText,
  initialsOf,
  shortener,
  withhold,
  type Change,
  type TemplateIssue,
  type TemplateNeeds,
  runTemplate,
} from '../papers/index.ts';
import { fieldsOf } from './fields/catalogue.ts';
import type { Given, Field } from './fields/field.ts';
import { fieldOfFact } from './fields/where.ts';
import { kinds, shippedTemplates } from './kinds/index.ts';
import type { KindDefinition } from './kinds/kind.ts';
import type { TemplateKind } from './codes.ts';
import { deskWords } from './proceeding.ts';
import { eachTyped, hidesUser, namedChildren, sealedMissing } from './sealed.ts';
import type { FilingFacts, FilingIssue, FilingOptions } from './schema.ts';
import { writIssues } from './writ-checks.ts';
import { isChild } from './wording.ts';
import { templateId, type FilingTemplate, type TemplateValue } from './templates/template.ts';

/** What a kind's text must print beside what it may leave to the conditions. */
const neverPrinted = new Set([
  'riesgo.alguno',
  'escrito.urgencia',
  'patrocinio.acepta',
  'comunicacion.avisada',
  'escrito.cuaderno',
]);

/** Empty when the text may be used for the kind; else what must be mended, by line. */
export function checkTemplate(text: string, kind: TemplateKind): TemplateIssue[] {
  const read = checkText(text, fieldsOf(kinds[kind]), needsOf(kinds[kind]));
  return [...read, ...writIssues(text, kind)].sort((one, other) => one.line - other.line);
}

/** What the text of a kind must print. */
export function needsOf({ facts, parts, uses, sort }: KindDefinition): TemplateNeeds {
  const printed = [
    ...facts.required.filter((path) => !neverPrinted.has(path)),
    ...(sort === 'letter' ? [] : ['escrito.articulos']),
    ...(uses.measures ? ['medidas.proteccion', 'medidas.razones'] : []),
    ...(uses.criteria ? ['medidas.cautelares', 'medidas.criterios'] : []),
    ...(uses.evidence ? ['escrito.medios'] : []),
    ...(uses.annexes ? ['escrito.anexos'] : []),
  ];
  return { facts: printed, parts };
}

/** As `checkTemplate`, for the one line of the caption. */
export function checkSummary(text: string, kind: TemplateKind): TemplateIssue[] {
  return checkText(text, fieldsOf(kinds[kind]), { facts: [], parts: {} });
}

/** Blocks of the text of a template. @throws TemplateError for a text that `checkTemplate` refuses */
export function composeFromTemplate(value: TemplateValue, given: Given): Composed {
  return composeText(value.text, fieldsOf(given.kind), given);
}

/** A text of one paragraph as it reads in a case. @throws TemplateError for a text that cannot be read */
export function lineWords(text: string, given: Given): string {
  const { blocks } = composeText(text, fieldsOf(given.kind), given);
  const runs = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []));
  return runs.map((run) => (run.missing === true ? `[FALTA: ${run.text}]` : run.text)).join('');
}

function captionBlock(value: TemplateValue, given: Given): PaperBlock {
  const { options } = given;
  const words = given.kind.own?.desk ?? deskWords(options);
  // Before there is a file number there is no line for it.
  const file = rowOf(words.file, options.courtFileNumber);
  if (given.kind.sort !== 'writ') {
    return { kind: 'caption', rows: [...file, { label: 'ASUNTO', value: lineWords(value.summary, given) }] };
  }
  const rows = [
    ...file,
    ...rowOf('CUADERNO', options.notebook),
    ...rowOf(words.clerk, options.clerk),
    ...rowOf('ESCRITO N.º', options.writNumber === null ? null : String(options.writNumber)),
    ...rowOf('SUMILLA', lineWords(value.summary, given)),
  ];
  return { kind: 'caption', rows };
}

function rowOf(label: string, value: string | null): { label: string; value: string }[] {
  return value === null ? [] : [{ label, value }];
}

export function shippedTemplate(kind: TemplateKind): FilingTemplate {
  const template = shippedTemplates.find(({ id }) => id === templateId(kind));
  if (template === undefined) throw new Error(`no template of kind ${kind}`);
  return template;
}

/** Whole names that the paper prints: they stand although they share surnames with somebody whom it does not name. */
export function standingNames(
  facts: FilingFacts,
  kind: TemplateKind,
  options: Pick<FilingOptions, 'answers' | 'lists'>,
): string[] {
  const { user, guardian, aggressor, lawyer, professional, coordinator } = facts;
  const isNamed = !hidesUser(kind, options) && !isChild(facts);
  const others = facts.otherVictims.filter(({ age }) => age === null || age >= 18);
  const persons = [guardian, aggressor, ...others, ...facts.otherAccused, lawyer, professional, coordinator];
  const names = [
    isNamed ? user.names : null,
    ...persons.map((one) => one?.names ?? null),
    ...namedChildren(kind, options),
  ];
  return names.filter((one) => one !== null);
}

export type ComposedFiling = {
  readonly paper: Paper;
  readonly missing: readonly MissingFact[];
  readonly withheldFound: boolean;
  /** As they stand on the paper: what may be kept of them. */
  readonly options: FilingOptions;
  /** Who stands by initials instead of the name that was written, and how often. */
  readonly shortened: readonly Change[];
  /** The same for who signs, in sentences; and what else was taken out. */
  readonly changed: readonly string[];
};

/** The same value, found when it is first asked for. */
function once<Value>(find: () => Value): () => Value {
  let found: { readonly value: Value } | undefined;
  return () => (found ??= { value: find() }).value;
}

/**
 * What was told of the event, as people wrote it. Changed when the text prints it: whom only an account tells of that the writ
 * does not quote is nobody whom the writ names by initials, and is in no envelope.
 */
function toldThrough({ incident, ...facts }: FilingFacts, change: (text: string) => string): FilingFacts {
  const maybe = (text: string | null) => once(() => (text === null ? null : change(text)));
  const [acts, place, account] = [
    once(() => incident.acts.map(change)),
    maybe(incident.place),
    maybe(incident.account),
  ];
  const told: FilingFacts['incident'] = {
    ...incident,
    get acts() {
      return acts();
    },
    get place() {
      return place();
    },
    get account() {
      return account();
    },
  };
  return { ...facts, incident: told };
}

/** Children of linked fichas: the writ itself names them by initials, whatever people wrote. */
function childrenOfEvent({ otherVictims }: FilingFacts, persons: FilingIssue['persons']): Change[] {
  const names = otherVictims.filter(({ age }) => age !== null && age < 18).map((one) => one.names);
  return persons
    .filter(({ names: [own] }) => own !== undefined && names.includes(own))
    .map((person) => ({ person, initials: [initialsOf(person.names[0] ?? '')], times: 1 }));
}

/**
 * Composes the writ. `missing` lists what the record lacks, required first; each gap is visible on the paper.
 * `withheldFound`: a text under reserve stood in some field and was replaced. Whoever must not be named stands by
 * initials in whatever people wrote and in the paper as a whole (D38).
 */
export function composeFiling(facts: FilingFacts, options: FilingOptions, issue: FilingIssue): ComposedFiling {
  const { template, law } = issue;
  const definition = issue.definition ?? kinds[template.value.kind];
  const standing = standingNames(facts, definition.kind, options);
  const { persons } = issue;
  const shorten = shortener(persons, standing, issue.withheld);
  const typed = eachTyped(definition.kind, options, shorten.typed);
  const told = toldThrough(facts, shorten.typed);
  const children = childrenOfEvent(facts, persons);
  const given: Given = {
    ...{ facts: told, options: typed, kind: definition, law },
    numbers: issue.numbers ?? null,
    get isShortened() {
      return children.length > 0 || shorten.changes().length > 0;
    },
  };
  const composed = composeFromTemplate(template.value, given);
  const paper: Paper = {
    title: `${definition.label}${issue.number === null ? '' : ` N.º ${issue.number}`}`,
    number: issue.number,
    marks: marksOf(facts.practice, issue.draft && 'draft'),
    letterhead: facts.centre.letterhead,
    signedOn: options.signedOn,
    blocks: [captionBlock(template.value, given), ...composed.blocks],
  };
  const checked = withhold(paper, issue.withheld, standing);
  return {
    paper: eachText(checked.paper, shorten.composed),
    missing: [...sealedMissing(definition.kind, options), ...composed.missing],
    withheldFound: checked.found,
    options: typed,
    shortened: [
      ...shorten.changes(),
      ...children.filter(({ person }) => shorten.changes().every((one) => one.person !== person)),
    ],
    changed: shorten.words(),
  };
}

/** What the writ itself decides, by the first part of its path: to whom, what is asked for, on which grounds. */
const decidedByLawyer: ReadonlySet<string> = new Set(['escrito', 'despacho', 'medidas', 'corrige', 'oficio']);

/** Whether she could answer it in an interview; she often carries the paper with the number of the proceeding. */
export function isForHer({ fact }: Pick<MissingFact, 'fact'>): boolean {
  return fact === 'escrito.expediente' || !decidedByLawyer.has(fact.split('.')[0] ?? '');
}

type Composed = { readonly blocks: readonly PaperBlock[]; readonly missing: readonly MissingFact[] };

function isEmpty(field: Field, given: Given): boolean {
  const value = field.read(given);
  return value === null || (Array.isArray(value) && value.length === 0);
}

/**
 * The text of a writ with the facts of a case; what it wanted and the record lacks is listed, required facts first.
 *
 * @param fields the catalogue of the kind, by path
 * @throws TemplateError when the text cannot be read; it is checked before it is used
 */
function composeText(text: string, fields: ReadonlyMap<string, Field>, given: Given): Composed {
  const { blocks, gaps } = runTemplate(text, fields, { given });
  const { required, recommended } = given.kind.facts;
  const wanted = [...required, ...recommended].map((path) => fields.get(path)).filter((field) => field !== undefined);
  const lacking = new Map(wanted.filter((field) => isEmpty(field, given)).map((field) => [field.path, field]));
  for (const field of gaps) lacking.set(field.path, field);
  const missing = [...lacking.values()].map(({ path, label, page }): MissingFact => {
    const field = fieldOfFact(path, given.kind);
    return { fact: path, label, page, field, weight: required.includes(path) ? 'required' : 'recommended' };
  });
  missing.sort((one, other) => Number(other.weight === 'required') - Number(one.weight === 'required'));
  return { blocks, missing };
}
