/** Everything the register row of one case is made of, read once. */
import { asInformant } from '../people/index.ts';
import { formVersionSections } from './sections.ts';
import type { CaseEvents, RegisterFacts } from '../../shared/register/index.ts';
import { reportClassOf, reportKind, type FilingOptions } from '../../shared/filings/index.ts';
import type { CaseCondition } from '../../shared/intake/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { attentionsOf } from '../care/index.ts';
import { listOffices } from '../directory/index.ts';
import { firstAuthors } from '../history/index.ts';
import { appraisalsOf, fichaNumberOf, type Reader } from '../intake/index.ts';
import { presentedFilings } from '../filings/index.ts';
import { readCaseRecord, type CaseRecord } from '../papers/index.ts';
import { tablesIn, type Trx } from './tables.ts';

type Persons = Pick<RegisterFacts, 'user' | 'aggressor' | 'informant'>;

function personsOf({ user, aggressor, informant }: CaseRecord['known']): Persons {
  return { user, aggressor, informant: informant === null ? null : asInformant(informant) };
}

/**
 * What the row is made of, and what of it the reader may see of the persons.
 *
 * @throws not-found
 */
export async function registerFacts(
  trx: Trx,
  caseId: CaseId,
  reader: Reader,
): Promise<{ whole: RegisterFacts; seen: RegisterFacts }> {
  const record = await readCaseRecord(trx, caseId, reader);
  const rest = await caseFacts(trx, caseId, record);
  return { whole: { ...rest, ...personsOf(record.known) }, seen: { ...rest, ...personsOf(record) } };
}

async function caseFacts(trx: Trx, caseId: CaseId, record: CaseRecord): Promise<Omit<RegisterFacts, keyof Persons>> {
  const { row, centre } = record;
  const names = await staffNames(trx);
  const sections = await formVersionSections(trx, caseId);
  const first = await firstAuthors(trx, caseId);
  return {
    centre: { name: centre.name, code: centre.code, category: centre.category, districtCode: centre.districtCode },
    admission: {
      fichaNumber: fichaNumberOf(row),
      admittedOn: row.admitted_on,
      admittedTime: row.admitted_time,
      shift: row.shift,
    },
    condition: row.condition_confirmed as CaseCondition | null,
    reportingMonth: row.reporting_month,
    answers: Object.fromEntries(sections.map(({ id, answers }) => [id, answers])),
    authors: Object.fromEntries(
      sections.map(({ id, updatedBy, isStarted }) => [
        id,
        isStarted ? (names.get(first.get(id.toLowerCase()) ?? updatedBy) ?? null) : null,
      ]),
    ),
    account: record.account,
    appraisals: await appraisalsOf(trx, caseId),
    occurredOn: record.incident.date,
    events: await eventsOf(trx, caseId),
  };
}

async function eventsOf(trx: Trx, caseId: CaseId): Promise<CaseEvents> {
  const valuations = await tablesIn(trx)
    .selectFrom('partner_risk_form')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return {
    actions: (await attentionsOf(trx, caseId)).map(({ service, number }) => ({ service, number })),
    filings: await filingsOf(trx, caseId),
    referrals: await referralsOf(trx, caseId),
    valuations: valuations.count,
  };
}

/** Only what was left somewhere counts, from the day it was; annulling a presentation takes it out again. */
async function filingsOf(trx: Trx, caseId: CaseId): Promise<CaseEvents['filings']> {
  return (await presentedFilings(trx, [caseId])).map(({ kind, options, instance, desk }) => {
    const asked = JSON.parse(options) as AskedInWrit;
    return {
      kind,
      instance,
      asksProtection: (asked.measures ?? []).length > 0,
      asksPrecautionary: (asked.precautionary ?? []).length > 0,
      asksPolice: asked.answers?.['incumplimiento_detencion'] === 1,
      toChildProtection: isChildProtection(`${asked.addressee?.office ?? ''} ${desk}`),
      report: kind === reportKind ? reportClassOf({ answers: asked.answers ?? {} }) : null,
    };
  });
}

type AskedInWrit = {
  measures?: unknown[];
  precautionary?: unknown[];
  addressee?: { office?: string } | null;
  answers?: FilingOptions['answers'];
};

/** The unit is named by its words: the form of a writ keeps the office as it is printed, not its row of the directory. */
function isChildProtection(words: string): boolean {
  return /\bUPE\b|protecci[oó]n\s+especial/i.test(words);
}

async function referralsOf(trx: Trx, caseId: CaseId): Promise<CaseEvents['referrals']> {
  const rows = await tablesIn(trx)
    .selectFrom('referral')
    .leftJoin('referral_slip', 'referral_slip.referral_id', 'referral.id')
    .select(['referral.kind', 'referral.options', 'referral_slip.kit', 'referral_slip.attended'])
    .where('referral.case_id', '=', caseId)
    .execute();
  const ticked = (await listOffices(trx)).filter(({ isComplementary }) => isComplementary);
  const complementary = new Set<string>(ticked.map(({ id }) => id));
  return rows.map(({ kind, options, kit, attended }) => {
    const asked = JSON.parse(options) as { services?: string[]; receiver?: { authorityId?: string | null } | null };
    // Who was not attended was given no kit; the slip has no answer of its own for it.
    const told = attended === 0 ? 'no' : kit;
    return {
      kind,
      services: asked.services ?? [],
      kit: told,
      isComplementary: complementary.has(asked.receiver?.authorityId ?? ''),
    };
  });
}
