import { type ReactNode } from 'react';
import type { MissingFact } from '../../../shared/papers/index.ts';
import { type Act, ActProblem } from '../../platform/forms/index.ts';
import { look, Dialog } from '../../platform/ui/index.ts';
import css from '../papers.module.css';

type Props = {
  readonly words: { readonly title: string; readonly back: string; readonly note: string; readonly missing: string };
  /** Facts the paper needs and the record lacks. */
  readonly missing: readonly MissingFact[];
  /** What else is asked before issuing, below the missing facts. */
  readonly children?: ReactNode;
  /** The act of the screen, which outlives the dialog. */
  readonly act: Act;
  readonly onIssue: () => unknown;
  readonly onCancel: () => void;
};

/** The last question before a paper takes its number; a refusal stays in the dialog. */
export function IssuePaperDialog({ words, missing, children, act, onIssue, onCancel }: Props) {
  return (
    <Dialog
      opened
      title={words.title}
      confirm={{ label: act.busy ? 'Un momento…' : 'Emitir', onClick: () => void onIssue() }}
      cancel={{ label: words.back, onClick: onCancel }}
    >
      <div className={look.stack}>
        <p>{words.note}</p>
        <ActProblem act={act} />
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
