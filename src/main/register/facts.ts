/** Everything the register row of one case is made of, read once. */
import { asInformant } from '../people/index.ts';
import { noEvents, type CaseEvents, type RegisterFacts } from '../../shared/register/index.ts';
import { reportClassOf, reportKind } from '../../shared/filings/index.ts';
import { type CaseCondition, formSectionIds, sectionOf } from '../../shared/intake/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { attentionsByCase } from '../care/index.ts';
import { listOffices } from '../directory/index.ts';
import { firstAuthors } from '../history/index.ts';
import { appraisalsOf, fichaNumberOf, type Reader, getFormSection } from '../intake/index.ts';
import { presentedFilings } from '../filings/index.ts';
import { standingActs } from '../proceedings/index.ts';
import { among } from '../platform/storage/among.ts';
import { parsed } from '../platform/storage/rows.ts';
import { readCaseRecord, type CaseRecord } from '../papers/index.ts';
import { tablesIn, type Trx } from './tables.ts';

/** The saved sections of the form; `id` is the letter of the paper. */
async function formVersionSections(trx: Trx, caseId: CaseId) {
  const saved = [];
  for (const id of formSectionIds) saved.push({ ...(await getFormSection(trx, id, caseId)), id: sectionOf(id).id });
  return saved;
}

type Persons = Pick<RegisterFacts, 'user' | 'aggressor' | 'informant'>;

function personsOf({ user, aggressor, informant }: CaseRecord['known']): Persons {
  return { user, aggressor, informant: informant === null ? null : asInformant(informant) };
}

/**
 * What the row is made of, and what of it the reader may see of the persons.
 *
 * @throws not-found
 */
export async function registerFacts(trx: Trx, caseId: CaseId, reader: Reader) {
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
    events: (await eventsByCase(trx, [caseId])).get(caseId) ?? noEvents,
  };
}

/** What was done in each of these cases, in a fixed number of queries. */
export async function eventsByCase(trx: Trx, caseIds: readonly CaseId[]): Promise<ReadonlyMap<CaseId, CaseEvents>> {
  const valuations = await tablesIn(trx)
    .selectFrom('partner_risk_form')
    .select((select) => ['case_id', select.fn.countAll<number>().as('count')])
    .where('case_id', 'in', among(caseIds))
    .groupBy('case_id')
    .execute();
  const valued = new Map(valuations.map((one) => [one.case_id, one.count]));
  const actions = await attentionsByCase(trx, caseIds);
  const filings = await filingsOf(trx, caseIds);
  const referrals = await referralsOf(trx, caseIds);
  const acts = Map.groupBy(await standingActs(trx, caseIds), ({ caseId }) => caseId);
  return new Map(
    caseIds.map((id) => [
      id,
      {
        actions: (actions.get(id) ?? []).map(({ service, number }) => ({ service, number })),
        filings: (filings.get(id) ?? []).map(({ filing }) => filing),
        referrals: (referrals.get(id) ?? []).map(({ referral }) => referral),
        acts: (acts.get(id) ?? []).map(({ kind, grantsProtection: grants, favours, instance }) => ({
          kind,
          grants,
          favours,
          instance,
        })),
        valuations: valued.get(id) ?? 0,
      },
    ]),
  );
}

/** Only what was left somewhere counts, from the day it was; annulling a presentation takes it out again. */
async function filingsOf(trx: Trx, caseIds: readonly CaseId[]) {
  const found = (await presentedFilings(trx, caseIds)).map(({ case_id, kind, options, instance, desk }) => {
    const asked = parsed(options);
    const filing: CaseEvents['filings'][number] = {
      kind,
      instance,
      asksProtection: (asked.measures ?? []).length > 0,
      asksPrecautionary: (asked.precautionary ?? []).length > 0,
      asksPolice: asked.answers?.['incumplimiento_detencion'] === 1,
      toChildProtection: isChildProtection(`${asked.addressee?.office ?? ''} ${desk}`),
      report: kind === reportKind ? reportClassOf({ answers: asked.answers ?? {} }) : null,
    };
    return { case_id, filing };
  });
  return Map.groupBy(found, ({ case_id }) => case_id);
}

/** The unit is named by its words: the form of a writ keeps the office as it is printed, not its row of the directory. */
function isChildProtection(words: string): boolean {
  return /\bUPE\b|protecci[oó]n\s+especial/i.test(words);
}

async function referralsOf(trx: Trx, caseIds: readonly CaseId[]) {
  const rows = await tablesIn(trx)
    .selectFrom('referral')
    .leftJoin('referral_slip', 'referral_slip.referral_id', 'referral.id')
    .select(['referral.case_id', 'referral.kind', 'referral.options', 'referral_slip.kit', 'referral_slip.attended'])
    .where('referral.case_id', 'in', among(caseIds))
    .execute();
  const ticked = (await listOffices(trx)).filter(({ isComplementary }) => isComplementary);
  const complementary = new Set<string>(ticked.map(({ id }) => id));
  const found = rows.map(({ case_id, kind, options, kit, attended }) => {
    const asked = parsed(options);
    const referral: CaseEvents['referrals'][number] = {
      kind,
      services: asked.services ?? [],
      // Who was not attended was given no kit; the slip has no answer of its own for it.
      kit: attended === 0 ? 'no' : kit,
      isComplementary: complementary.has(asked.receiver?.authorityId ?? ''),
    };
    return { case_id, referral };
  });
  return Map.groupBy(found, ({ case_id }) => case_id);
}
