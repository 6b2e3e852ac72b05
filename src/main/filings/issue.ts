/** Issuing: a writ with its sealed envelope, or a report with its cover letter, all papers of one act. */
import {
  checkAnswers,
  composeFiling,
  coverLetterKind,
  kinds,
  namesEntry,
  officialNumber,
  ownKind,
  reportClassOf,
  reportKind,
  reservedSheet,
  withoutSealed,
  type FilingIssue,
  type FilingOptions,
  type OfficialNumbers,
  type ReportClass,
} from '../../shared/filings/index.ts';
import { mayEver } from '../../shared/access/index.ts';
import type { DocumentKind, MissingFact, Paper } from '../../shared/papers/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { findOffice } from '../directory/index.ts';
import { allowed, forgetTyped } from '../intake/index.ts';
import { issueDocument, nextNumber, peekNumber, serialNumber } from '../papers/index.ts';
import type { CallFrame, Preparation, Unit } from '../platform/gate/handler.ts';
import { reservedSheetFacts } from './envelope.ts';
import { districtOf } from './facts.ts';
import { gather, stampOf, type FilingParts, type Gathered, type Issue } from './gather.ts';
import { draftForm } from './list.ts';
import { refuseHidden } from './others.ts';
import { insertFiling, isWritNumberUsed, withWritNumber } from './repository.ts';
import type { Trx } from './tables.ts';

/** A number as it was looked up; the commit takes it or starts again (decision 0005). */
type Taken = { readonly series: string; readonly sequence: number };

type PreparedPaper = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly title: string;
  /** `id@version`. */
  readonly template: string;
  readonly printed: Awaited<ReturnType<FilingParts['printPaper']>>;
};

export type PreparedIssue = {
  readonly stamp: string;
  readonly taken: readonly Taken[];
  /** The first is the one that is presented. */
  readonly papers: readonly PreparedPaper[];
  readonly missing: number;
  /** As they stand on the paper. */
  readonly options: FilingOptions;
};

const reportActions = {
  psychology: 'print.psychologicalReport',
  social: 'print.socialReport',
} as const;

/** The psychological report is of Psychology alone; the others are of Social work (filings, kind 20). */
function serviceOf(of: ReportClass): keyof typeof reportActions {
  return of === 'psychological' ? 'psychology' : 'social';
}

const reportTitles = {
  psychological: 'Informe psicológico',
  social: 'Informe social',
  'follow-up': 'Informe de seguimiento',
  supervision: 'Informe de supervisión por encargo judicial',
} as const satisfies Record<ReportClass, string>;

export async function mayCompose(unit: Unit<Trx>, caseId: CaseId): Promise<{ writs: boolean; reports: boolean }> {
  const may = async (action: string) => (await allowed(unit, action, caseId)) !== null;
  return {
    writs: await may('print.filing'),
    reports: (await may(reportActions.psychology)) || (await may(reportActions.social)),
  };
}

type Asked = Pick<Issue, 'caseId' | 'kind'> & { readonly options: Pick<FilingOptions, 'answers'> | null };

/** Rows of the permission table of which one must allow it. */
function actionsOf({ kind, options }: Asked): readonly string[] {
  if (kind !== reportKind) return ['print.filing'];
  const of = options === null ? null : reportClassOf(options);
  return of === null ? Object.values(reportActions) : [reportActions[serviceOf(of)]];
}

/** Before anything is composed: what no role of this person ever may. @throws forbidden */
export function refuseRole({ session }: CallFrame, asked: Asked): void {
  if (!actionsOf(asked).some((action) => mayEver(session.roles, action))) throw fail('forbidden');
}

/** @throws not-found for who may not compose this kind, or this class of report, in this case */
export async function refuseKind(unit: Unit<Trx>, asked: Asked): Promise<void> {
  refuseRole(unit, asked);
  for (const action of actionsOf(asked)) {
    if ((await allowed(unit, action, asked.caseId)) !== null) return;
  }
  throw fail('not-found');
}

const classNeeded = 'Elija la clase de informe.';

/**
 * Hard stops and the reason D11 asks for. Who signs decides: a missing fact never stops a filing by itself.
 *
 * @returns how many required facts are missing
 */
function refuseToIssue(input: Issue, missing: readonly MissingFact[], withheldFound: boolean): number {
  const { measures, precautionary } = input.options;
  if (input.kind === 3 && measures.length + precautionary.length === 0)
    throw fail('rule-broken', 'filing-measure-needed');
  if (withheldFound) throw fail('rule-broken', 'reserved-place-in-text');
  const required = missing.filter((fact) => fact.weight === 'required');
  if (required.length > 0 && input.missingReason === null) {
    const issues = required.map(({ fact, label }) => ({ path: fact, message: `Falta: ${label}.` }));
    throw fail('rule-broken', 'missing-fact-reason-needed', issues);
  }
  return required.length;
}

function yearOf(call: CallFrame): number {
  return Number(call.today.slice(0, 4));
}

type Composing = { readonly call: Preparation<Trx>; readonly input: Issue; readonly parts: FilingParts };

function compose(
  { facts, law, template, definition, withheld, persons }: Gathered,
  options: FilingOptions,
  issue: Partial<FilingIssue>,
) {
  const number = issue.number ?? null;
  const own = template.value.kind === ownKind ? { definition } : {};
  return composeFiling(facts, options, { template, law, draft: false, withheld, persons, ...own, ...issue, number });
}

const idOf = ({ template }: { readonly template: Gathered['template'] }) => `${template.id}@${template.version}`;

/** The writ, and the sealed envelope where it speaks of what is in reserve. */
async function prepareWrit({ call, input, parts }: Composing, gathered: Gathered): Promise<PreparedIssue> {
  const { definition } = gathered;
  const options = await call.read((trx) => withWritNumber(trx, input));
  const sequence = await call.read((trx) => peekNumber(trx, 'filing', yearOf(call)));
  const number = serialNumber('filing', yearOf(call), sequence);
  const composed = compose(gathered, options, { number });
  const missing = refuseToIssue(input, composed.missing, composed.withheldFound);
  const context = { today: call.today, places: parts.places };
  const { shortened } = composed;
  // The envelope goes with its writ and is a paper of its own.
  const sealed = `${number}-R`;
  const sheet = reservedSheetFacts(gathered.record, context, { number: sealed, options, definition, shortened });
  const paper = async (kindOf: DocumentKind, numbered: string, title: string, of: Paper) => ({
    kind: kindOf,
    number: numbered,
    title,
    template: idOf(gathered),
    printed: await parts.printPaper(of, input),
  });
  const writ = await paper('filing', `Escrito N.º ${options.writNumber} · ${number}`, definition.label, composed.paper);
  const envelope =
    sheet === null
      ? []
      : [await paper('reserved-sheet', `Anexo reservado · ${sealed}`, 'Anexo reservado', reservedSheet(sheet))];
  const taken = [{ series: 'filing', sequence }];
  return { stamp: stampOf(gathered), taken, papers: [writ, ...envelope], missing, options: composed.options };
}

/** A letter of a kind of the centre, under the number of the letters of the centre. */
async function prepareLetter({ call, input, parts }: Composing, gathered: Gathered): Promise<PreparedIssue> {
  const sequence = await call.read((trx) => peekNumber(trx, 'official-letter', yearOf(call)));
  const letter = officialNumber(sequence, yearOf(call), gathered.record.centre.acronym);
  const numbers: OfficialNumbers = { letter, report: '' };
  const composed = compose(gathered, input.options, { number: letter, numbers });
  const missing = refuseToIssue(input, composed.missing, composed.withheldFound);
  const paper: PreparedPaper = {
    kind: 'official-letter',
    number: `Oficio N.º ${letter}`,
    title: gathered.definition.label,
    template: idOf(gathered),
    printed: await parts.printPaper(composed.paper, input),
  };
  const taken = [{ series: 'official-letter', sequence }];
  return { stamp: stampOf(gathered), taken, papers: [paper], missing, options: composed.options };
}

/** The report under the number of its service, and the letter that carries it under that of the centre. */
async function prepareReport({ call, input, parts }: Composing, gathered: Gathered): Promise<PreparedIssue> {
  const { options } = input;
  const of = reportClassOf(options);
  if (of === null || gathered.letter === null)
    throw failAt('options.answers.informe_clase', classNeeded, 'report-class-needed');
  const service = serviceOf(of);
  const series = { letter: 'official-letter', report: `report-${service}` };
  const taken = await call.read(async (trx) => ({
    letter: await peekNumber(trx, series.letter, yearOf(call)),
    report: await peekNumber(trx, series.report, yearOf(call)),
  }));
  const { acronym } = gathered.record.centre;
  const numbers: OfficialNumbers = {
    letter: officialNumber(taken.letter, yearOf(call), acronym),
    report: officialNumber(taken.report, yearOf(call), acronym),
  };
  const report = compose(gathered, options, { number: numbers.report, numbers });
  const carrier = { ...gathered, template: gathered.letter };
  const letter = compose(carrier, options, { number: numbers.letter, numbers });
  const isWithheldFound = report.withheldFound || letter.withheldFound;
  const missing = refuseToIssue(input, joined(report.missing, letter.missing), isWithheldFound);
  const title = reportTitles[of];
  return {
    stamp: stampOf(gathered),
    taken: [
      { series: series.letter, sequence: taken.letter },
      { series: series.report, sequence: taken.report },
    ],
    papers: [
      {
        kind: 'official-letter',
        number: `Oficio N.º ${numbers.letter}`,
        title: `Oficio que remite: ${title.toLowerCase()}`,
        template: idOf(carrier),
        printed: await parts.printPaper(letter.paper, input),
      },
      {
        kind: service === 'psychology' ? 'psychological-report' : 'social-report',
        number: `${title} N.º ${numbers.report}`,
        title,
        template: idOf(gathered),
        printed: await parts.printPaper(report.paper, input),
      },
    ],
    missing,
    options: letter.options,
  };
}

/** What either paper lacks, each fact once. */
export function joined(...lists: readonly (readonly MissingFact[])[]): MissingFact[] {
  const all = lists.flat();
  return all.filter((fact, at) => all.findIndex((one) => one.fact === fact.fact) === at);
}

export async function prepareIssue(call: Preparation<Trx>, input: Issue, parts: FilingParts): Promise<PreparedIssue> {
  refuseRole(call, input);
  const gathered = await call.read((trx) => gather(trx, input, call, parts.places));
  refuseOwn(gathered, input.options);
  const composing = { call, input, parts };
  if (!gathered.isApproved) throw fail('rule-broken', 'filing-model-waits');
  if (input.kind === reportKind) return prepareReport(composing, gathered);
  return gathered.definition.sort === 'letter' ? prepareLetter(composing, gathered) : prepareWrit(composing, gathered);
}

/** Answers that the row of a kind of the centre does not ask; the contract knows the other kinds. @throws invalid */
export function refuseOwn({ definition }: Gathered, options: FilingOptions): void {
  if (definition.kind !== ownKind) return;
  const issues = checkAnswers(definition, options).map(({ path, message }) => ({
    path: ['options', ...path].map(String).join('.'),
    message,
  }));
  if (issues.length > 0) throw fail('invalid', null, issues);
}

/** What is kept of the form: nothing that only the envelope, or only the report itself, may say. */
function keptOptions(kind: Issue['kind'], options: FilingOptions): FilingOptions {
  if (kind !== reportKind) return withoutSealed(kind, options);
  const letterAsks = Object.keys(kinds[coverLetterKind].form.questions);
  const answers = Object.fromEntries(Object.entries(options.answers).filter(([name]) => letterAsks.includes(name)));
  return { ...options, answers, annexes: [] };
}

/** The entry of the directory that the addressee came from, unless its words were changed by hand since. */
async function keptAddressee(trx: Trx, { addressee }: FilingOptions, places: PlaceIndex) {
  if (addressee === null || addressee.authorityId === null || addressee.authorityId === undefined) return addressee;
  const entry = await findOffice(trx, addressee.authorityId);
  const isNamed = entry !== null && namesEntry(addressee.office, entry, (code) => districtOf(places, code));
  return isNamed ? addressee : { ...addressee, authorityId: null };
}

/** A report and a letter carry the number of the centre and none of the proceeding. */
function isWrit({ papers }: PreparedIssue): boolean {
  return papers[0]?.kind === 'filing';
}

/** Everything that may have changed since it was printed; the numbers are taken last, so that none is lost. */
async function takeNumbers(unit: Unit<Trx>, input: Issue, prepared: PreparedIssue, parts: FilingParts): Promise<void> {
  const { trx } = unit;
  const { options } = prepared;
  if (stampOf(await gather(trx, input, unit, parts.places)) !== prepared.stamp) throw fail('conflict');
  for (const { series, sequence } of prepared.taken) {
    if ((await nextNumber(trx, series, yearOf(unit))) !== sequence) throw fail('conflict', 'number-taken');
  }
  if (isWrit(prepared) && (await isWritNumberUsed(trx, { caseId: input.caseId, options }))) {
    throw failAt('options.writNumber', 'Otro escrito de este proceso ya tiene ese número.', 'writ-number-used');
  }
}

/** The printed numbers are taken only here: another paper in between makes both start again. */
export async function commitIssue(unit: Unit<Trx>, input: Issue, prepared: PreparedIssue, parts: FilingParts) {
  const { trx } = unit;
  const { caseId, kind, options } = input;
  await refuseKind(unit, input);
  await refuseHidden(unit, options.linked);
  await takeNumbers(unit, input, prepared, parts);
  const issued = [];
  for (const [at, { printed, ...paper }] of prepared.papers.entries()) {
    issued.push(
      await issueDocument(unit, {
        ...printed,
        ...paper,
        caseId,
        missingReason: prepared.missing === 0 ? null : input.missingReason,
        recipient: options.addressee?.office ?? null,
        quotesAccount: at === 0 && kind !== reportKind,
      }),
    );
  }
  const [document] = issued;
  if (document === undefined) throw new Error('nothing was prepared');
  const id = unit.newId<'FilingId'>();
  const row = {
    id,
    case_id: caseId,
    kind,
    // A letter of the centre is no writ of the proceeding.
    writ_number: isWrit(prepared) ? (prepared.options.writNumber ?? 0) : 0,
    document_id: document.id,
    options: JSON.stringify({
      ...keptOptions(kind, prepared.options),
      addressee: await keptAddressee(trx, options, parts.places),
    }),
    version: 1,
  };
  await insertFiling(unit, row, [...options.measures, ...options.precautionary]);
  const { number, pages, contentHash } = document;
  unit.note({ document: number, pages, contentHash, missing: prepared.missing });
  await forgetTyped(unit, draftForm(kind, options.model), caseId);
  return { document };
}
