/** The writ as it is typed, and the way to the options of the contract. */
import type { OfficeId } from '../../../shared/directory/index.ts';
import {
  checkAnswers,
  criterionIds,
  criterionLabels,
  filingOptionsSchema,
  definitionOf,
  measureCodes,
  precautionaryCodes,
  precautionaryLabels,
  type CriterionId,
  type FilingOptions,
  type MeasureCode,
  type OfKind,
  type PrecautionaryCode,
} from '../../../shared/filings/index.ts';
import type { MissingFact } from '../../../shared/papers/index.ts';
import type { FieldIssue } from '../../../shared/platform/failures.ts';
import { eachOf } from '../../../shared/platform/codes-of.ts';
import { z } from '../../../shared/platform/zod.ts';
import { measureLabel } from './words.ts';

const measure = z.strictObject({ ticked: z.boolean(), reason: z.string(), detail: z.string() });
const criterion = z.strictObject({ text: z.string(), none: z.boolean() });
const line = z.strictObject({ text: z.string() });

/** What is typed, complete or not: a draft is kept at any point. */
export const filingShape = z.strictObject({
  /** The row of «Modelos propios»; null for the kinds of the program. */
  model: z.string().nullable(),
  /** Entry of the directory that filled treatment and office; null when they were typed. */
  authorityId: z.string().nullable(),
  treatment: z.string().nullable(),
  office: z.string(),
  cannotSign: z.literal([0, 1]).nullable(),
  place: z.string(),
  signedOn: z.string().nullable(),
  courtFileNumber: z.string(),
  clerk: z.string(),
  notebook: z.string(),
  writNumber: z.union([z.number(), z.string()]).nullable(),
  measures: z.strictObject(eachOf(measureCodes, () => measure)),
  precautionary: z.strictObject(eachOf(precautionaryCodes, () => measure)),
  criteria: z.strictObject(eachOf(criterionIds, () => criterion)),
  articles: z.array(z.string()),
  evidence: z.array(z.strictObject({ text: z.string(), purpose: z.string() })),
  annexes: z.array(line),
  answers: z.record(z.string(), z.unknown()),
  lists: z.record(z.string(), z.array(z.record(z.string(), z.string()))),
  linked: z.array(z.string()),
  corrects: z.string().nullable(),
  otherRequests: z.array(line),
  urgencyAsked: z.literal([0, 1]).nullable(),
  urgencyReason: z.string(),
});
export type FilingDraft = z.infer<typeof filingShape>;

/** A draft as it is kept; one of an older program lacks what was added since. */
export const keptDraft: z.ZodType<FilingDraft> = z.preprocess(
  (body) => (typeof body === 'object' && body !== null ? withLaterParts(body) : body),
  filingShape,
);

function withLaterParts(body: { readonly precautionary?: unknown }): object {
  const kept = Object.entries((body.precautionary ?? {}) as Readonly<Record<string, object>>);
  const precautionary = Object.fromEntries(kept.map(([code, one]) => [code, { detail: '', ...one }]));
  const later = {
    model: null,
    authorityId: null,
    cannotSign: null,
    notebook: '',
    answers: {},
    lists: {},
    linked: [],
    corrects: null,
  };
  return { ...later, ...body, precautionary };
}

const typed = (text: string | null): string => text ?? '';

export function draftOf(options: FilingOptions): FilingDraft {
  const measureOf = (code: MeasureCode) => options.measures.find((one) => one.code === code);
  const precautionaryOf = (code: PrecautionaryCode) => options.precautionary.find((one) => one.code === code);
  return {
    model: options.model,
    authorityId: options.addressee?.authorityId ?? null,
    treatment: options.addressee?.treatment ?? null,
    office: typed(options.addressee?.office ?? null),
    cannotSign: options.cannotSign ? 1 : null,
    place: options.place,
    signedOn: options.signedOn,
    courtFileNumber: typed(options.courtFileNumber),
    clerk: typed(options.clerk),
    notebook: typed(options.notebook),
    writNumber: options.writNumber,
    measures: eachOf(measureCodes, (code) => {
      const one = measureOf(code);
      return { ticked: one !== undefined, reason: one?.reason ?? '', detail: one?.detail ?? '' };
    }),
    precautionary: eachOf(precautionaryCodes, (code) => {
      const one = precautionaryOf(code);
      return { ticked: one !== undefined, reason: one?.reason ?? '', detail: one?.detail ?? '' };
    }),
    criteria: eachOf(criterionIds, (id) => ({ text: options.criteria[id] ?? '', none: false })),
    articles: options.articles,
    evidence: options.evidence,
    annexes: options.annexes.map((text) => ({ text })),
    answers: options.answers,
    lists: Object.fromEntries(
      Object.entries(options.lists).map(([path, rows]) => [
        path,
        rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, text]) => [name, text ?? '']))),
      ]),
    ),
    linked: options.linked,
    corrects: options.corrects,
    otherRequests: options.otherRequests.map((text) => ({ text })),
    urgencyAsked: options.urgency.asked ? 1 : null,
    urgencyReason: typed(options.urgency.reason),
  };
}

function filled(text: string): string | null {
  return text.trim() === '' ? null : text;
}

function tickedCodes(draft: FilingDraft) {
  return {
    measures: measureCodes.filter((code) => draft.measures[code].ticked),
    precautionary: precautionaryCodes.filter((code) => draft.precautionary[code].ticked),
  };
}

/** The options as the contract wants them, not yet checked. */
function givenOptions(draft: FilingDraft): z.input<typeof filingOptionsSchema> {
  const ticked = tickedCodes(draft);
  const isAddressed = draft.treatment !== null || filled(draft.office) !== null;
  return {
    model: draft.model,
    addressee: isAddressed
      ? { treatment: draft.treatment ?? '', office: draft.office, authorityId: draft.authorityId as OfficeId | null }
      : null,
    courtFileNumber: filled(draft.courtFileNumber),
    clerk: filled(draft.clerk),
    notebook: filled(draft.notebook),
    writNumber: draft.writNumber as number | null,
    measures: ticked.measures.map((code) => {
      const { reason, detail } = draft.measures[code];
      return { code, reason, detail: filled(detail) };
    }),
    precautionary: ticked.precautionary.map((code) => ({
      code,
      reason: draft.precautionary[code].reason,
      detail: filled(draft.precautionary[code].detail),
    })),
    criteria: eachOf(criterionIds, (id) => (draft.criteria[id].none ? null : filled(draft.criteria[id].text))),
    articles: draft.articles,
    evidence: draft.evidence,
    annexes: draft.annexes.map(({ text }) => text),
    answers: draft.answers as FilingOptions['answers'],
    lists: Object.fromEntries(
      Object.entries(draft.lists).map(([path, rows]) => [
        path,
        rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, text]) => [name, filled(text)]))),
      ]),
    ),
    linked: draft.linked,
    corrects: draft.corrects,
    otherRequests: draft.otherRequests.map(({ text }) => text),
    urgency: {
      asked: draft.urgencyAsked === 1,
      reason: draft.urgencyAsked === 1 ? filled(draft.urgencyReason) : null,
    },
    cannotSign: draft.cannotSign === 1,
    place: draft.place,
    signedOn: draft.signedOn as string,
  };
}

const renamed: Readonly<Record<string, string>> = {
  'addressee.treatment': 'treatment',
  'addressee.office': 'office',
  'urgency.asked': 'urgencyAsked',
  'urgency.reason': 'urgencyReason',
};

/** Path of an option → path of the field that holds it: lists of ticked codes are named by their code here. */
export function fieldOf(draft: FilingDraft, path: string): string {
  const known = renamed[path];
  if (known !== undefined) return known;
  const [head = '', second = '', ...rest] = path.split('.');
  const ticked = tickedCodes(draft);
  if (head === 'measures' || head === 'precautionary') {
    return [head, ticked[head][Number(second)] ?? second, ...rest].join('.');
  }
  if (head === 'criteria') return `criteria.${second}.text`;
  if ((head === 'annexes' || head === 'otherRequests') && second !== '') return `${head}.${second}.text`;
  return path;
}

type Given = z.input<typeof filingOptionsSchema>;

/** Leaves out what the path names: a row that is half filled, an answer that is none yet, an addressee without a part. */
function without(given: Given, path: readonly PropertyKey[]): Given {
  const [head = '', second, third] = path;
  if (head === 'addressee') return { ...given, addressee: null };
  if (head === 'answers') return { ...given, answers: { ...given.answers, [String(second)]: null } };
  if (head === 'lists') {
    const rows = given.lists[String(second)] ?? [];
    return { ...given, lists: { ...given.lists, [String(second)]: rows.filter((_, at) => at !== third) } };
  }
  const list = given[head as keyof Given];
  return Array.isArray(list) ? { ...given, [head]: list.filter((_, at) => at !== second) } : given;
}

/** The options without what is half filled, to read the rest while it is written; null when even that cannot be read. */
export function readableOptions(draft: FilingDraft, kind: OfKind): FilingOptions | null {
  let given = givenOptions(draft);
  for (let tries = 0; tries < 20; tries += 1) {
    const parsed = filingOptionsSchema.safeParse(given);
    const issues = parsed.success ? checkAnswers(kind, parsed.data) : parsed.error.issues;
    if (parsed.success && issues.length === 0) return parsed.data;
    // Rows are left out from the last to the first, so that their places hold.
    const faulty = new Map(issues.map(({ path }) => [path.slice(0, path[0] === 'lists' ? 3 : 2).join('.'), path]));
    given = [...faulty.values()].toReversed().reduce((rest, path) => without(rest, path), given);
  }
  return null;
}

/** What stops the draft from being composed, at its fields; empty when it can be shown. */
export function refusals(draft: FilingDraft, kind: OfKind): FieldIssue[] {
  const parsed = filingOptionsSchema.safeParse(givenOptions(draft));
  const issues = parsed.success ? checkAnswers(kind, parsed.data) : parsed.error.issues;
  return issues.map((issue) => ({
    path: fieldOf(draft, issue.path.map(String).join('.')),
    message: issue.message,
  }));
}

function openCriteria(draft: FilingDraft): CriterionId[] {
  return criterionIds.filter((id) => !draft.criteria[id].none && filled(draft.criteria[id].text) === null);
}

/** What the paper lacks, and what its form does: a measure without its reason is asked for all the same. */
export function lacksOf(draft: FilingDraft, kind: OfKind, told: readonly MissingFact[]): MissingFact[] {
  const lack = (fact: string, label: string, field: string): MissingFact => ({
    ...{ fact: `medidas.${fact}`, label, field },
    ...{ weight: 'required', page: 'document' },
  });
  const { uses } = definitionOf(kind);
  const ticked = tickedCodes(draft);
  const measures = ticked.measures.map((code) => ({
    path: `measures.${code}`,
    words: measureLabel(code),
    ...draft.measures[code],
  }));
  const others = ticked.precautionary.map((code) => ({
    path: `precautionary.${code}`,
    words: precautionaryLabels[code],
    ...draft.precautionary[code],
  }));
  const asked = [...measures, ...others];
  const reasons = asked.filter(({ reason }) => filled(reason) === null);
  return [
    ...told.filter(({ fact }) => fact !== 'medidas.alguna' || asked.length === 0),
    ...reasons.map(({ path, words }) => lack(`razones.${path}`, `razón de la medida «${words}»`, `${path}.reason`)),
    ...(uses.criteria ? openCriteria(draft) : []).map((id) =>
      lack(`criterios.${id}`, criterionLabels[id], `criteria.${id}.text`),
    ),
  ];
}

/** What stops it from being issued besides that: no measure, or a criterion of the law passed over. */
export function issueRefusals(draft: FilingDraft, kind: OfKind): FieldIssue[] {
  if (!definitionOf(kind).uses.criteria) return [];
  const { measures, precautionary } = tickedCodes(draft);
  const none = measures.length + precautionary.length === 0;
  return [
    ...(none ? [{ path: `measures.${measureCodes[0]}.ticked`, message: 'Marque al menos una medida.' }] : []),
    ...openCriteria(draft).map((id) => ({
      path: `criteria.${id}.text`,
      message: `Falta responder: ${criterionLabels[id]}.`,
    })),
  ];
}

/** The schema of the form: its shape, and every rule of the options at the field that holds it. */
export function draftSchemaOf(kind: OfKind) {
  return filingShape.superRefine((draft, context) => {
    for (const { path, message } of refusals(draft, kind)) {
      context.addIssue({ code: 'custom', path: path.split('.'), message });
    }
  });
}

/** @throws ZodError when `refusals` is not empty */
export function optionsOf(draft: FilingDraft): FilingOptions {
  return filingOptionsSchema.parse(givenOptions(draft));
}

/** Sentences the record gave, offered as reasons: one for each criterion it could answer. */
export function suggestionsOf(options: FilingOptions): string[] {
  const texts = criterionIds.map((id: CriterionId) => options.criteria[id]);
  return [...new Set(texts.filter((text) => text !== null))];
}
