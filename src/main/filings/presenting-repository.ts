/** Presentations of writs, their answers and the bundles made for them. */
import type { Office } from '../../shared/directory/index.ts';
import { deskFor, deskName, type Desk, type FilingLine, type Presentation } from '../../shared/filings/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { staffNames } from '../access/index.ts';
import { listOffices } from '../directory/index.ts';
import { contentHash } from '../papers/index.ts';
import { among } from '../platform/storage/among.ts';
import { districtOf } from './facts.ts';
import { capital } from '../../shared/platform/capital.ts';
import type { CaseId, DocumentId, Id } from '../../shared/platform/ids.ts';
import { cellsOf, columnsIn, parsed, rowOf, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type FilingsTables, type Trx } from './tables.ts';

export type PresentationRow = FilingsTables['filing_presentation'];
type Names = ReadonlyMap<string, string>;

const filingColumns = [
  'filing.id',
  'filing.options',
  'filing.kind',
  'filing.writ_number',
  'filing.document_id',
  'issued_document.number',
  'issued_document.title',
  'issued_document.issued_at',
  'issued_document.issued_by',
  'issued_document.pages',
  'issued_document.content_hash',
] as const;

/** Issued writs of a case, newest first. */
export async function issuedFilings(trx: Trx, caseId: CaseId) {
  return tablesIn(trx)
    .selectFrom('filing')
    .innerJoin('issued_document', 'issued_document.id', 'filing.document_id')
    .select(filingColumns)
    .where('filing.case_id', '=', caseId)
    .orderBy('issued_document.issued_at', 'desc')
    .orderBy('issued_document.number', 'desc')
    .execute();
}
export type IssuedFiling = Awaited<ReturnType<typeof issuedFilings>>[number];

/** @throws not-found, also for a writ of another case */
export async function getIssuedFiling(trx: Trx, caseId: CaseId, filingId: string): Promise<IssuedFiling> {
  const found = (await issuedFilings(trx, caseId)).find(({ id }) => id === filingId);
  if (found === undefined) throw fail('not-found');
  return found;
}

/**
 * Bytes of the issued paper, as frozen.
 *
 * @throws not-found; damaged `document-damaged` when they are not those of its code
 */
export async function issuedBytes(trx: Trx, documentId: DocumentId): Promise<Uint8Array> {
  const [row] = await columnsIn(tablesIn(trx), 'issued_document', ['bytes', 'content_hash'], { id: documentId });
  if (row === undefined) throw fail('not-found');
  if (contentHash(row.bytes) !== row.content_hash) throw fail('damaged', 'document-damaged');
  return row.bytes;
}

/** Writs of every case that were issued and do not count as presented, oldest first. */
export async function unpresented(trx: Trx) {
  return tablesIn(trx)
    .selectFrom('filing')
    .innerJoin('issued_document', 'issued_document.id', 'filing.document_id')
    .innerJoin('case_file', 'case_file.id', 'filing.case_id')
    .select([...filingColumns, 'filing.case_id', 'case_file.number as caseNumber'])
    .where('case_file.annulled_at', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('filing_presentation')
            .select('filing_presentation.id')
            .whereRef('filing_presentation.filing_id', '=', 'filing.id')
            .where('filing_presentation.annulled_at', 'is', null),
        ),
      ),
    )
    .orderBy('issued_document.issued_at')
    .orderBy('issued_document.number')
    .execute();
}

/** Writs of every case that count as presented on a day, the first first. */
export async function presentedOn(trx: Trx, day: CivilDate) {
  return tablesIn(trx)
    .selectFrom('filing_presentation')
    .innerJoin('filing', 'filing.id', 'filing_presentation.filing_id')
    .innerJoin('issued_document', 'issued_document.id', 'filing.document_id')
    .innerJoin('case_file', 'case_file.id', 'filing.case_id')
    .select([...filingColumns, 'filing.case_id', 'case_file.number as caseNumber'])
    .select(['presented_on', 'presented_time', 'desk', 'entry_number', 'folios'])
    .where('case_file.annulled_at', 'is', null)
    .where('filing_presentation.annulled_at', 'is', null)
    .where('presented_on', '=', day)
    .orderBy('recorded_at')
    .execute();
}

/** Desks as they were written last, the most recent first. */
export async function lastDesks(trx: Trx, count: number): Promise<string[]> {
  const rows = await tablesIn(trx)
    .selectFrom('filing_presentation')
    .select(['desk', ({ fn }) => fn.max('recorded_at').as('at')])
    .groupBy('desk')
    .orderBy('at', 'desc')
    .limit(count)
    .execute();
  return rows.map(({ desk }) => desk);
}

export async function presentationRows(trx: Trx, caseId: CaseId): Promise<PresentationRow[]> {
  return rowsOf(tablesIn(trx), 'filing_presentation', { case_id: caseId }, 'recorded_at desc');
}

/** @throws not-found, also for one of another case */
export async function getPresentation(trx: Trx, caseId: CaseId, id: Id<'PresentationId'>): Promise<PresentationRow> {
  return rowOf(tablesIn(trx), 'filing_presentation', { id, case_id: caseId });
}

async function answersOf(trx: Trx, presentationId: string, names: Names): Promise<Presentation['answers']> {
  const rows = await rowsOf(tablesIn(trx), 'filing_answer', { presentation_id: presentationId }, 'position');
  return rows.map((row) => ({
    ...cellsOf(row, 'answered_on', 'kind', 'words', 'document_id'),
    recordedBy: names.get(row.recorded_by) ?? '',
  }));
}

export async function toPresentation(trx: Trx, row: PresentationRow, names: Names): Promise<Presentation> {
  return {
    ...cellsOf(row, 'id', 'version', 'presented_on', 'presented_time', 'desk', 'instance', 'entry_number', 'folios'),
    ...cellsOf(row, 'signed_id', 'cargo_id', 'sha256', 'recorded_at'),
    recordedBy: names.get(row.recorded_by) ?? '',
    annulled:
      row.annul_reason === null
        ? null
        : { reason: row.annul_reason, words: row.annul_words, by: names.get(row.annulled_by ?? '') ?? '' },
    answers: await answersOf(trx, row.id, names),
  };
}

/** What the directory knows of the desk to which a writ goes; null for one without an addressee. */
export async function deskInDirectory(
  trx: Trx,
  { options }: Pick<IssuedFiling, 'options'>,
  places: PlaceIndex,
): Promise<Desk | null> {
  const { addressee } = parsed(options);
  if (addressee === null || addressee === undefined) return null;
  return deskFor(addressee, await listOffices(trx), (code) => districtOf(places, code));
}

/** The addressee on the form of the writ, with what the directory knows of that office. */
export function deskOf(options: IssuedFiling['options'], authorities: readonly Office[], places: PlaceIndex) {
  const { addressee } = parsed(options);
  const office = deskName(addressee?.office ?? '');
  if (addressee === null || addressee === undefined || office === '')
    return { desk: null, instance: null, limitMb: null, takesOneFile: false, hours: null, deskMatch: 'none' as const };
  const found = deskFor(addressee, authorities, (code) => districtOf(places, code));
  const { match: deskMatch, fileNamePattern: _pattern, ...known } = found;
  return { desk: capital(office), ...known, deskMatch };
}

/** Every issued writ of a case with where it stands. */
export async function filingLines(trx: Trx, caseId: CaseId, places: PlaceIndex): Promise<FilingLine[]> {
  const names = await staffNames(trx);
  const rows = await presentationRows(trx, caseId);
  const authorities = await listOffices(trx);
  const lines: FilingLine[] = [];
  for (const filing of await issuedFilings(trx, caseId)) {
    const all: Presentation[] = [];
    for (const row of rows.filter((one) => one.filing_id === filing.id))
      all.push(await toPresentation(trx, row, names));
    const holding = all.find(({ annulled }) => annulled === null) ?? null;
    lines.push({
      filingId: filing.id,
      ...cellsOf(filing, 'document_id', 'kind', 'number', 'title', 'writ_number', 'issued_at', 'pages'),
      issuedBy: names.get(filing.issued_by) ?? '',
      state: holding === null ? 'issued' : holding.answers.length > 0 ? 'answered' : 'presented',
      ...deskOf(filing.options, authorities, places),
      presentation: holding,
      annulled: all.filter(({ annulled }) => annulled !== null),
    });
  }
  return lines;
}

/** What the central register counts: writs that were left somewhere, and where. */
export async function presentedFilings(trx: Trx, caseIds: readonly CaseId[]) {
  return tablesIn(trx)
    .selectFrom('filing_presentation')
    .innerJoin('filing', 'filing.id', 'filing_presentation.filing_id')
    .select(['filing.id', 'filing.kind', 'filing.options', 'filing_presentation.instance'])
    .select(['filing_presentation.case_id', 'filing_presentation.presented_on', 'filing_presentation.desk'])
    .select(['filing.document_id', 'filing_presentation.recorded_at'])
    .where('filing_presentation.case_id', 'in', among(caseIds))
    .where('filing_presentation.annulled_at', 'is', null)
    .execute();
}
