/** Composing, previewing and issuing filings. Nothing is sent by the program (safety rule S8). */
import {
  articleSetTable,
  clausesFor,
  clauseTable,
  composeFiling,
  isSetOf,
  kinds,
  lineWords,
  offeredArticles,
  ownKind,
  reportKind,
  type FilingKind,
  type SetOf,
  type FilingOptions,
  type filingsContract,
} from '../../shared/filings/index.ts';
import type { MissingFact, Paper, PaperBlock } from '../../shared/papers/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { rowOn, rowsOn } from '../../shared/rulebook/index.ts';
import { leavingName, type LeavingName } from '../../shared/platform/file-names.ts';
import { BegunPapers, mediaTypes } from '../papers/index.ts';
import { readRules } from '../rulebook/index.ts';
import { inside, twoPhase, type CallFrame, type Handlers, type Unit } from '../platform/gate/handler.ts';
import { alone, gather, warningsOf, type FilingParts, type Gathered } from './gather.ts';
import { answersTo, openTerms, startFromClock } from './clock.ts';
import {
  commitIssue,
  joined,
  mayCompose,
  prepareIssue,
  refuseKind,
  refuseOwn,
  refuseRole,
  type PreparedIssue,
} from './issue.ts';
import { listFilings, offeredKinds } from './list.ts';
import { refuseHidden } from './others.ts';
import { isWritNumberUsed, withWritNumber } from './repository.ts';
import { reportStart } from './report-start.ts';
import { startingOptions } from './start.ts';
import type { Trx } from './tables.ts';

export type { FilingParts } from './gather.ts';

type Contract = typeof filingsContract;
type Printed = Awaited<ReturnType<FilingParts['printPaper']>>;
type Previewed = InputOf<Contract['previewFiling']>;
type Asked = Pick<Previewed, 'caseId' | 'kind' | 'options'>;
type Draft = {
  readonly paper: Paper;
  /** The cover letter of a report; null for a writ. */
  readonly letter: Paper | null;
  readonly missing: MissingFact[];
  readonly reserved: string[];
  readonly warnings: string[];
};
async function readDraft(trx: Trx, { caseId, kind, options }: Asked, call: CallFrame, parts: FilingParts) {
  const gathered = await gather(trx, { caseId, kind, options }, call, parts.places);
  refuseOwn(gathered, options);
  const isWrit = gathered.definition.sort === 'writ';
  return {
    gathered,
    terms: await openTerms(trx, caseId, kind),
    isUsed: isWrit && (await isWritNumberUsed(trx, { caseId, options })),
    /** With the number that the writ would carry. */
    options: await withWritNumber(trx, { caseId, options }),
  };
}

/** The draft as it would be issued, with what it says about itself. */
function draftOf({ gathered, terms, isUsed, options }: Awaited<ReturnType<typeof readDraft>>): Draft {
  const { facts, law, withheld, persons, template, letter, reserved } = gathered;
  const draft = { law, number: null, draft: true, withheld, persons };
  const own = template.value.kind === ownKind ? { definition: gathered.definition } : {};
  const composed = composeFiling(facts, options, { ...draft, ...own, template });
  const carrier = letter === null ? null : composeFiling(facts, options, { ...draft, template: letter });
  const found = composed.withheldFound || carrier?.withheldFound === true;
  return {
    paper: gathered.isApproved ? composed.paper : markedAsPreview(composed.paper),
    letter: carrier?.paper ?? null,
    missing: joined(composed.missing, carrier?.missing ?? []),
    reserved: [...reserved, ...composed.changed],
    warnings: [
      ...terms.map(({ words }) => words),
      ...(isUsed ? [usedNumber] : []),
      ...warningsOf(gathered, options, found),
    ],
  };
}

/** A kind that nobody approved is seen with its mark on the page, which a copy of the file keeps. */
function markedAsPreview(paper: Paper): Paper {
  const runs = [{ text: 'VISTA PREVIA, NO PRESENTADA: este modelo espera aprobación.', bold: true as const }];
  return { ...paper, blocks: [{ kind: 'paragraph', align: 'left', runs }, ...paper.blocks] };
}

const usedNumber = 'Otro escrito de este proceso ya tiene ese número: así no se puede emitir.';

/** Who may see the draft: asked when it is shown, and again when it is saved outside. @throws forbidden, not-found */
async function requireDraft(unit: Unit<Trx>, asked: Asked): Promise<void> {
  await unit.require('filing.compose', asked.caseId);
  await refuseKind(unit, asked);
  await refuseHidden(unit, asked.options.linked);
}

/** Tells the drafts of one case apart in the list of files outside. */
function draftName({ kind, format }: Previewed): LeavingName {
  const what = kind === reportKind ? ['informe'] : ['escrito', String(kind).padStart(2, '0')];
  return leavingName(['borrador', ...what], format);
}

/** The row in which the articles of a kind are confirmed, and since when they are; null while nobody did. */
async function confirmationOf(trx: Trx, of: SetOf, today: CivilDate) {
  const rows = (await readRules(trx, articleSetTable)).filter(({ value }) => isSetOf(value, of));
  const rowId = rows[0]?.id ?? null;
  const row = rowId === null ? null : rowOn(rows, rowId, today);
  return {
    rowId,
    seenVersions: rows.length,
    since: row === null || row.value.articles === null ? null : row.validFrom,
  };
}

/** Clauses of the bank and otrosíes of the kind, as they read in this case. */
async function wordsOf(trx: Trx, { definition, facts, law }: Gathered, options: FilingOptions, today: CivilDate) {
  const given = { facts, options, kind: definition, law, numbers: null };
  const clauses = clausesFor(rowsOn(await readRules(trx, clauseTable), today), definition);
  return {
    requests: definition.otherRequests.map((text) => lineWords(text, given)),
    clauses: clauses.map(({ id, value }) => ({ id, title: value.title, text: lineWords(value.text, given) })),
  };
}

async function startFiling(
  unit: Unit<Trx>,
  { caseId, kind, model, eventId }: InputOf<Contract['startFiling']>,
  parts: FilingParts,
): Promise<OutputOf<Contract['startFiling']>> {
  await refuseKind(unit, { caseId, kind, options: null });
  const isOffered = kind === ownKind || (await offeredKinds(unit.trx, unit.today)).includes(kind);
  if (!isOffered) throw fail('rule-broken', 'filing-not-offered');
  const gathered = await gather(unit.trx, { caseId, kind, options: { ...alone, model } }, unit, parts.places);
  const { facts, record, law, confirmed, definition, isApproved } = gathered;
  const lawOf = kind === ownKind ? (definition.own?.lawLike ?? reportKind) : kind;
  const blank = startingOptions(facts, record, { definition, lawOf, law, confirmed, today: unit.today });
  const { requests, clauses } = await wordsOf(unit.trx, gathered, blank, unit.today);
  const clock = await startFromClock(unit.trx, caseId, kind, eventId);
  const written = kind === reportKind ? await reportStart(unit, caseId) : {};
  return {
    options: {
      ...blank,
      otherRequests: requests,
      ...clock,
      answers: { ...blank.answers, ...written, ...clock.answers },
    },
    articles: offeredArticles(law, lawOf),
    confirmed: await confirmationOf(unit.trx, { kind, model }, unit.today),
    definition: kind === ownKind ? definition : null,
    isApproved,
    clauses,
  };
}

export function filingsHandlers(parts: FilingParts): Handlers<Contract, Trx> {
  const begun = new BegunPapers<FilingKind>();
  return {
    listFilings: inside(async (unit, { caseId }) => {
      const { facts } = await gather(unit.trx, { caseId, kind: 3, options: alone }, unit, parts.places);
      const { staffId } = unit.session;
      const may = await mayCompose(unit, caseId);
      return listFilings(unit.trx, { caseId, on: unit.today, facts, staffId, may });
    }),

    startFiling: twoPhase<Contract['startFiling'], Trx, unknown>({
      ...inside<Contract['startFiling'], Trx>((unit, input) => startFiling(unit, input, parts)),
      deliver: (call, input, output) => {
        begun.begin(call, input);
        return Promise.resolve(output);
      },
    }),

    listAnswers: inside(async (unit, { caseId, eventId }) => {
      const may = await mayCompose(unit, caseId);
      const offered: ReadonlySet<FilingKind> = new Set(await offeredKinds(unit.trx, unit.today));
      const isOffered = (kind: FilingKind) => offered.has(kind) && (kind === reportKind ? may.reports : may.writs);
      const answers = (await answersTo(unit.trx, caseId, eventId)).filter(({ kind }) => isOffered(kind));
      return { writs: answers.map((answer) => ({ ...answer, label: kinds[answer.kind].label })) };
    }),

    composeDraft: inside(async (unit, input) => {
      await requireDraft(unit, input);
      begun.require(unit, input);
      const read = await readDraft(unit.trx, input, unit, parts);
      const { paper, letter, ...state } = draftOf(read);
      // What is being written comes first.
      const carrier: readonly PaperBlock[] = letter === null ? [] : [{ kind: 'rule' }, ...letter.blocks];
      return {
        blocks: [...paper.blocks, ...carrier],
        writNumber: read.gathered.definition.sort === 'writ' ? read.options.writNumber : null,
        dueOn: read.terms.map(({ dueOn }) => dueOn).toSorted()[0] ?? null,
        ...state,
      };
    }),

    previewFiling: twoPhase<Contract['previewFiling'], Trx, Printed & Omit<Draft, 'paper' | 'letter'>>({
      prepare: async (call, input) => {
        refuseRole(call, input);
        const { paper, letter, ...state } = draftOf(await call.read((trx) => readDraft(trx, input, call, parts)));
        const whole = withLetter(paper, letter);
        const printed = await parts.printPaper(whole, { options: input.options });
        const bytes = input.format === 'docx' ? await parts.writeWord(whole) : printed.bytes;
        return { ...printed, bytes, ...state };
      },
      commit: async (unit, input, { bytes, pages, missing, reserved, warnings }) => {
        const askAgain = (later: Unit<Trx>) => requireDraft(later, input);
        await askAgain(unit);
        unit.note({ pages, missing: missing.length });
        const use = { kind: 'filing-draft', caseId: input.caseId, askAgain } as const;
        const file = unit.session.files.add(draftName(input), mediaTypes[input.format], bytes, use);
        return { file, pages, missing, reserved, warnings };
      },
    }),

    issueFiling: twoPhase<Contract['issueFiling'], Trx, PreparedIssue>({
      prepare: (call, input) => prepareIssue(call, input, parts),
      commit: (unit, input, prepared) => commitIssue(unit, input, prepared, parts),
    }),
  };
}

/** The draft shows both papers of the act, the letter first, as they will lie on the desk. */
function withLetter(paper: Paper, letter: Paper | null): Paper {
  if (letter === null) return paper;
  return { ...paper, blocks: [...letter.blocks, { kind: 'pageBreak' }, ...paper.blocks] };
}
