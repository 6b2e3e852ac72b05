import { useState } from 'react';
import { refusalReasons, type ReferralKind } from '../../shared/referrals/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { PlainButton, ChoiceField, Told, Panel, TextField } from '../platform/ui/index.ts';
import { useRefreshReferrals } from './queries.ts';
import css from './referrals.module.css';

type Props = { readonly caseId: string; readonly kind: ReferralKind };

/** C6: that she does not accept is a result, with its reason; it stops nothing else. */
export function RefusalPanel({ caseId, kind }: Props) {
  const act = useAct({ refresh: useRefreshReferrals() });
  const [reason, setReason] = useState<number | null>(null);
  const [words, setWords] = useState('');
  const [isDone, setDone] = useState(false);
  const reasons = refusalReasons(kind);
  const isOther = reasons.some(({ code, isOther: other }) => code === reason && other === true);
  const record = async () => {
    if (reason === null || (isOther && words.trim() === '')) {
      act.say(reason === null ? 'Elija un motivo.' : 'Escriba el motivo.');
      return;
    }
    await act.run(
      (client) => client.recordRefusal({ caseId, refusal: { kind, reason, words: isOther ? words : null } }),
      { words: 'Motivo registrado.', done: () => setDone(true) },
    );
  };
  return (
    <Panel title="Por qué no se deriva">
      {isDone ? (
        <Told tone="done">Quedó registrado. Puede derivarla más adelante o a otro servicio.</Told>
      ) : (
        <>
          <ChoiceField
            words={{
              label: 'Motivo por el que no se deriva',
              id: 'refusal-reason',
              toConfirm: kind !== 'emergency-kit',
            }}
            options={reasons}
            value={reason}
            onChange={setReason}
          />
          {isOther && (
            <TextField
              words={{ label: 'Cuál es el motivo', id: 'refusal-words' }}
              maxLength={300}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
          <ActProblem act={{ ...act, problem: act.issues[0]?.message ?? act.problem }} />
          <div className={css.acts}>
            <PlainButton onClick={() => void record()}>Registrar el motivo</PlainButton>
          </div>
        </>
      )}
    </Panel>
  );
}
