/** Composing, previewing and issuing filings. Nothing is sent by the program (safety rule S8). */
import {
  articles,
  composeFiling,
  filingKindLabels,
  measuresTemplate,
  reservedSheet,
  type FilingFacts,
  type FilingOptions,
  type filingsContract,
} from '../../shared/filings/index.ts';
import { consentFormLabels } from '../../shared/care/index.ts';
import type { MissingFact } from '../../shared/papers/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
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
import { filingFacts, isAddressReserved, reservedSheetFacts, type FilingRecord } from './facts.ts';
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

const template = `${measuresTemplate.id}@${measuresTemplate.version}`;

async function gather(trx: Trx, caseId: string, call: CallFrame, places: PlaceIndex): Promise<Gathered> {
  const record: FilingRecord = {
    ...(await readCaseRecord(trx, caseId, call.session.staffId)),
    riskForm: await latestRiskForm(trx, caseId),
  };
  const isReserved = isAddressReserved(record);
  return {
    record,
    facts: filingFacts(record, { today: call.today, places }),
    withheld: withheldTexts(record, isReserved),
    reserved: reservedWords(record, isReserved),
    sponsorship: (await findConsent(trx, caseId, 'legalRepresentation'))?.form ?? null,
  };
}

/** Equal stamps: nothing the paper says, or keeps to itself, has changed in between. */
function stampOf({ facts, withheld, record }: Gathered): string {
  return JSON.stringify([facts, withheld, record.user.address, record.row.state]);
}

function yearOf(call: CallFrame): number {
  return Number(call.today.slice(0, 4));
}

function numberOf(call: CallFrame, sequence: number): string {
  return `${yearOf(call)}-${String(sequence).padStart(6, '0')}`;
}

function warningsOf(gathered: Gathered, options: FilingOptions, withheldFound: boolean): string[] {
  const { facts, record, sponsorship } = gathered;
  const accepts = facts.wantsSponsorship === true || sponsorship === 'spoken' || sponsorship === 'written';
  const unconfirmed = articles.filter((row) => options.articles.includes(row.id) && row.confirmation === 'toConfirm');
  return [
    ...(withheldFound
      ? ['En el texto hay un dato en reserva: así no se puede emitir. Corríjalo donde está escrito.']
      : []),
    ...(accepts && sponsorship !== 'refused'
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
    ...(unconfirmed.length === 0 ? [] : [`Por confirmar: ${unconfirmed.map((row) => row.citation).join('; ')}.`]),
  ];
}

/** Hard stops and the reason D11 asks for. The lawyer signs: a missing fact never stops a filing by itself. */
function refuseToIssue(input: Issue, missing: readonly MissingFact[], withheldFound: boolean): void {
  const { measures, precautionary } = input.options;
  if (measures.length + precautionary.length === 0) throw fail('rule-broken', 'filing-measure-needed');
  if (withheldFound) throw fail('rule-broken', 'reserved-place-in-text');
  const required = missing.filter((fact) => fact.weight === 'required');
  if (required.length > 0 && input.missingReason === null) {
    const issues = required.map(({ fact, label }) => ({ path: fact, message: `Falta: ${label}.` }));
    throw fail('rule-broken', 'missing-fact-reason-needed', issues);
  }
}

async function prepareIssue(call: Preparation<Trx>, input: Issue, parts: FilingParts): Promise<Prepared> {
  const { gathered, sequence } = await call.read(async (trx) => ({
    gathered: await gather(trx, input.caseId, call, parts.places),
    sequence: await peekNumber(trx, 'filing', yearOf(call)),
  }));
  const number = numberOf(call, sequence);
  const composed = composeFiling(gathered.facts, input.options, { number, draft: false, withheld: gathered.withheld });
  refuseToIssue(input, composed.missing, composed.withheldFound);
  const sheet = reservedSheetFacts(
    gathered.record,
    { today: call.today, places: parts.places },
    { number, courtFileNumber: input.options.courtFileNumber },
  );
  return {
    stamp: stampOf(gathered),
    sequence,
    filing: await parts.printPaper(composed.paper),
    sheet: sheet === null ? null : await parts.printPaper(reservedSheet(sheet)),
    missing: composed.missing.filter((fact) => fact.weight === 'required').length,
  };
}

/** The printed number is taken only here: another filing in between makes both start again, and no number is lost. */
async function commitIssue(unit: Unit<Trx>, input: Issue, prepared: Prepared, places: PlaceIndex) {
  const { trx } = unit;
  const { caseId, kind, options } = input;
  const stamp = stampOf(await gather(trx, caseId, unit, places));
  if (stamp !== prepared.stamp) throw fail('conflict');
  if ((await nextNumber(trx, 'filing', yearOf(unit))) !== prepared.sequence) throw fail('conflict', 'number-taken');
  const number = numberOf(unit, prepared.sequence);
  const missingReason = prepared.missing === 0 ? null : input.missingReason;
  const common = { caseId, template, missingReason };
  const title = filingKindLabels[kind];
  const document = await issueDocument(unit, {
    ...common,
    ...prepared.filing,
    quotesAccount: true,
    kind: 'filing',
    number: `Escrito N.º ${options.writNumber} · ${number}`,
    title,
  });
  if (prepared.sheet !== null) {
    await issueDocument(unit, {
      ...common,
      ...prepared.sheet,
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
  await deleteDraftOf(trx, { staffId: unit.session.staffId, form: 'filing', caseId });
  return { document };
}

export function filingsHandlers(parts: FilingParts): Handlers<Contract, Trx> {
  return {
    startFiling: inside(async (unit, { caseId }) => {
      const { facts, record } = await gather(unit.trx, caseId, unit, parts.places);
      const writNumber = await nextWritNumber(unit.trx, caseId);
      return { options: startingOptions(facts, record, { writNumber, today: unit.today }) };
    }),

    previewFiling: twoPhase<
      Contract['previewFiling'],
      Trx,
      Printed & { gathered: Gathered; missing: MissingFact[]; warnings: string[] }
    >({
      prepare: async (call, { caseId, options }) => {
        const gathered = await call.read((trx) => gather(trx, caseId, call, parts.places));
        const { withheld } = gathered;
        const composed = composeFiling(gathered.facts, options, { number: null, draft: true, withheld });
        const warnings = warningsOf(gathered, options, composed.withheldFound);
        return { ...(await parts.printPaper(composed.paper)), gathered, missing: composed.missing, warnings };
      },
      commit: (unit, _input, { bytes, pages, gathered, missing, warnings }) => {
        unit.note({ pages, missing: missing.length });
        const file = unit.session.files.add('borrador-escrito.pdf', 'application/pdf', bytes);
        return Promise.resolve({ file, pages, missing, reserved: [...gathered.reserved], warnings });
      },
    }),

    issueFiling: twoPhase<Contract['issueFiling'], Trx, Prepared>({
      prepare: (call, input) => prepareIssue(call, input, parts),
      commit: (unit, input, prepared) => commitIssue(unit, input, prepared, parts.places),
    }),
  };
}
