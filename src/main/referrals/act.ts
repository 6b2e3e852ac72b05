/**
 * One act: a consent, if it is given now, and the letters that rest on it. Each letter is made before anything is kept;
 * consent, numbers and papers are kept together or not at all.
 */
import type { ConsentGiven } from '../../shared/care/index.ts';
import type { IssuedDocument } from '../../shared/papers/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import {
  isConsentException,
  needsConsent,
  referralRules,
  slipCode,
  type ReferralOptions,
} from '../../shared/referrals/index.ts';
import { asConsent, keepConsent } from '../care/index.ts';
import { forgetTyped } from '../intake/index.ts';
import { issueDocument, nextNumber, peekNumber, serialNumber } from '../papers/index.ts';
import type { PaperPrinter } from '../platform/paper/index.ts';
import type { CallFrame, Preparation, Unit } from '../platform/gate/handler.ts';
import {
  compose,
  consentFor,
  decided,
  gather,
  refuseToIssue,
  refuseUntold,
  stampOf,
  templateFor,
  type Asked,
  type Gathered,
} from './gather.ts';
import { insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx } from './tables.ts';

export type ReferralParts = { readonly printPaper: PaperPrinter; readonly places: PlaceIndex };

export type Act = {
  readonly caseId: CaseId;
  /** Recorded in the same act; null where it stands on record already. */
  readonly consent: ConsentGiven | null;
  readonly letters: readonly Asked[];
  /** What the letters leave out was shown, or nobody asks for it. */
  readonly isTold?: boolean;
};

type PreparedLetter = Awaited<ReturnType<PaperPrinter>> & {
  readonly sequence: number;
  /** As they stand on the paper. */
  readonly options: ReferralOptions;
};
export type PreparedAct = { readonly stamp: string; readonly letters: readonly PreparedLetter[] };

function yearOf(call: CallFrame): number {
  return Number(call.today.slice(0, 4));
}

function numberOf(call: CallFrame, sequence: number): string {
  return serialNumber('referral', yearOf(call), sequence);
}

function withConsent(gathered: Gathered, consent: ConsentGiven | null, call: CallFrame): Gathered {
  if (consent === null) return gathered;
  return { ...gathered, consents: [asConsent(consent, call), ...gathered.consents] };
}

const ofThisLetter = 'Lo que dice el aviso es de esta carta.';

/** Where the form of several letters shows what one of them lacks. */
function atLetter(error: unknown, position: number, count: number): unknown {
  if (count === 1 || !(error instanceof ExpectedFailure)) return error;
  const { failure } = error;
  // A refusal without a field is of the whole letter: the page still has to say of which.
  const found = failure.issues.length > 0 ? failure.issues : [{ path: 'options.receiver', message: ofThisLetter }];
  const issues = found.map((issue) => ({ ...issue, path: `letters.${position}.${issue.path}` }));
  return new ExpectedFailure({ ...failure, issues });
}

export async function prepareAct(
  call: Preparation<Trx>,
  act: Act,
  parts: ReferralParts,
  step: () => Promise<void> = () => Promise.resolve(),
): Promise<PreparedAct> {
  const { found, first } = await call.read(async (trx) => ({
    found: await gather(trx, act.caseId, call),
    first: await peekNumber(trx, 'referral', yearOf(call)),
  }));
  const gathered = withConsent(found, act.consent, call);
  const count = act.letters.length;
  const composed = act.letters.map((asked, at) => {
    const issue = { number: numberOf(call, first + at), code: slipCode(yearOf(call), first + at) };
    try {
      const one = compose(gathered, call, { asked, places: parts.places, issue });
      refuseToIssue(gathered, asked, one);
      refuseUntold(act.isTold ?? true, one.changed, 'options.isTold');
      return one;
    } catch (error) {
      throw atLetter(error, at, count);
    }
  });
  const letters: PreparedLetter[] = [];
  for (const [at, { paper, options }] of composed.entries()) {
    letters.push({ ...(await parts.printPaper(paper, act.letters[at])), options, sequence: first + at });
    await step();
  }
  return { stamp: stampOf(found), letters };
}

/** @throws conflict when the record changed since the letters were made, or another letter took a number */
export async function commitAct(unit: Unit<Trx>, act: Act, prepared: PreparedAct): Promise<IssuedDocument[]> {
  const { caseId, consent, letters } = act;
  const found = await gather(unit.trx, caseId, unit);
  if (stampOf(found) !== prepared.stamp) throw fail('conflict');
  if (consent !== null) {
    await unit.require('consent.record', caseId);
    await keepConsent(unit, caseId, consent);
  }
  const gathered = consent === null ? found : await gather(unit.trx, caseId, unit);
  const documents: IssuedDocument[] = [];
  for (const [at, asked] of letters.entries()) {
    const letter = prepared.letters[at];
    if (letter === undefined) throw fail('conflict');
    documents.push(await issueLetter(unit, { caseId, asked, gathered, letter }));
  }
  if (letters.length > 1) unit.note({ letters: letters.length });
  return documents;
}

async function issueLetter(
  unit: Unit<Trx>,
  given: { caseId: CaseId; asked: Asked; gathered: Gathered; letter: PreparedLetter },
): Promise<IssuedDocument> {
  const { trx } = unit;
  const { caseId, asked, gathered, letter } = given;
  const { kind } = asked;
  if ((await nextNumber(trx, 'referral', yearOf(unit))) !== letter.sequence) throw fail('conflict', 'number-taken');
  const options = { ...letter.options, consent: decided(gathered, asked).consent };
  const template = templateFor(gathered, kind);
  const document = await issueDocument(unit, {
    caseId,
    kind: 'referral',
    number: `Derivación · ${numberOf(unit, letter.sequence)}`,
    title: `Derivación: ${referralRules[kind].label}`,
    template: `${template.id}@${template.version}`,
    bytes: letter.bytes,
    pages: letter.pages,
    paper: letter.paper,
    recipient: options.receiver?.establishment ?? null,
    missingReason: null,
  });
  const id = unit.newId<'ReferralId'>();
  await insertRecord(unit, tablesIn, 'referral', {
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
    code: slipCode(yearOf(unit), letter.sequence),
    handed_how: null,
    handed_at: null,
  });
  unit.note({ kind, urgency: options.urgency, consentException: isConsentException(options.consent) });
  await forgetTyped(unit, `referral-${kind}`, caseId);
  return document;
}
