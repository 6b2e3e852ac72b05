/** Receiving objects, clothes and captures with a numbered acta, and handing them on against signature (referrals §6). */
import { areasOf, fileTypeLabels, fileTypes } from '../../shared/attachments/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import {
  composeCustodyReceipt,
  type custodyContract,
  custodyDeliveryFields,
  custodyFields,
  custodyItemFields,
  type CustodyItem,
  type CustodyView,
} from '../../shared/referrals/index.ts';
import { staffNames } from '../access/index.ts';
import { usableFile } from '../attachments/index.ts';
import { forgetTyped } from '../intake/index.ts';
import {
  ageOn,
  casePersons,
  centreHead,
  issueDocument,
  nextNumber,
  peekNumber,
  privacyFrom,
  serialNumber,
  readCaseRecord,
  withheldTexts,
  type CasePerson,
  type CaseRecord,
} from '../papers/index.ts';
import { inside, twoPhase, type CallFrame, type Handlers, type Preparation } from '../platform/gate/handler.ts';
import { columnsOfValues, valuesOfRow } from '../record/index.ts';
import { futurePart } from '../platform/future.ts';
import { cellsOf, rowsOf, findRow, byNow, insertRecord, parsed } from '../platform/storage/rows.ts';
import type { ReferralParts } from './act.ts';
import { refuseUntold } from './gather.ts';
import { getReceipt, insertReceipt, listReceipts, type ReceiptRow } from './custody-repository.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof custodyContract;
type Issue = InputOf<Contract['issueCustodyReceipt']>;
type Prepared = Awaited<ReturnType<typeof prepare>>;

const template = 'custody-receipt@1';

function numberOf(call: CallFrame, sequence: number): string {
  return serialNumber('custody', Number(call.today.slice(0, 4)), sequence);
}

function refuseFuture(call: CallFrame, path: string, at: { readonly on: CivilDate; readonly time: string }): void {
  if (futurePart(call, at) === null) return;
  throw failAt(path, 'La fecha y la hora no pueden ser futuras.', 'custody-in-future');
}

/** Each file once, of this case, in any type that a case holds. */
async function filesOf(trx: Trx, caseId: CaseId, items: readonly CustodyItem[]) {
  const found = new Map<string, Awaited<ReturnType<typeof usableFile>>>();
  for (const attachmentId of new Set(items.flatMap(({ files }) => files)))
    found.set(attachmentId, await usableFile(trx, { caseId, attachmentId, types: fileTypes, reason: 'custody-file' }));
  return found;
}

async function personsFor(trx: Trx, caseId: CaseId, call: CallFrame) {
  const record = await readCaseRecord(trx, caseId, call);
  return { record, persons: await casePersons(trx, record, call.today) };
}

/** The pair stands in full, and whoever hands over and signs; a user under age only where she hands over herself. */
function custodyPrivacy(
  record: CaseRecord,
  persons: readonly CasePerson[],
  { receipt, today }: { readonly receipt: Issue['receipt']; readonly today: CivilDate },
) {
  const ids = [record.aggressorId, ...((ageOn(record, today) ?? 18) < 18 ? [] : [record.userId])];
  const { withheld, persons: shortened } = privacyFrom(persons, { ids, names: [receipt.handedBy] });
  const named = persons.filter(({ personId }) => ids.includes(personId)).flatMap(({ names }) => names.slice(0, 1));
  return {
    withheld: [...withheldTexts(record, true), ...withheld],
    persons: shortened,
    standing: [record.staff.fullName, ...named],
    hidesSchools: persons.some(({ isMinor }) => isMinor),
  };
}

async function prepare(call: Preparation<Trx>, input: Issue, { printPaper, places }: ReferralParts) {
  const { caseId, receipt } = input;
  refuseFuture(call, 'receipt.receivedOn', { on: receipt.receivedOn, time: receipt.receivedTime });
  const { record, persons, files, sequence } = await call.read(async (trx) => ({
    ...(await personsFor(trx, caseId, call)),
    files: await filesOf(trx, caseId, receipt.items),
    sequence: await peekNumber(trx, 'custody', Number(call.today.slice(0, 4))),
  }));
  const { centre, staff, row } = record;
  const facts = {
    caseNumber: row.number,
    place: places.byCode.get(centre.districtCode)?.district ?? centre.name,
    centre: centreHead(centre),
    practice: centre.isPractice,
    receivedBy: { names: staff.fullName, profession: staff.profession },
    files: receipt.items.map((item) =>
      item.files.flatMap((id) => {
        const file = files.get(id);
        return file === undefined ? [] : [{ type: fileTypeLabels[file.type], sha256: file.sha256 }];
      }),
    ),
  };
  const issue = {
    number: numberOf(call, sequence),
    ...custodyPrivacy(record, persons, { receipt, today: call.today }),
  };
  const { paper, withheldFound, changed, receipt: printed } = composeCustodyReceipt(receipt, facts, issue);
  if (withheldFound) {
    throw failAt('receipt.items', 'Hay un dato en reserva en el texto: corríjalo.', 'reserved-place-in-text');
  }
  refuseUntold(input.isTold, changed, 'receipt');
  const hashes = new Map([...files].map(([id, { sha256 }]) => [id, sha256]));
  // As it stands on the paper.
  return { ...(await printPaper(paper, { receipt })), sequence, hashes, receipt: printed };
}

/** A file of an area closed to the reader is answered as one that is not there. */
async function refuseClosedAreas(unit: Use, { caseId, receipt }: Issue): Promise<void> {
  const ids = [...new Set(receipt.items.flatMap(({ files }) => files))];
  if (ids.length === 0) return;
  const { view } = await unit.require('attachment.read', caseId);
  const areas = areasOf(view, unit.session.roles);
  for (const attachmentId of ids) {
    const { area } = await usableFile(unit.trx, { caseId, attachmentId, types: fileTypes, reason: 'custody-file' });
    if (!areas.includes(area)) throw fail('rule-broken', 'custody-file');
  }
}

async function commit(unit: Use, input: Issue, prepared: Prepared) {
  const { caseId } = input;
  const { receipt } = prepared;
  await refuseClosedAreas(unit, input);
  if ((await nextNumber(unit.trx, 'custody', Number(unit.today.slice(0, 4)))) !== prepared.sequence)
    throw fail('conflict', 'number-taken');
  const document = await issueDocument(unit, {
    caseId,
    kind: 'custody-receipt',
    number: `Acta de recepción · ${numberOf(unit, prepared.sequence)}`,
    title: 'Acta de recepción',
    template,
    bytes: prepared.bytes,
    pages: prepared.pages,
    paper: prepared.paper,
    recipient: null,
    missingReason: null,
  });
  const id = unit.newId<'CustodyReceiptId'>();
  const items = receipt.items.map((item) => ({
    ...item,
    files: item.files.map((file) => ({ id: file, sha256: prepared.hashes.get(file) ?? '' })),
  }));
  const row = { id, case_id: caseId, document_id: document.id, ...columnsOfValues(custodyFields, receipt) };
  await insertReceipt(unit, { ...row, ...byNow(unit, 'recorded'), version: 1 }, items);
  await forgetTyped(unit, 'custody', caseId);
  unit.note({ items: items.length });
  return { document };
}

async function viewOf(trx: Trx, row: ReceiptRow): Promise<CustodyView> {
  const names = await staffNames(trx);
  const delivery = await findRow(tablesIn(trx), 'custody_delivery', { receipt_id: row.id });
  return {
    ...cellsOf(row, 'id', 'version', 'document_id', 'number', 'recorded_at'),
    ...valuesOfRow(custodyFields, row),
    items: (await rowsOf(tablesIn(trx), 'custody_item', { receipt_id: row.id }, 'position')).map((item) => ({
      ...valuesOfRow(custodyItemFields, item),
      files: parsed(item.files).map(({ id }) => id),
    })),
    recordedBy: names.get(row.recorded_by) ?? '',
    delivery: delivery === undefined ? null : valuesOfRow(custodyDeliveryFields, delivery),
  };
}

export function custodyHandlers(parts: ReferralParts): Handlers<Contract, Trx> {
  return {
    listCustody: inside(async (unit, { caseId }) => {
      const receipts: CustodyView[] = [];
      for (const row of await listReceipts(unit.trx, caseId)) receipts.push(await viewOf(unit.trx, row));
      return { receipts };
    }),

    issueCustodyReceipt: twoPhase<Contract['issueCustodyReceipt'], Trx, Prepared>({
      prepare: (call, input) => prepare(call, input, parts),
      commit,
    }),

    deliverCustody: inside(async (unit, { caseId, receiptId, delivery }) => {
      const row = await getReceipt(unit.trx, caseId, receiptId);
      if ((await findRow(tablesIn(unit.trx), 'custody_delivery', { receipt_id: receiptId })) !== undefined)
        throw fail('rule-broken', 'custody-delivered');
      refuseFuture(unit, 'delivery.on', delivery);
      const isBefore = `${delivery.on} ${delivery.time}` < `${row.received_on} ${row.received_time}`;
      if (isBefore) throw failAt('delivery.on', 'Es anterior a la recepción.', 'custody-before-receipt');
      await insertRecord(unit, tablesIn, 'custody_delivery', {
        ...{ id: unit.newId(), receipt_id: receiptId, case_id: caseId, version: 1 },
        ...columnsOfValues(custodyDeliveryFields, delivery),
        ...byNow(unit, 'recorded'),
      });
      return viewOf(unit.trx, row);
    }),
  };
}
