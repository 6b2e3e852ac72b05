import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { referralRules, type ReferralKind } from '../../../shared/referrals/index.ts';
import { ConsentFields, useConsentDraft, useOnce, useRefreshConsents, type ConsentDraft } from '../../care/index.ts';
import { casePages } from '../../intake/index.ts';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
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
  if (kinds.length === 0) return null;
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
          isUrgent={isUrgent}
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
        <Asked caseId={caseId} kinds={kinds} draft={consent} />
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

type AskedProps = Pick<Props, 'caseId' | 'kinds'> & { readonly draft: ConsentDraft };

function Asked({ caseId, kinds, draft }: AskedProps) {
  return (
    <Panel title="Consentimiento">
      <ConsentFields
        draft={draft}
        label={kinds.length === 1 ? '¿Acepta esta derivación?' : '¿Acepta todas estas derivaciones?'}
      />
      {draft.typed.form === 'refused' && <Refused caseId={caseId} kinds={kinds} draft={draft} />}
    </Panel>
  );
}

/** A refusal is kept as well: an earlier consent would let letters leave against what she says now. */
function Refused({ caseId, kinds, draft }: AskedProps) {
  const client = useClient();
  const refresh = useRefreshConsents();
  const { busy, run } = useOnce();
  const [isKept, setKept] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const keep = () =>
    run(async (key) => {
      const consent = draft.check({ purposes: kinds, receivers: [] });
      if (consent === null) return;
      try {
        await client.recordConsent({ caseId: caseId, consent }, { key });
        await refresh();
        announce('Quedó registrado que no acepta.');
        setKept(true);
      } catch (error) {
        setProblem(wordsOf(failureOf(error)));
      }
    });
  if (isKept) return <p>Quedó registrado que no acepta. No se emite ninguna carta de este acto.</p>;
  return (
    <>
      <p>Sin su consentimiento no se emite. Regístrelo: desde entonces no salen copias de lo que antes aceptó.</p>
      {problem !== null && <p role="alert">{problem}</p>}
      <div className={css.acts}>
        <Button variant="default" aria-disabled={busy} onClick={() => void keep()}>
          Registrar que no acepta
        </Button>
      </div>
    </>
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
