import { useState } from 'react';
import { handedKinds, isAbout, sideOfKind, sideWords, type HandedKind } from '../../shared/counterparts/index.ts';
import { fold } from '../../shared/platform/text.ts';
import { awaitsSlip, type ReferralLine } from '../../shared/referrals/index.ts';
import { ConsentFields, useConsentDraft, useConsents, useRefreshConsents } from '../care/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useMayStore } from '../platform/session.tsx';
import { Dialog, ErrorSummary, QueryState, LineButton } from '../platform/ui/index.ts';
import { useRefreshReferrals } from '../referrals/index.ts';
import { useConsenter, useCounterpartPosts, useHandOvers, useRefreshCounterparts } from './queries.ts';

type Props = { readonly caseId: string; readonly referral: ReferralLine };

/** A letter to the institution of the same building that is out on paper: its account reads it as well. */
export function HandIssued({ caseId, referral }: Props) {
  const { data: posts } = useCounterpartPosts();
  const { data: handed } = useHandOvers(caseId);
  const [isOpen, setOpen] = useState(false);
  const may = useMayStore('print.referral');
  const kind = handedKinds.find((one) => one === referral.kind);
  const post = kind === undefined ? undefined : posts?.find(({ side, isOn }) => isOn && side === sideOfKind(kind));
  const isHanded = handed?.some((one) => one.referralId === referral.id && one.closedAt === null) !== false;
  const isForIt = post !== undefined && fold(referral.receiver).endsWith(fold(post.establishment));
  if (!may || kind === undefined || !isForIt || isHanded || !awaitsSlip(referral.state)) return null;
  const label = `Entregar ${sideWords[post.side].to}`;
  return (
    <>
      <LineButton label={label} of={referral.number} onClick={() => setOpen(true)} />
      {isOpen && (
        <Handing {...{ caseId, referral, kind }} establishment={post.establishment} onEnd={() => setOpen(false)} />
      )}
    </>
  );
}

type HandingProps = Props & {
  readonly kind: HandedKind;
  readonly establishment: string;
  readonly onEnd: () => void;
};

/** Asked only where no consent of hers names the institution. */
function Handing(props: HandingProps) {
  const { caseId, kind } = props;
  const query = useConsenter(caseId, kind);
  return <QueryState query={query}>{(consenter) => <HandingDialog {...props} consenter={consenter} />}</QueryState>;
}

type DialogProps = HandingProps & { readonly consenter: Parameters<typeof useConsentDraft>[0] };

function HandingDialog({ caseId, referral, kind, establishment, consenter, onEnd }: DialogProps) {
  const { data: consents } = useConsents(caseId, (consent) => isAbout(consent, kind, establishment));
  const [newest] = consents ?? [];
  const isConsented = newest !== undefined && newest.withdrawnAt === null && newest.form !== 'refused';
  const draft = useConsentDraft(consenter);
  const refreshConsents = useRefreshConsents();
  const refreshReferrals = useRefreshReferrals();
  const refresh = useRefreshCounterparts();
  const act = useAct({ refresh: () => Promise.all([refresh(), refreshReferrals(), refreshConsents()]) });
  const { id: referralId, version, number } = referral;
  const isRefused = !isConsented && draft.way === 'refused';
  // A no is kept as well: an earlier yes would let letters leave against what she says now.
  const refuse = () => {
    const consent = draft.check({ purposes: [kind], receivers: [] });
    if (consent === null) return;
    void act.run((client) => client.recordConsent({ caseId, consent }), {
      words: 'Quedó registrado que no acepta.',
      done: onEnd,
    });
  };
  const hand = () => {
    const consent = isConsented ? null : draft.check({ purposes: [kind], receivers: [establishment] });
    if (!isConsented && consent === null) return;
    void act.run((client) => client.handIssuedReferral({ caseId, referralId, version, consent }), {
      words: `Entregada a ${establishment}: su cuenta ya ve la hoja.`,
      done: onEnd,
    });
  };
  return (
    <Dialog
      title={`Entregar la ${number} a ${establishment}`}
      confirm={isRefused ? { label: 'Registrar que no acepta', onClick: refuse } : { label: 'Entregar', onClick: hand }}
      cancel={{ label: 'Volver', onClick: onEnd }}
    >
      {isConsented ? (
        <p>Ella ya aceptó que se entregue a esa institución. Su cuenta lee la hoja desde ahora.</p>
      ) : (
        <>
          <ErrorSummary items={draft.items} attempt={draft.attempt} />
          <ConsentFields draft={draft} label={`¿Acepta que se entregue a ${establishment}?`} />
        </>
      )}
      <ActProblem act={act} />
    </Dialog>
  );
}
