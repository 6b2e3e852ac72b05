import { Button } from '@mantine/core';
import { useState } from 'react';
import { consentFormLabels, noConsentReasonLabels, type Consent, type ConsentScope } from '../../shared/care/index.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { Notice, Panel, QueryState } from '../platform/ui/index.ts';
import css from './care.module.css';
import { ConsentForm } from './consent-form.tsx';
import { useConsents } from './queries.ts';

type Props = {
  readonly caseId: string;
  readonly scope: ConsentScope;
  /** Receiver already named on the page, offered as the first one. */
  readonly receiver: string;
  /** Called after a consent was stored, for whoever composes something that rests on it. */
  readonly onRecorded: () => void;
};

/** What she said about this act, and the form to record it (D12). */
export function ConsentPanel({ caseId, scope, receiver, onRecorded }: Props) {
  const consents = useConsents(caseId, scope);
  const mayRecord = useMay('consent.record');
  const [asked, setAsked] = useState(false);
  return (
    <Panel title="Consentimiento">
      <QueryState query={consents}>
        {([latest]) => (
          <>
            <Recorded consent={latest ?? null} />
            {mayRecord && !asked && latest !== undefined && (
              <div className={css.row}>
                <Button
                  variant="default"
                  onClick={() => {
                    setAsked(true);
                  }}
                >
                  Registrar otro consentimiento
                </Button>
              </div>
            )}
            {mayRecord && (asked || latest === undefined) && (
              <ConsentForm
                caseId={caseId}
                scope={scope}
                receiver={receiver}
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
  const how = [
    consentFormLabels[consent.form],
    consent.reason === null ? null : noConsentReasonLabels[consent.reason],
  ].filter((part) => part !== null);
  const words = (
    <>
      <p>
        <strong>{how.join('. ')}</strong>. {inLima(consent.recordedAt)}, {consent.recordedBy}.
      </p>
      {consent.receivers.length > 0 && <p>Para: {consent.receivers.join('; ')}.</p>}
    </>
  );
  return <Notice tone={consent.form === 'refused' ? 'warning' : 'done'}>{words}</Notice>;
}
