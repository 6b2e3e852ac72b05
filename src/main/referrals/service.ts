/** Composing, previewing and issuing referrals. Without consent nothing is printed (referrals C2, C3). */
import type { MissingFact } from '../../shared/papers/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import { leavingName } from '../../shared/platform/file-names.ts';
import {
  blankReferralAnswers,
  consentAllows,
  consenterOf,
  hoursSince,
  hoursWords,
  kitWords,
  needsConsent,
  type ReferralKind,
  type referralsContract,
} from '../../shared/referrals/index.ts';
import { BatchWork, BegunPapers, reservedWords } from '../papers/index.ts';
import { fromMemory, inside, twoPhase, type CallFrame, type Handlers } from '../platform/gate/handler.ts';
import type { PaperPrinter } from '../platform/paper/index.ts';
import { commitAct, prepareAct, type PreparedAct, type ReferralParts } from './act.ts';
import { childLabel } from './children.ts';
import { signsOf } from './facts.ts';
import {
  compose,
  consentFor,
  gather,
  kitQuestionFor,
  proposedFor,
  templateFor,
  type Asked,
  type Gathered,
} from './gather.ts';
import { consentOption, referralWarnings, startingReferral } from './start.ts';
import { suggestedReferrals } from './suggest.ts';
import type { Trx } from './tables.ts';

type Contract = typeof referralsContract;
type DraftState = { readonly missing: MissingFact[]; readonly reserved: string[]; readonly warnings: string[] };

/** The letter as it would be issued, with what it says about itself. */
function draftOf(gathered: Gathered, call: CallFrame, asked: Asked, places: ReferralParts['places']) {
  const { kind, options } = asked;
  const composed = compose(gathered, call, { asked, places, issue: { number: null, code: null } });
  const { facts } = composed;
  const found = {
    proposed: proposedFor(gathered, call, asked),
    limits: gathered.limits,
    consent: consentFor(gathered, kind),
    withheld: composed.withheldFound,
    question: composed.question,
  };
  const hasContact = options.includeSafeContact && facts.safeContact !== null;
  const state: DraftState = {
    missing: composed.missing,
    reserved: [
      ...reservedWords(gathered.record, true).filter((word) => !(hasContact && word === 'teléfono seguro')),
      ...composed.changed,
    ],
    warnings: referralWarnings(kind, facts, options, found),
  };
  return { paper: composed.paper, state };
}

export function referralsHandlers(parts: ReferralParts): Handlers<Contract, Trx> {
  const { places } = parts;
  const work = new BatchWork();
  const begun = new BegunPapers<ReferralKind>();
  return {
    startReferral: twoPhase<Contract['startReferral'], Trx, unknown>({
      ...inside<Contract['startReferral'], Trx>(async (unit, { caseId, kind }) => {
        const gathered = await gather(unit.trx, caseId, unit);
        const { record, children, age } = gathered;
        const given = consentOption(consentFor(gathered, kind));
        const place = places.byCode.get(record.centre.districtCode)?.district ?? record.centre.name;
        const blank = { services: [], answers: blankReferralAnswers(kind) };
        const proposed = proposedFor(gathered, unit, { kind, options: blank });
        const start = { consent: given, proposed, place, today: unit.today, age, children };
        return {
          options: startingReferral(kind, record, start),
          post: templateFor(gathered, kind).value.post,
          hasConsent: !needsConsent(kind) || consentAllows(given),
          consenter: consenterOf(gathered),
          clock:
            proposed.kit === null
              ? null
              : {
                  kit: proposed.kit,
                  hours: hoursWords(hoursSince(record.incident, unit.now)),
                  words: kitWords(proposed.kit, gathered.limits),
                },
          kitQuestion: kitQuestionFor(gathered, unit),
          children: children.map((child) => ({ id: child.id, label: childLabel(child) })),
        };
      }),
      deliver: (call, input, output) => {
        begun.begin(call, input);
        return Promise.resolve(output);
      },
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

    composeReferralDraft: inside(async (unit, input) => {
      begun.require(unit, input);
      const { paper, state } = draftOf(await gather(unit.trx, input.caseId, unit), unit, input, places);
      return { blocks: [...paper.blocks], ...state };
    }),

    previewReferral: twoPhase<Contract['previewReferral'], Trx, Awaited<ReturnType<PaperPrinter>> & DraftState>({
      prepare: async (call, input) => {
        const gathered = await call.read((trx) => gather(trx, input.caseId, call));
        const { paper, state } = draftOf(gathered, call, input, places);
        return { ...(await parts.printPaper(paper, { options: input.options })), ...state };
      },
      commit: (unit, { kind }, { bytes, pages, missing, reserved, warnings }) => {
        unit.note({ kind, pages, missing: missing.length });
        const name = leavingName(['borrador de derivación'], 'pdf');
        const file = unit.session.files.add(name, 'application/pdf', bytes, 'shown');
        return Promise.resolve({ file, pages, missing, reserved, warnings });
      },
    }),

    issueReferrals: twoPhase<Contract['issueReferrals'], Trx, PreparedAct>({
      prepare: async (call, input) => {
        const { batchId, letters } = input;
        work.begin(batchId, letters.length);
        try {
          return await prepareAct(call, input, parts, () => work.step(batchId));
        } finally {
          work.end(batchId);
        }
      },
      commit: async (unit, input, prepared) => ({ documents: await commitAct(unit, input, prepared) }),
    }),

    getReferralsProgress: fromMemory((_session, { batchId }) => ({ progress: work.progressOf(batchId) })),

    issueReferral: twoPhase<Contract['issueReferral'], Trx, PreparedAct>({
      prepare: (call, { caseId, ...letter }) => prepareAct(call, { caseId, consent: null, letters: [letter] }, parts),
      commit: async (unit, { caseId, ...letter }, prepared) => {
        const [document] = await commitAct(unit, { caseId, consent: null, letters: [letter] }, prepared);
        if (document === undefined) throw fail('not-found');
        return { document };
      },
    }),
  };
}
