/** Facts of the papers of the clock, read once, and their bytes. */
import {
  daySheet,
  hearingSheet,
  isInForce,
  measureLabels,
  measureStateLabels,
  neutralCard,
  printedFields,
  tellingFieldOf,
  type BoardHearing,
  type HearingFacts,
  type HearingForm,
  type HearingTextField,
  type HearingView,
  type proceedingsContract,
} from '../../shared/proceedings/index.ts';
import type { Paper } from '../../shared/papers/blocks.ts';
import { documentFileWords, replaceTexts, withhold, withheldWords } from '../../shared/papers/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { leavingName } from '../../shared/platform/file-names.ts';
import { addDays } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { staffNames } from '../access/index.ts';
import { getCentre } from '../centre/index.ts';
import { caseHeading, type Reader } from '../intake/index.ts';
import { centreHead, readCaseRecord, withheldTexts } from '../papers/index.ts';
import { twoPhase, type CallFrame, type Handlers } from '../platform/gate/handler.ts';
import { boardOf } from './board.ts';
import { fromStored } from './computed.ts';
import { listDeadlinesOfCase } from './deadline-repository.ts';
import { listEvents } from './event-repository.ts';
import type { RecordParts } from './record-terms.ts';
import { hearingView, measuresOf } from './views.ts';
import { rowOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx } from './tables.ts';

type Contract = typeof proceedingsContract;
export type PaperParts = {
  readonly printPaper: (paper: Paper) => Promise<{ readonly bytes: Uint8Array; readonly pages: number }>;
};

async function headOf(trx: Trx) {
  const centre = await getCentre(trx);
  return { letterhead: centreHead(centre).letterhead, isPractice: centre.isPractice };
}

async function hearingFacts(trx: Trx, reader: Reader, caseId: CaseId, hearing: HearingView): Promise<HearingFacts> {
  const events = await listEvents(trx, caseId);
  const terms = (await listDeadlinesOfCase(trx, caseId)).flatMap(({ state, dues, warn_on, warn_time, rule_id }) => {
    const due = dues.at(-1);
    if (state !== 'open' || due === undefined || warn_on === null) return [];
    const { task } = fromStored(due.computed).rule;
    return [`${task} (${rule_id}): ${formatCivilDate(warn_on)}, ${warn_time ?? ''}`];
  });
  const { number, userName } = await caseHeading(trx, reader, caseId);
  return {
    caseNumber: number,
    userName,
    hearing,
    fileNumber: events.findLast((event) => event.withdrawn === 0 && event.file_number !== null)?.file_number ?? null,
    measures: measuresOf(events)
      .filter(({ state }) => isInForce(state))
      .map(({ kind, state }) => `${measureLabels[kind]} (${measureStateLabels[state].toLowerCase()})`),
    terms,
  };
}

const cardWords = {
  room: 'La tarjeta lleva «Sala y dirección»: escriba la dirección sin nombrar al centro, la autoridad ni el motivo.',
  bring: 'La tarjeta lleva «Qué llevar»: escríbalo sin nombrar al centro, la autoridad ni el motivo.',
} as const;

const fieldNames = {
  office: 'Órgano',
  room: 'Sala y dirección',
  link: 'Enlace o cómo se entra',
  bring: 'Qué llevar',
} as const satisfies Record<HearingTextField, string>;

type Asked = Pick<InputOf<Contract['hearingPaper']>, 'caseId' | 'hearingId' | 'paper'>;

/** Where she lives and how she is reached goes on no paper of a hearing: he may read the card, and the sheet lies about. */
async function reservedTexts(trx: Trx, caseId: CaseId, call: CallFrame): Promise<string[]> {
  return withheldTexts(await readCaseRecord(trx, caseId, call), true);
}

/** @throws rule-broken `reserved-place-in-text`, at each field that holds one */
function refuseReserved(hearing: HearingForm, paper: Asked['paper'], texts: readonly string[]): void {
  const leaveOut = replaceTexts(texts, [], () => withheldWords);
  const issues = printedFields(hearing, paper).flatMap((field) => {
    const text = hearing[field];
    if (text === null || leaveOut(text) === text) return [];
    return [{ path: `hearing.${field}`, message: `«${fieldNames[field]}»: hay un dato en reserva, corríjalo.` }];
  });
  if (issues.length > 0) throw fail('rule-broken', 'reserved-place-in-text', issues);
}

/** @throws rule-broken `hearing-card-not-neutral` and `reserved-place-in-text`, at the field that tells */
export async function hearingPaper(trx: Trx, input: Asked, call: CallFrame): Promise<Paper> {
  const { caseId, hearingId, paper } = input;
  const row = await rowOf(tablesIn(trx), 'hearing', { id: hearingId, case_id: caseId });
  const view = hearingView(row, { isFull: true, names: await staffNames(trx) });
  const texts = await reservedTexts(trx, caseId, call);
  refuseReserved(view.hearing, paper, texts);
  if (paper === 'sheet') {
    const sheet = hearingSheet(await hearingFacts(trx, call, caseId, view), await headOf(trx));
    // What was typed elsewhere, as the number of the court file.
    if (withhold(sheet, texts).found) throw fail('rule-broken', 'reserved-place-in-text');
    return sheet;
  }
  const centre = await getCentre(trx);
  const telling = tellingFieldOf(view.hearing, centreHead(centre).name);
  if (telling !== null) throw failAt(`hearing.${telling}`, cardWords[telling], 'hearing-card-not-neutral');
  return neutralCard(view, { words: view.hearing.room, phone: centre.phone });
}

/** The sheet of the day is of many fichas: one wrong word in one of them is left out and stops nobody. */
async function withoutReserved(trx: Trx, hearings: readonly BoardHearing[], call: CallFrame): Promise<BoardHearing[]> {
  const cleaned: BoardHearing[] = [];
  for (const line of hearings) {
    const leaveOut = replaceTexts(await reservedTexts(trx, line.caseId, call), [], () => withheldWords);
    cleaned.push({ ...line, office: leaveOut(line.office) });
  }
  return cleaned;
}

export async function dayPaper(
  trx: Trx,
  call: CallFrame,
  { scope, parts }: { readonly scope: InputOf<Contract['dayPaper']>['scope']; readonly parts: RecordParts },
): Promise<Paper> {
  const board = await boardOf({ ...call, trx }, scope, parts);
  const tomorrow = addDays(board.today, 1);
  const near = board.hearings.filter(({ on }) => on === board.today || on === tomorrow);
  const facts = { ...board, tomorrow, hearings: await withoutReserved(trx, near, call) };
  return daySheet(facts, await headOf(trx));
}

type Printed = { readonly bytes: Uint8Array; readonly pages: number };

export function paperHandlers(
  parts: Pick<PaperParts, 'printPaper'> & RecordParts,
): Pick<Handlers<Contract, Trx>, 'hearingPaper' | 'dayPaper'> {
  const { printPaper } = parts;
  return {
    hearingPaper: twoPhase<Contract['hearingPaper'], Trx, Printed>({
      prepare: async (call, input) => printPaper(await call.read((trx) => hearingPaper(trx, input, call))),
      commit: async (unit, { caseId, paper }, { bytes, pages }) => {
        // The card is for whoever receives her; the sheet speaks of measures and terms.
        if (paper === 'sheet') await unit.require('legalFile.read', caseId);
        unit.note({ paper, pages });
        const name = leavingName([documentFileWords[paper === 'sheet' ? 'hearing-sheet' : 'neutral-card']], 'pdf');
        return { file: unit.session.files.add(name, 'application/pdf', bytes, 'shown'), pages };
      },
    }),
    dayPaper: twoPhase<Contract['dayPaper'], Trx, Printed>({
      prepare: async (call, { scope }) => printPaper(await call.read((trx) => dayPaper(trx, call, { scope, parts }))),
      commit: (unit, _input, { bytes, pages }) => {
        unit.note({ pages });
        const name = leavingName([documentFileWords['day-sheet']], 'pdf');
        return Promise.resolve({ file: unit.session.files.add(name, 'application/pdf', bytes, 'shown'), pages });
      },
    }),
  };
}
