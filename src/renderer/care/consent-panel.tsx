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
import {
  Notice,
  Panel,
  QueryState,
  ButtonRow,
  PlainButton,
  look,
  ErrorSummary,
  Problem,
  TicksField,
} from '../platform/ui/index.ts';
import { ActDialog, ActProblem, useAct } from '../platform/forms/index.ts';
import { type Consenter, useConsentDraft } from './consent-draft.ts';
import { useConsents, useRefreshConsents } from './queries.ts';
import { ConsentFields } from './consent-fields.tsx';
import { Receivers } from './consent-receivers.tsx';

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

type WithdrawConsentProps = { readonly caseId: string; readonly consent: Consent; readonly onDone: () => void };

/** C5: she takes it back. What was already handed over is told to the receiver when she asks for it. */
function WithdrawConsent({ caseId, consent, onDone }: WithdrawConsentProps) {
  const refresh = useRefreshConsents();
  const [asking, setAsking] = useState(false);
  if (consent.form === 'refused' || consent.withdrawnAt !== null) return null;
  return (
    <>
      <PlainButton onClick={() => setAsking(true)}>Lo retira</PlainButton>
      {asking && (
        <ActDialog
          words={{
            ...{ title: '¿Retira su consentimiento?', send: 'Registrar que lo retira', cancel: 'Volver' },
            sent: 'Se registró que retira su consentimiento.',
          }}
          send={(client) => client.withdrawConsent({ caseId, consentId: consent.id })}
          {...{ refresh, onClose: () => setAsking(false) }}
          done={() => {
            setAsking(false);
            onDone();
          }}
        >
          Desde ahora no se imprime nada con él. Si ella lo pide, avise a quien ya recibió la derivación.
        </ActDialog>
      )}
    </>
  );
}

type PurposeProps = {
  readonly caseId: string;
  readonly purpose: string;
  readonly purposes: readonly Purpose[];
  readonly receiver: string;
  readonly consenter: Consenter;
  readonly onDone: () => void;
};

type Purpose = { readonly name: string; readonly label: string };

/** One act of consent; several receivers, as they were told to her. */
function ConsentForm({ caseId, purpose, purposes, receiver, consenter, onDone }: PurposeProps) {
  const act = useAct({ refresh: useRefreshConsents() });
  const draft = useConsentDraft(consenter);
  const [chosen, setChosen] = useState<readonly string[]>([purpose]);
  const [receivers, setReceivers] = useState<readonly string[]>([receiver]);
  const record = () => {
    const consent = draft.check({ purposes: chosen.includes(purpose) ? chosen : [purpose, ...chosen], receivers });
    act.say(null);
    if (consent === null) return;
    void act.run((client) => client.recordConsent({ caseId, consent }), {
      words: 'Consentimiento registrado.',
      done: onDone,
      refused: draft.refuse,
    });
  };
  return (
    <div className={look.stack} role="group" aria-label="Registrar consentimiento">
      <ErrorSummary items={draft.items} attempt={draft.attempt} />
      {draft.items.length > 0 ? <Problem words={act.problem} /> : <ActProblem act={act} />}
      <ConsentFields draft={draft} label="¿Acepta esta derivación?" />
      {(draft.way ?? null) !== null && draft.way !== 'refused' && (
        <>
          <Receivers receivers={receivers} onChange={setReceivers} />
          <details className={look.stack}>
            <summary>También acepta otras derivaciones</summary>
            <TicksField
              words={{ label: 'En el mismo acto acepta', id: 'consent-purposes', optional: true }}
              ticks={purposes.filter(({ name }) => name !== purpose)}
              asksNone={false}
              value={[...chosen.filter((name) => name !== purpose)]}
              onChange={(next) => setChosen([purpose, ...(next ?? [])])}
            />
          </details>
        </>
      )}
      <ButtonRow plain busy={act.busy} label="Registrar consentimiento" onClick={record} />
    </div>
  );
}
