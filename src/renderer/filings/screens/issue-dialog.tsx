import { useState } from 'react';
import { missingFactReasonLabels, missingFactReasons, type MissingFactReason } from '../../../shared/filings/index.ts';
import type { MissingFact } from '../../../shared/papers/index.ts';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { ChoiceField, Dialog, Notice } from '../../platform/ui/index.ts';
import css from '../filings.module.css';

type Props = {
  /** Facts the paper needs and the record lacks. */
  readonly missing: readonly MissingFact[];
  readonly onIssue: (reason: MissingFactReason | null) => Promise<void>;
  readonly onCancel: () => void;
};

const reasonOptions = missingFactReasons.map((code) => ({ code, label: missingFactReasonLabels[code] }));

/** The lawyer signs: a missing fact asks for its reason and stops nothing by itself (D11). */
export function IssueDialog({ missing, onIssue, onCancel }: Props) {
  const [reason, setReason] = useState<MissingFactReason | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const issue = async () => {
    setTried(true);
    if (busy || (missing.length > 0 && reason === null)) return;
    setBusy(true);
    setProblem(null);
    try {
      await onIssue(missing.length === 0 ? null : reason);
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
      setBusy(false);
    }
  };
  return (
    <Dialog
      opened
      title="¿Emitir este escrito?"
      confirm={{ label: busy ? 'Un momento…' : 'Emitir', onClick: () => void issue() }}
      cancel={{ label: 'Volver al escrito', onClick: onCancel }}
    >
      <div className={css.stack}>
        <p>Recibe su número y ya no se cambia. El programa no lo envía a ninguna parte.</p>
        {problem !== null && (
          <Notice tone="error">
            <p role="alert">{problem}</p>
          </Notice>
        )}
        {missing.length > 0 && (
          <>
            <div>
              <p>Faltan datos necesarios; en el papel se lee «[FALTA: …]»:</p>
              <ul>
                {missing.map(({ fact, label }) => (
                  <li key={fact}>{label}</li>
                ))}
              </ul>
            </div>
            <ChoiceField
              words={{
                label: 'Razón para emitirlo así',
                id: 'missing-reason',
                error: tried && reason === null ? 'Elija la razón.' : undefined,
              }}
              options={reasonOptions}
              value={reason}
              onChange={setReason}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}
