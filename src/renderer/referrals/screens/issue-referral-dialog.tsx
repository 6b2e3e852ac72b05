import { useState } from 'react';
import type { MissingFact } from '../../../shared/papers/index.ts';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { Dialog, Notice } from '../../platform/ui/index.ts';
import css from '../referrals.module.css';

type Props = {
  readonly missing: readonly MissingFact[];
  readonly onIssue: () => Promise<void>;
  readonly onCancel: () => void;
};

/** What the record lacks stays a visible gap on the letter: an emergency does not wait. */
export function IssueReferralDialog({ missing, onIssue, onCancel }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const issue = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await onIssue();
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
      setBusy(false);
    }
  };
  return (
    <Dialog
      opened
      title="¿Emitir esta derivación?"
      confirm={{ label: busy ? 'Un momento…' : 'Emitir', onClick: () => void issue() }}
      cancel={{ label: 'Volver a la derivación', onClick: onCancel }}
    >
      <div className={css.stack}>
        <p>Recibe su número y ya no se cambia. El programa no la envía a ninguna parte.</p>
        {problem !== null && (
          <Notice tone="error">
            <p role="alert">{problem}</p>
          </Notice>
        )}
        {missing.length > 0 && (
          <div>
            <p>Faltan datos de la ficha; en el papel se lee «[FALTA: …]»:</p>
            <ul>
              {missing.map(({ fact, label }) => (
                <li key={fact}>{label}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Dialog>
  );
}
