/** Composing, previewing and issuing referrals. Without consent nothing is printed (referrals C2, C3). */
import type { MissingFact } from '../../shared/papers/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import {
  blankReferralAnswers,
  consentAllows,
  consenterOf,
  isConsentException,
  needsConsent,
  referralRules,
  slipCode,
  type referralsContract,
} from '../../shared/referrals/index.ts';
import type { Trx } from '../database.ts';
import { deleteDraftOf } from '../intake/index.ts';
import { issueDocument, nextNumber, peekNumber, reservedWords } from '../papers/index.ts';
import {
  inside,
  twoPhase,
  type CallFrame,
  type Handlers,
  type Preparation,
  type Unit,
} from '../platform/gate/handler.ts';
import type { PaperPrinter } from '../platform/paper/index.ts';
import { childLabel } from './children.ts';
import { signsOf } from './facts.ts';
import { compose, consentFor, decided, gather, proposedFor, refuseToIssue, stampOf, type Asked } from './gather.ts';
import { insertReferral } from './repository.ts';
import { consentOption, referralWarnings, startingReferral } from './start.ts';
import { suggestedReferrals } from './suggest.ts';

type Contract = typeof referralsContract;
type Issue = InputOf<Contract['issueReferral']>;
type Printed = Awaited<ReturnType<PaperPrinter>>;

export type ReferralParts = { readonly printPaper: PaperPrinter; readonly places: PlaceIndex };

type Prepared = Printed & { readonly stamp: string; readonly sequence: number };
type Preview = Printed & { readonly missing: MissingFact[]; readonly reserved: string[]; readonly warnings: string[] };

/** Version of the layout of each kind. */
const templateOf = (kind: Asked['kind']) => `referral-${kind}@2`;

function yearOf(call: CallFrame): number {
  return Number(call.today.slice(0, 4));
}

function numberOf(call: CallFrame, sequence: number): string {
  return `${yearOf(call)}-${String(sequence).padStart(6, '0')}`;
}

async function prepareIssue(call: Preparation<Trx>, input: Issue, parts: ReferralParts): Promise<Prepared> {
  const { gathered, sequence } = await call.read(async (trx) => ({
    gathered: await gather(trx, input.caseId, call),
    sequence: await peekNumber(trx, 'referral', yearOf(call)),
  }));
  const issue = { number: numberOf(call, sequence), code: slipCode(yearOf(call), sequence) };
  const composed = compose(gathered, call, { asked: input, places: parts.places, issue });
  refuseToIssue(gathered, input, composed);
  return { ...(await parts.printPaper(composed.paper, input)), stamp: stampOf(gathered), sequence };
}

async function commitIssue(unit: Unit<Trx>, input: Issue, prepared: Prepared) {
  const { trx } = unit;
  const { caseId, kind } = input;
  const gathered = await gather(trx, caseId, unit);
  if (stampOf(gathered) !== prepared.stamp) throw fail('conflict');
  if ((await nextNumber(trx, 'referral', yearOf(unit))) !== prepared.sequence) throw fail('conflict', 'number-taken');
  const options = decided(gathered, input);
  const document = await issueDocument(unit, {
    caseId,
    kind: 'referral',
    number: `Derivación · ${numberOf(unit, prepared.sequence)}`,
    title: `Derivación: ${referralRules[kind].label}`,
    template: templateOf(kind),
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
    consent_id: needsConsent(kind) ? (consentFor(gathered, kind)?.id ?? null) : null,
    document_id: document.id,
    options: JSON.stringify(options),
    state: 'printed',
    version: 1,
    code: slipCode(yearOf(unit), prepared.sequence),
    handed_how: null,
    handed_at: null,
  });
  unit.touch('referral', id);
  unit.note({ kind, urgency: options.urgency, consentException: isConsentException(options.consent) });
  await deleteDraftOf(trx, { staffId: unit.session.staffId, form: `referral-${kind}`, caseId });
  return { document };
}

export function referralsHandlers(parts: ReferralParts): Handlers<Contract, Trx> {
  const { places } = parts;
  return {
    startReferral: inside(async (unit, { caseId, kind }) => {
      const gathered = await gather(unit.trx, caseId, unit);
      const { record, children, age } = gathered;
      const given = consentOption(consentFor(gathered, kind));
      const place = places.byCode.get(record.centre.districtCode)?.district ?? record.centre.name;
      const blank = { services: [], answers: blankReferralAnswers(kind) };
      const proposed = proposedFor(gathered, unit, { kind, options: blank as never });
      const start = { consent: given, proposed, place, today: unit.today, age, children };
      return {
        options: startingReferral(kind, record, start),
        hasConsent: !needsConsent(kind) || consentAllows(given),
        consenter: consenterOf(gathered),
        children: children.map((child) => ({ id: child.id, label: childLabel(child) })),
      };
    }),

    suggestReferrals: inside(async (unit, { caseId }) => {
      const { record, children, age, limits } = await gather(unit.trx, caseId, unit);
      return {
        suggestions: suggestedReferrals(signsOf(record, null), {
          now: unit.now,
          limits,
          isChild: age !== null && age < 18,
          children: children.length,
          isInsured: record.a.healthInsurance,
        }),
      };
    }),

    previewReferral: twoPhase<Contract['previewReferral'], Trx, Preview>({
      prepare: async (call, input) => {
        const gathered = await call.read((trx) => gather(trx, input.caseId, call));
        const { kind, options } = input;
        const composed = compose(gathered, call, { asked: input, places, issue: { number: null, code: null } });
        const { facts } = composed;
        const found = {
          proposed: proposedFor(gathered, call, input),
          consent: consentFor(gathered, kind),
          withheld: composed.withheldFound,
        };
        const hasContact = options.includeSafeContact && facts.safeContact !== null;
        return {
          ...(await parts.printPaper(composed.paper, { options })),
          missing: composed.missing,
          reserved: reservedWords(gathered.record, true).filter((word) => !(hasContact && word === 'teléfono seguro')),
          warnings: referralWarnings(kind, facts, options, found),
        };
      },
      commit: (unit, { kind }, { bytes, pages, missing, reserved, warnings }) => {
        unit.note({ kind, pages, missing: missing.length });
        const file = unit.session.files.add('borrador-derivacion.pdf', 'application/pdf', bytes);
        return Promise.resolve({ file, pages, missing, reserved, warnings });
      },
    }),

    issueReferral: twoPhase<Contract['issueReferral'], Trx, Prepared>({
      prepare: (call, input) => prepareIssue(call, input, parts),
      commit: (unit, input, prepared) => commitIssue(unit, input, prepared),
    }),
  };
}
