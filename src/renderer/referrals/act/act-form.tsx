import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { referralRules, type ReferralKind } from '../../../shared/referrals/index.ts';
import { ConsentFields, useConsentDraft, type ConsentDraft } from '../../care/index.ts';
import { casePages } from '../../intake/index.ts';
import { useClient } from '../../platform/client-context.tsx';
import { useGo } from '../../platform/routes.ts';
import { ActionBar, ErrorSummary, Notice, Panel } from '../../platform/ui/index.ts';
import css from '../referrals.module.css';
import { IssuedAct } from './issued-act.tsx';
import { LetterForm } from './letter-form.tsx';
import { useAct, useLetters } from './use-act.ts';

type Props = {
  readonly caseId: string;
  readonly kinds: readonly ReferralKind[];
  readonly isUrgent: boolean;
  readonly onIssued: () => void;
};

/** Letters, the one consent behind them, and the act that issues all of them or none. */
export function ActForm({ caseId, kinds, isUrgent, onIssued }: Props) {
  const go = useGo();
  const { letters, register } = useLetters();
  const starts = kinds.flatMap((kind) => letters.get(kind)?.start ?? []);
  const [isAskedAnew, setAskedAnew] = useState(false);
  const isCovered = !isAskedAnew && starts.length === kinds.length && starts.every(({ hasConsent }) => hasConsent);
  const consent = useConsentDraft(starts[0]?.consenter ?? 'herself');
  const act = useAct({ caseId, kinds, letters, consent, isCovered, onIssued });
  if (act.issued !== null) {
    const hasAdvice = kinds.some((kind) => referralRules[kind].hasAdvice === true);
    return <IssuedAct caseId={caseId} documents={act.issued} hasAdvice={hasAdvice} />;
  }
  return (
    <>
      <ErrorSummary items={act.items} attempt={act.attempt} />
      {act.problem !== null && (
        <Notice tone="error">
          <p role="alert">{act.problem}</p>
        </Notice>
      )}
      {kinds.map((kind) => (
        <LetterForm
          key={kind}
          caseId={caseId}
          kind={kind}
          mustCall={isUrgent}
          isOneOfMany={kinds.length > 1}
          onReady={register}
        />
      ))}
      {isCovered ? (
        <Covered
          onAnew={() => {
            setAskedAnew(true);
          }}
        />
      ) : (
        <Asked draft={consent} count={kinds.length} />
      )}
      <ActionBar
        main={{
          label: kinds.length === 1 ? 'Emitir e imprimir' : `Emitir ${kinds.length} e imprimir`,
          busy: act.batchId !== null,
          onClick: () => void act.issue(),
        }}
      >
        <Button
          variant="default"
          onClick={() => {
            go(casePages.referrals.path, { caseId });
          }}
        >
          Volver a Derivaciones
        </Button>
        {act.batchId !== null && <Progress batchId={act.batchId} />}
      </ActionBar>
    </>
  );
}

function Covered({ onAnew }: { readonly onAnew: () => void }) {
  return (
    <Panel title="Consentimiento">
      <p>Ya se registró un consentimiento que vale para esto.</p>
      <div className={css.acts}>
        <Button variant="default" onClick={onAnew}>
          Registrar otro
        </Button>
      </div>
    </Panel>
  );
}

function Asked({ draft, count }: { readonly draft: ConsentDraft; readonly count: number }) {
  return (
    <Panel title="Consentimiento">
      <ConsentFields
        draft={draft}
        label={count === 1 ? '¿Acepta esta derivación?' : '¿Acepta todas estas derivaciones?'}
      />
      {draft.typed.form === 'refused' && (
        <p>Sin su consentimiento no se emite. Puede registrar el motivo en la página de la derivación.</p>
      )}
    </Panel>
  );
}

/** How many letters are made: asked while the act runs. */
function Progress({ batchId }: { readonly batchId: string }) {
  const client = useClient();
  const { data } = useQuery({
    queryKey: ['referrals', 'act', batchId],
    queryFn: async () => (await client.getReferralsProgress({ batchId })).progress,
    refetchInterval: 250,
    gcTime: 0,
  });
  const words = data === null || data === undefined ? 'Un momento…' : `${data.done} de ${data.total} cartas`;
  return <span role="status">{words}</span>;
}
