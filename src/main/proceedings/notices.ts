/** What a notice says, beside what this record knows of its file; and the terms of an act before it is kept. */
import {
  deadlinesOf,
  isNamed,
  isSameFile,
  isSameNotice,
  noticeLimits,
  readNotice,
  foundValue,
  type NoticeReading,
  type proceedingsContract,
} from '../../shared/proceedings/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { textOfSent } from '../attachments/index.ts';
import { listOffices } from '../directory/index.ts';
import { allowed, caseHeading, getSectionB } from '../intake/index.ts';
import type { Preparation } from '../platform/gate/handler.ts';
import { fromStored, toStored } from './computed.ts';
import { listEvents, listFileNumbers } from './event-repository.ts';
import { readLaw, triggerOfForm } from './law.ts';
import { effectIn } from './views.ts';
import type { Trx, Use } from './tables.ts';

type Contract = typeof proceedingsContract;
type Input = InputOf<Contract['readCourtNotice']>;
type Output = OutputOf<Contract['readCourtNotice']>;

const refusals = {
  image: () => fail('rule-broken', 'notice-image'),
  locked: () => fail('rule-broken', 'notice-locked'),
  unreadable: () => fail('rule-broken', 'notice-unreadable'),
  other: () => fail('rule-broken', 'notice-kind'),
};

/** @throws rule-broken `notice-kind`, `notice-locked`, `notice-image`, `notice-unreadable`, or why the file is refused */
async function textOf(call: Preparation<Trx>, given: Input['given']): Promise<string> {
  if (given.from === 'text') return given.text;
  const bytes = call.session.files.received(given.fileId);
  try {
    const sent = await textOfSent(bytes, given.fileName, noticeLimits.pages);
    if (sent.kind === 'text') return sent.text;
    throw refusals[sent.kind]();
  } finally {
    bytes.fill(0);
  }
}

async function authorityOf(trx: Trx, { office: read }: NoticeReading): Promise<Output['authority']> {
  const office = foundValue(read);
  if (office === null) return null;
  const named = (await listOffices(trx)).filter((one) => one.isActive && isNamed(office, one.name));
  const [only, another] = named;
  if (only === undefined || another !== undefined) return null;
  return { authorityId: only.id, office: only.name, district: only.districtCode };
}

/** A ficha that the reader may not know of is as good as none: nothing tells it apart from a number nobody has. */
async function elsewhereOf(unit: Use, caseId: CaseId, reading: NoticeReading): Promise<Output['elsewhere']> {
  const file = foundValue(reading.fileNumber);
  if (file === null) return null;
  const same = (await listFileNumbers(unit.trx)).filter(({ fileNumber }) => isSameFile(file, fileNumber));
  if (same.some((one) => one.caseId === caseId)) return null;
  for (const other of new Set(same.map((one) => one.caseId))) {
    if ((await allowed(unit, 'legalFile.read', other)) === null) continue;
    return { caseId: other, number: (await caseHeading(unit.trx, unit, other)).number };
  }
  return null;
}

async function registeredAs(trx: Trx, caseId: CaseId, reading: NoticeReading): Promise<Output['registered']> {
  const row = (await listEvents(trx, caseId)).find(
    ({ withdrawn, document, file_number: fileNumber, office }) =>
      withdrawn === 0 && isSameNotice(reading, { document, fileNumber, office }),
  );
  if (row === undefined) return null;
  return { eventId: row.id, document: row.document ?? '', on: row.happened_on };
}

export const noticeHandler = {
  prepare: async (call: Preparation<Trx>, { given }: Input): Promise<NoticeReading> =>
    readNotice(await textOf(call, given)),
  commit: async (unit: Use, { caseId, given }: Input, reading: NoticeReading): Promise<Output> => {
    const reads = Object.values(reading);
    unit.note({
      from: given.from,
      found: reads.filter((read) => read?.kind === 'found').length,
      doubtful: reads.filter((read) => read?.kind === 'several').length,
    });
    return {
      reading,
      authority: await authorityOf(unit.trx, reading),
      elsewhere: await elsewhereOf(unit, caseId, reading),
      registered: await registeredAs(unit.trx, caseId, reading),
    };
  },
};

export async function countTerms(unit: Use, { caseId, act }: InputOf<Contract['countTerms']>) {
  const law = await readLaw(unit.trx);
  const level = (await getSectionB(unit.trx, caseId)).answers.valuationLevel;
  const trigger = await triggerOfForm(unit.trx, act, level);
  return {
    effectOn: effectIn(act, trigger.district, law),
    terms: deadlinesOf(trigger, law).map((one) => ({ ...fromStored(toStored(one)), ruleId: one.rule.id })),
  };
}
