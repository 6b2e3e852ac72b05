/** Composing, previewing and issuing filings. Nothing is sent by the program (safety rule S8). */
import {
  articleCitation,
  articleTable,
  composeFiling,
  filingTemplateTable,
  kinds,
  lawOn,
  measureTable,
  offeredArticles,
  reservedSheet,
  type FilingFacts,
  type FilingKind,
  type FilingLaw,
  type FilingOptions,
  type FilingTemplate,
  type filingsContract,
} from '../../shared/filings/index.ts';
import { consentFormLabels } from '../../shared/care/index.ts';
import type { MissingFact } from '../../shared/papers/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { rowsOn } from '../../shared/rulebook/index.ts';
import { findConsent } from '../care/index.ts';
import type { Trx } from '../database.ts';
import { deleteDraftOf } from '../intake/index.ts';
import {
  issueDocument,
  nextNumber,
  peekNumber,
  readCaseRecord,
  reservedWords,
  withheldTexts,
} from '../papers/index.ts';
import {
  inside,
  twoPhase,
  type CallFrame,
  type Handlers,
  type Preparation,
  type Unit,
} from '../platform/gate/handler.ts';
import type { PaperPrinter } from '../platform/paper/index.ts';
import { latestRiskForm } from '../risk/index.ts';
import { readRules } from '../rulebook/index.ts';
import { filingFacts, isAddressReserved, reservedSheetFacts, type FilingRecord } from './facts.ts';
import { draftForm, listFilings, offeredKinds } from './list.ts';
import { correctedWrit, otherPersons, refuseHidden } from './others.ts';
import { insertFiling, nextWritNumber } from './repository.ts';
import { startingOptions } from './start.ts';

type Contract = typeof filingsContract;
type Issue = InputOf<Contract['issueFiling']>;
type Printed = { readonly bytes: Uint8Array; readonly pages: number };

export type FilingParts = { readonly printPaper: PaperPrinter; readonly places: PlaceIndex };

/** What a filing rests on, as it stood when it was read. */
type Gathered = {
  readonly record: FilingRecord;
  readonly facts: FilingFacts;
  readonly withheld: readonly string[];
  readonly reserved: readonly string[];
  readonly law: FilingLaw;
  readonly template: FilingTemplate;
  /** What she said of legal sponsorship; null when it was not recorded. */
  readonly sponsorship: string | null;
};

type Prepared = {
  readonly stamp: string;
  readonly sequence: number;
  readonly filing: Printed;
  readonly sheet: Printed | null;
  readonly missing: number;
};

/** The template as it counts today; a text that no longer passes its check is never used. */
async function templateOf(trx: Trx, kind: FilingKind, on: CivilDate): Promise<FilingTemplate> {
  const rows = await readRules(trx, filingTemplateTable);
  const template = rowsOn(rows, on).find(({ value }) => value.kind === kind);
  if (template === undefined) throw fail('rule-broken', 'filing-template-missing');
  return template;
}

type Asked = Pick<Issue, 'caseId' | 'kind'> & { readonly options: Pick<FilingOptions, 'linked' | 'corrects'> };
const alone: Asked['options'] = { linked: [], corrects: null };

async function gather(trx: Trx, input: Asked, call: CallFrame, places: PlaceIndex): Promise<Gathered> {
  const { caseId, kind, options } = input;
  const record: FilingRecord = {
    ...(await readCaseRecord(trx, caseId, call.session.staffId)),
    riskForm: await latestRiskForm(trx, caseId),
  };
  const isReserved = isAddressReserved(record);
  const { withheld, ...others } = await otherPersons(trx, record, options.linked, call);
  const corrected = await correctedWrit(trx, caseId, options.corrects);
  return {
    record,
    facts: { ...filingFacts(record, { today: call.today, places }), ...others, corrected },
    withheld: [...withheldTexts(record, isReserved), ...withheld],
    reserved: reservedWords(record, isReserved),
    law: lawOn(call.today, {
      articles: await readRules(trx, articleTable),
      measures: await readRules(trx, measureTable),
    }),
    template: await templateOf(trx, kind, call.today),
    sponsorship: (await findConsent(trx, caseId, 'legalRepresentation'))?.form ?? null,
  };
}

/** Equal stamps: nothing the paper says, or keeps to itself, has changed in between. */
function stampOf({ facts, withheld, record, template, law }: Gathered): string {
  return JSON.stringify([facts, withheld, record.user.address, record.row.state, template, law]);
}

function yearOf(call: CallFrame): number {
  return Number(call.today.slice(0, 4));
}

function numberOf(call: CallFrame, sequence: number): string {
  return `${yearOf(call)}-${String(sequence).padStart(6, '0')}`;
}

function warningsOf(gathered: Gathered, options: FilingOptions, withheldFound: boolean): string[] {
  const { kind } = gathered.template.value;
  const { facts, record, sponsorship } = gathered;
  const accepts = facts.wantsSponsorship === true || sponsorship === 'spoken' || sponsorship === 'written';
  const unconfirmed = gathered.law.articles.filter(
    (row) => options.articles.includes(row.id) && row.confirmation === 'toConfirm',
  );
  return [
    ...(withheldFound
      ? ['En el texto hay un dato en reserva: así no se puede emitir. Corríjalo donde está escrito.']
      : []),
    ...(!kinds[kind].warnsWithoutSponsorship || (accepts && sponsorship !== 'refused')
      ? []
      : [
          sponsorship === 'refused'
            ? `Patrocinio legal: ${consentFormLabels.refused.toLowerCase()}.`
            : 'No consta que la persona usuaria acepte el patrocinio legal.',
        ]),
    ...(facts.user.address.kind === 'reserved' && !record.user.address.isReserved
      ? ['El domicilio se pone en reserva porque la presunta persona agresora no vive con ella o el riesgo es severo.']
      : []),
    ...(facts.user.address.kind === 'printable' ? ['El domicilio se imprime en el escrito.'] : []),
    ...(unconfirmed.length === 0
      ? []
      : [`Por confirmar: ${unconfirmed.map((row) => articleCitation(row.value)).join('; ')}.`]),
  ];
}

/** Hard stops and the reason D11 asks for. The lawyer signs: a missing fact never stops a filing by itself. */
function refuseToIssue(input: Issue, missing: readonly MissingFact[], withheldFound: boolean): void {
  const { measures, precautionary } = input.options;
  if (input.kind === 3 && measures.length + precautionary.length === 0)
    throw fail('rule-broken', 'filing-measure-needed');
  if (withheldFound) throw fail('rule-broken', 'reserved-place-in-text');
  const required = missing.filter((fact) => fact.weight === 'required');
  if (required.length > 0 && input.missingReason === null) {
    const issues = required.map(({ fact, label }) => ({ path: fact, message: `Falta: ${label}.` }));
    throw fail('rule-broken', 'missing-fact-reason-needed', issues);
  }
}

async function prepareIssue(call: Preparation<Trx>, input: Issue, parts: FilingParts): Promise<Prepared> {
  const { gathered, sequence } = await call.read(async (trx) => ({
    gathered: await gather(trx, input, call, parts.places),
    sequence: await peekNumber(trx, 'filing', yearOf(call)),
  }));
  const number = numberOf(call, sequence);
  const composed = composeFiling(gathered.facts, input.options, {
    template: gathered.template,
    law: gathered.law,
    number,
    draft: false,
    withheld: gathered.withheld,
  });
  refuseToIssue(input, composed.missing, composed.withheldFound);
  const sheet = reservedSheetFacts(
    gathered.record,
    { today: call.today, places: parts.places },
    { number, courtFileNumber: input.options.courtFileNumber, kind: input.kind },
  );
  return {
    stamp: stampOf(gathered),
    sequence,
    filing: await parts.printPaper(composed.paper, input),
    sheet: sheet === null ? null : await parts.printPaper(reservedSheet(sheet)),
    missing: composed.missing.filter((fact) => fact.weight === 'required').length,
  };
}

/** The printed number is taken only here: another filing in between makes both start again, and no number is lost. */
async function commitIssue(unit: Unit<Trx>, input: Issue, prepared: Prepared, places: PlaceIndex) {
  const { trx } = unit;
  const { caseId, kind, options } = input;
  await refuseHidden(unit, options.linked);
  const gathered = await gather(trx, input, unit, places);
  if (stampOf(gathered) !== prepared.stamp) throw fail('conflict');
  if ((await nextNumber(trx, 'filing', yearOf(unit))) !== prepared.sequence) throw fail('conflict', 'number-taken');
  const number = numberOf(unit, prepared.sequence);
  const missingReason = prepared.missing === 0 ? null : input.missingReason;
  const { template } = gathered;
  const common = { caseId, template: `${template.id}@${template.version}`, missingReason };
  const title = kinds[kind].label;
  const document = await issueDocument(unit, {
    ...common,
    ...prepared.filing,
    quotesAccount: true,
    recipient: options.addressee?.office ?? null,
    kind: 'filing',
    number: `Escrito N.º ${options.writNumber} · ${number}`,
    title,
  });
  if (prepared.sheet !== null) {
    await issueDocument(unit, {
      ...common,
      ...prepared.sheet,
      recipient: options.addressee?.office ?? null,
      kind: 'reserved-sheet',
      number: `Anexo reservado · ${number}`,
      title: 'Anexo reservado',
    });
  }
  const id = unit.newId();
  const row = {
    id,
    case_id: caseId,
    kind,
    writ_number: options.writNumber,
    document_id: document.id,
    options: JSON.stringify(options),
    version: 1,
  };
  await insertFiling(
    trx,
    row,
    [...options.measures, ...options.precautionary].map((measure) => measure.code),
  );
  unit.touch('filing', id);
  unit.note({
    document: document.number,
    pages: document.pages,
    contentHash: document.contentHash,
    missing: prepared.missing,
  });
  await deleteDraftOf(trx, { staffId: unit.session.staffId, form: draftForm(kind), caseId });
  return { document };
}

export function filingsHandlers(parts: FilingParts): Handlers<Contract, Trx> {
  return {
    listFilings: inside(async (unit, { caseId }) => {
      const { facts } = await gather(unit.trx, { caseId, kind: 3, options: alone }, unit, parts.places);
      return listFilings(unit.trx, { caseId, on: unit.today, facts, staffId: unit.session.staffId });
    }),

    startFiling: inside(async (unit, { caseId, kind }) => {
      if (!(await offeredKinds(unit.trx, unit.today)).includes(kind)) throw fail('rule-broken', 'filing-not-offered');
      const { facts, record, law } = await gather(unit.trx, { caseId, kind, options: alone }, unit, parts.places);
      const writNumber = await nextWritNumber(unit.trx, caseId);
      return {
        options: startingOptions(facts, record, { kind, law, writNumber, today: unit.today }),
        articles: offeredArticles(law, kind),
      };
    }),

    previewFiling: twoPhase<
      Contract['previewFiling'],
      Trx,
      Printed & { gathered: Gathered; missing: readonly MissingFact[]; warnings: string[] }
    >({
      prepare: async (call, { caseId, kind, options }) => {
        const gathered = await call.read((trx) => gather(trx, { caseId, kind, options }, call, parts.places));
        const { withheld } = gathered;
        const composed = composeFiling(gathered.facts, options, {
          template: gathered.template,
          law: gathered.law,
          number: null,
          draft: true,
          withheld,
        });
        const warnings = warningsOf(gathered, options, composed.withheldFound);
        return {
          ...(await parts.printPaper(composed.paper, { options })),
          gathered,
          missing: composed.missing,
          warnings,
        };
      },
      commit: async (unit, { options }, { bytes, pages, gathered, missing, warnings }) => {
        await refuseHidden(unit, options.linked);
        unit.note({ pages, missing: missing.length });
        const file = unit.session.files.add('borrador-escrito.pdf', 'application/pdf', bytes);
        return { file, pages, missing: [...missing], reserved: [...gathered.reserved], warnings };
      },
    }),

    issueFiling: twoPhase<Contract['issueFiling'], Trx, Prepared>({
      prepare: (call, input) => prepareIssue(call, input, parts),
      commit: (unit, input, prepared) => commitIssue(unit, input, prepared, parts.places),
    }),
  };
}
