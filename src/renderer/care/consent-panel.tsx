import { useState } from 'react';
import {
  assentLabels,
  consentFormLabels,
  consentReviewLabels,
  noConsentReasonLabels,
  type Consent,
} from '../../shared/care/index.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { Notice, Panel, QueryState, ButtonRow } from '../platform/ui/index.ts';
import type { Consenter } from './consent-draft.ts';
import { ConsentForm, type Purpose } from './consent-form.tsx';
import { useConsents } from './queries.ts';
import { WithdrawConsent } from './withdraw-consent.tsx';

type Props = {
  readonly caseId: string;
  /** Which consents hold for what is being done. */
  readonly covers: (consent: Consent) => boolean;
  /** What it is asked for now, and what else can be asked for in the same act. */
  readonly purpose: string;
  readonly purposes: readonly Purpose[];
  /** Receiver already named on the page, offered as the first one. */
  readonly receiver: string;
  /** Whether she consents, a guardian does with her assent, or her age has to be asked. */
  readonly consenter: Consenter;
  /** Called after a consent was stored, for whoever composes something that rests on it. */
  readonly onRecorded: () => void;
};

/** What she said about this act, and the form to record it (D12). */
export function ConsentPanel({ caseId, covers, purpose, purposes, receiver, consenter, onRecorded }: Props) {
  const consents = useConsents(caseId, covers);
  const mayRecord = useMay('consent.record');
  const [asked, setAsked] = useState(false);
  return (
    <Panel title="Consentimiento">
      <QueryState query={consents}>
        {([latest]) => (
          <>
            <Recorded consent={latest ?? null} />
            {mayRecord && !asked && latest !== undefined && (
              <ButtonRow plain label="Registrar otro consentimiento" onClick={() => setAsked(true)}>
                <WithdrawConsent caseId={caseId} consent={latest} onDone={onRecorded} />
              </ButtonRow>
            )}
            {mayRecord && (asked || latest === undefined) && (
              <ConsentForm
                caseId={caseId}
                purpose={purpose}
                purposes={purposes}
                receiver={receiver}
                consenter={consenter}
                onDone={() => {
                  setAsked(false);
                  onRecorded();
                }}
              />
            )}
          </>
        )}
      </QueryState>
    </Panel>
  );
}

function Recorded({ consent }: { readonly consent: Consent | null }) {
  if (consent === null)
    return <p>Aún no se registró. Sin consentimiento, o la razón por la que no se pidió, no se emite.</p>;
  const { guardianNames, guardianBond, assent, withdrawnAt } = consent;
  const how = [
    consentFormLabels[consent.form],
    consent.reason === null ? null : noConsentReasonLabels[consent.reason],
  ].filter((part) => part !== null);
  const isTaken = consent.form === 'refused' || consent.review === 'refusedLater' || withdrawnAt !== null;
  return (
    <Notice tone={isTaken ? 'warning' : 'done'}>
      <p>
        <strong>{how.join('. ')}</strong>. {inLima(consent.recordedAt)}, {consent.recordedBy}.
      </p>
      {guardianNames !== null && <p>{`Consiente ${guardianNames} (${guardianBond ?? ''}).`}</p>}
      {assent !== null && <p>{`La niña, el niño o adolescente: ${assentLabels[assent].toLowerCase()}.`}</p>}
      {consent.receivers.length > 0 && <p>Para: {consent.receivers.join('; ')}.</p>}
      {consent.review !== null && <p>{`Revisado: ${consentReviewLabels[consent.review].toLowerCase()}.`}</p>}
      {withdrawnAt !== null && <p>{`Lo retiró el ${inLima(withdrawnAt)}: ya no se imprime nada con él.`}</p>}
    </Notice>
  );
}
