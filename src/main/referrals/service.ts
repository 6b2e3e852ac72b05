/** Composing, previewing and issuing health referrals. Without consent nothing is printed (referrals C2, C3). */
import type { Consent } from '../../shared/care/index.ts';
import type { MissingFact } from '../../shared/papers/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { spanOf, type CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import {
  composeReferral,
  consentAllows,
  isConsentException,
  kitLimitsOn,
  referralKindLabels,
  urgencyTable,
  type KitLimits,
  type ReferralFacts,
  type ReferralOptions,
  type referralsContract,
} from '../../shared/referrals/index.ts';
import { findConsent } from '../care/index.ts';
import type { Trx } from '../database.ts';
import { deleteDraftOf } from '../intake/index.ts';
import {
  issueDocument,
  nextNumber,
  peekNumber,
  readCaseRecord,
  reservedWords,
  type CaseRecord,
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
import { readRules } from '../rulebook/index.ts';
import { kitClock, referralFacts, referralWithheld } from './facts.ts';
import { insertReferral } from './repository.ts';
import { consentOption, referralWarnings, startingReferral } from './start.ts';

type Contract = typeof referralsContract;
type Issue = InputOf<Contract['issueReferral']>;
type Printed = Awaited<ReturnType<PaperPrinter>>;

export type ReferralParts = { readonly printPaper: PaperPrinter; readonly places: PlaceIndex };

type Gathered = {
  readonly record: CaseRecord;
  readonly facts: ReferralFacts;
  readonly consent: Consent | null;
  readonly limits: KitLimits;
};
type Prepared = Printed & { readonly stamp: string; readonly sequence: number };
type Preview = Printed & { readonly missing: MissingFact[]; readonly reserved: string[]; readonly warnings: string[] };

const template = 'referral-health@1';

async function gather(trx: Trx, caseId: string, call: CallFrame, places: PlaceIndex): Promise<Gathered> {
  const record = await readCaseRecord(trx, caseId, call.session.staffId);
  return {
    record,
    facts: referralFacts(record, { today: call.today, places }),
    consent: await findConsent(trx, caseId, 'healthReferral'),
    limits: await limitsFor(trx, record, call.today),
  };
}

/** Limits of the day of the event; of today where that is not known or still open. */
async function limitsFor(trx: Trx, { incident }: CaseRecord, today: CivilDate): Promise<KitLimits> {
  const last = incident.date === null ? today : spanOf(incident.date).last;
  return kitLimitsOn(await readRules(trx, urgencyTable), last < today ? last : today);
}

function stampOf({ facts, record, consent }: Gathered): string {
  const { contact, address } = record.user;
  return JSON.stringify([facts, contact, address, consent, record.row.state]);
}

/** The consent is what the record says, whatever the form sent. */
function decided(gathered: Gathered, options: ReferralOptions): ReferralOptions {
  return { ...options, consent: consentOption(gathered.consent) };
}

function compose(gathered: Gathered, options: ReferralOptions, number: string | null) {
  const { record, facts } = gathered;
  const withheld = referralWithheld(record, facts, options.includeSafeContact);
  return composeReferral(facts, decided(gathered, options), { number, draft: number === null, withheld });
}

function yearOf(call: CallFrame): number {
  return Number(call.today.slice(0, 4));
}

/** What the record lacks stays a visible gap: an emergency does not wait. What the form asks must be written. */
function refuseToIssue(gathered: Gathered, missing: readonly MissingFact[], withheldFound: boolean): void {
  if (!consentAllows(consentOption(gathered.consent))) throw fail('rule-broken', 'referral-without-consent');
  if (withheldFound) throw fail('rule-broken', 'reserved-place-in-text');
  const open = missing.filter((fact) => fact.page === 'document');
  if (open.length > 0) {
    const issues = open.map(({ fact, label }) => ({ path: `options.${fact}`, message: `Falta: ${label}.` }));
    throw fail('rule-broken', 'referral-incomplete', issues);
  }
}

async function prepareIssue(call: Preparation<Trx>, input: Issue, parts: ReferralParts): Promise<Prepared> {
  const { gathered, sequence } = await call.read(async (trx) => ({
    gathered: await gather(trx, input.caseId, call, parts.places),
    sequence: await peekNumber(trx, 'referral', yearOf(call)),
  }));
  const composed = compose(gathered, input.options, numberOf(call, sequence));
  refuseToIssue(gathered, composed.missing, composed.withheldFound);
  return { ...(await parts.printPaper(composed.paper, input)), stamp: stampOf(gathered), sequence };
}

function numberOf(call: CallFrame, sequence: number): string {
  return `${yearOf(call)}-${String(sequence).padStart(6, '0')}`;
}

async function commitIssue(unit: Unit<Trx>, input: Issue, prepared: Prepared, places: PlaceIndex) {
  const { trx } = unit;
  const { caseId, kind } = input;
  const gathered = await gather(trx, caseId, unit, places);
  if (stampOf(gathered) !== prepared.stamp) throw fail('conflict');
  if ((await nextNumber(trx, 'referral', yearOf(unit))) !== prepared.sequence) throw fail('conflict', 'number-taken');
  const options = decided(gathered, input.options);
  const document = await issueDocument(unit, {
    caseId,
    kind: 'referral',
    number: `Derivación · ${numberOf(unit, prepared.sequence)}`,
    title: referralKindLabels[kind],
    template,
    bytes: prepared.bytes,
    pages: prepared.pages,
    paper: prepared.paper,
    recipient: options.receiver?.establishment ?? null,
    missingReason: null,
  });
  const id = unit.newId();
  await insertReferral(trx, {
    id,
    case_id: caseId,
    kind,
    urgency: options.urgency,
    receiver: options.receiver === null ? '' : `${options.receiver.post}, ${options.receiver.establishment}`,
    consent_id: gathered.consent?.id ?? null,
    document_id: document.id,
    options: JSON.stringify(options),
    state: 'printed',
    version: 1,
  });
  unit.touch('referral', id);
  unit.note({ urgency: options.urgency, consentException: isConsentException(options.consent) });
  await deleteDraftOf(trx, { staffId: unit.session.staffId, form: 'referral', caseId });
  return { document };
}

export function referralsHandlers(parts: ReferralParts): Handlers<Contract, Trx> {
  const { places } = parts;
  return {
    startReferral: inside(async (unit, { caseId }) => {
      const { record, consent, limits } = await gather(unit.trx, caseId, unit, places);
      const kit = kitClock(record, { now: unit.now, isAsked: false, limits });
      const given = consentOption(consent);
      const place = places.byCode.get(record.centre.districtCode)?.district ?? record.centre.name;
      const options = startingReferral(record, { consent: given, kit, place, today: unit.today });
      return { options, hasConsent: consentAllows(given) };
    }),

    previewReferral: twoPhase<Contract['previewReferral'], Trx, Preview>({
      prepare: async (call, { caseId, options }) => {
        const gathered = await call.read((trx) => gather(trx, caseId, call, places));
        const { record, facts, consent, limits } = gathered;
        const isAsked = options.services.includes('emergency-kit');
        const kit = kitClock(record, { now: call.now, isAsked, limits });
        const composed = compose(gathered, options, null);
        const found = { kit, consent, withheld: composed.withheldFound };
        const hasContact = options.includeSafeContact && facts.safeContact !== null;
        return {
          ...(await parts.printPaper(composed.paper, { options })),
          missing: composed.missing,
          reserved: reservedWords(record, true).filter((word) => !(hasContact && word === 'teléfono seguro')),
          warnings: referralWarnings(facts, options, found),
        };
      },
      commit: (unit, _input, { bytes, pages, missing, reserved, warnings }) => {
        unit.note({ pages, missing: missing.length });
        const file = unit.session.files.add('borrador-derivacion.pdf', 'application/pdf', bytes);
        return Promise.resolve({ file, pages, missing, reserved, warnings });
      },
    }),

    issueReferral: twoPhase<Contract['issueReferral'], Trx, Prepared>({
      prepare: (call, input) => prepareIssue(call, input, parts),
      commit: (unit, input, prepared) => commitIssue(unit, input, prepared, places),
    }),
  };
}
