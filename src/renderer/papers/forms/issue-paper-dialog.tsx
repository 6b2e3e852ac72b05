import { useState, type ReactNode } from 'react';
import type { MissingFact } from '../../../shared/papers/index.ts';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { Dialog, Problem } from '../../platform/ui/index.ts';
import css from '../papers.module.css';

type Props = {
  readonly words: { readonly title: string; readonly back: string; readonly note: string; readonly missing: string };
  /** Facts the paper needs and the record lacks. */
  readonly missing: readonly MissingFact[];
  /** What else is asked before issuing, below the missing facts. */
  readonly children?: ReactNode;
  /** False: nothing was issued because the question of the children is open. */
  readonly onIssue: () => Promise<boolean>;
  readonly onCancel: () => void;
};

/** The last question before a paper takes its number; a refusal stays in the dialog. */
export function IssuePaperDialog({ words, missing, children, onIssue, onCancel }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const issue = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      if (!(await onIssue())) setBusy(false);
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
      setBusy(false);
    }
  };
  return (
    <Dialog
      opened
      title={words.title}
      confirm={{ label: busy ? 'Un momento…' : 'Emitir', onClick: () => void issue() }}
      cancel={{ label: words.back, onClick: onCancel }}
    >
      <div className={css.stack}>
        <p>{words.note}</p>
        <Problem words={problem} />
        {missing.length > 0 && (
          <div>
            <p>{words.missing}</p>
            <ul className={css.facts}>
              {missing.map(({ fact, label }) => (
                <li key={fact}>{label}</li>
              ))}
            </ul>
          </div>
        )}
        {children}
      </div>
    </Dialog>
  );
}
