/** Handing a case to a counterpart: with its letter in one act, or a letter that was issued already. */
import {
  handedKinds,
  sideOfKind,
  type counterpartsContract,
  type HandedKind,
} from '../../shared/counterparts/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { fold } from '../../shared/platform/text.ts';
import { awaitsSlip } from '../../shared/referrals/index.ts';
import { counterpartPost } from '../access/index.ts';
import { keepConsent } from '../care/index.ts';
import { getCaseRow } from '../intake/index.ts';
import { twoPhase } from '../platform/gate/handler.ts';
import {
  commitAct,
  getReferral,
  handOverReferral,
  optionsOfReferral,
  prepareAct,
  recheckReferral,
  referralOfDocument,
  type PreparedAct,
  type ReferralParts,
} from '../referrals/index.ts';
import { handOversOf } from './repository.ts';
import { consentTo, isNear } from './sight.ts';
import { byNow, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof counterpartsContract;
type Handing = InputOf<Contract['handToCounterpart']>;
type What = { readonly caseId: CaseId; readonly kind: HandedKind };

/** @throws rule-broken: the centre has none, the ficha is reserved, an account of it bears a name of hers */
async function establishmentFor(trx: Trx, { caseId, kind }: What): Promise<string> {
  const post = await counterpartPost(trx, sideOfKind(kind));
  if (post === null) throw fail('rule-broken', 'counterpart-off');
  if ((await getCaseRow(trx, caseId)).is_sealed === 1) throw fail('rule-broken', 'counterpart-sealed');
  if (await isNear(trx, sideOfKind(kind), caseId)) throw fail('rule-broken', 'counterpart-near');
  return post.establishment;
}

/** The letter goes to the institution of the centre, whatever the form sent. */
function actOf({ caseId, kind, options, consent, isTold }: Handing, establishment: string) {
  const receiver = { post: options.receiver?.post ?? establishment, establishment, authorityId: null };
  return { caseId, consent, isTold, letters: [{ kind, options: { ...options, receiver } }] };
}

type Keeping = What & { readonly establishment: string; readonly referralId: Id<'ReferralId'> };

/** @throws rule-broken `counterpart-without-consent`, whatever consent came with the act */
async function keepHandOver(unit: Use, { caseId, kind, establishment, referralId }: Keeping) {
  if ((await consentTo(unit.trx, caseId, { kind, establishment })) === null)
    throw fail('rule-broken', 'counterpart-without-consent');
  const id = unit.newId<'HandOverId'>();
  await insertRecord(unit, tablesIn, 'counterpart_hand_over', {
    ...{ id, case_id: caseId, side: sideOfKind(kind), referral_id: referralId, establishment, version: 1 },
    ...{ ...byNow(unit, 'handed'), first_act_at: null, closed_at: null, closed_by: null },
  });
  unit.note({ side: sideOfKind(kind) });
  return id;
}

type Handed = { readonly act: ReturnType<typeof actOf>; readonly prepared: PreparedAct };

export function handing(parts: ReferralParts) {
  return twoPhase<Contract['handToCounterpart'], Trx, Handed>({
    prepare: async (call, input) => {
      const act = actOf(input, await call.read((trx) => establishmentFor(trx, input)));
      return { act, prepared: await prepareAct(call, act, parts) };
    },
    commit: async (unit, input, { act, prepared }) => {
      const { caseId, kind } = input;
      const establishment = await establishmentFor(unit.trx, input);
      const documents = await commitAct(unit, act, prepared);
      const [document] = documents;
      if (document === undefined) throw fail('conflict');
      const referralId = await referralOfDocument(unit.trx, document.id);
      const handOverId = await keepHandOver(unit, { caseId, kind, establishment, referralId });
      await handOverReferral(unit, referralId);
      return { handOverId, documents };
    },
  });
}

const handedKind = (kind: string): HandedKind | null => handedKinds.find((one) => one === kind) ?? null;

/** @throws conflict; rule-broken: as at issue, or the letter is of another kind, for another, handed or answered already */
export async function handIssued(
  unit: Use,
  { caseId, referralId, version, consent }: InputOf<Contract['handIssuedReferral']>,
  places: PlaceIndex,
) {
  const row = await getReferral(unit.trx, caseId, referralId);
  if (row.version !== version) throw fail('conflict');
  const kind = handedKind(row.kind);
  if (kind === null) throw fail('rule-broken', 'counterpart-other-kind');
  if (!awaitsSlip(row.state)) throw fail('rule-broken', 'counterpart-answered');
  const establishment = await establishmentFor(unit.trx, { caseId, kind });
  if (fold(optionsOfReferral(row).receiver?.establishment ?? '') !== fold(establishment))
    throw fail('rule-broken', 'counterpart-other-receiver');
  const handed = await handOversOf(unit.trx, [caseId]);
  if (handed.some((one) => one.referral_id === referralId && one.closed_at === null))
    throw fail('rule-broken', 'counterpart-handed');
  if (consent !== null) {
    await unit.require('consent.record', caseId);
    await keepConsent(unit, caseId, consent);
  }
  await recheckReferral(unit, row, places);
  const handOverId = await keepHandOver(unit, { caseId, kind, establishment, referralId });
  // How it was given to her on paper stays.
  if (row.state === 'printed') await handOverReferral(unit, referralId);
  return { handOverId };
}
