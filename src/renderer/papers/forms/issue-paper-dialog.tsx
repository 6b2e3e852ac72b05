import { type ReactNode } from 'react';
import { isMarked, type MissingFact, type PaperBlock } from '../../../shared/papers/index.ts';
import { type Act, ActProblem } from '../../platform/forms/index.ts';
import { LineWait } from '../../platform/line/index.ts';
import { look, Dialog, Lines } from '../../platform/ui/index.ts';
import css from '../papers.module.css';

export type ComposedPaper = { readonly blocks: readonly PaperBlock[]; readonly missing: readonly MissingFact[] };

type Props = {
  readonly words: { readonly title: string; readonly back: string; readonly note: string; readonly missing: string };
  /** The paper as it would be issued, with what the record lacks. */
  readonly composed: ComposedPaper;
  /** What else is asked before issuing, below the missing facts. */
  readonly children?: ReactNode;
  /** The act of the screen, which outlives the dialog. */
  readonly act: Act;
  readonly onIssue: () => unknown;
  readonly onCancel: () => void;
};

/** What it needs, besides what it had better say. */
export const requiredOf = ({ missing }: ComposedPaper) => missing.filter(({ weight }) => weight === 'required');

/** The last question before a paper takes its number; a refusal stays in the dialog. */
export function IssuePaperDialog({ words, composed, children, act, onIssue, onCancel }: Props) {
  const missing = requiredOf(composed);
  const marked = missing.filter((one) => isMarked(one, composed.blocks));
  const passedOver = missing.filter((one) => !marked.includes(one));
  return (
    <Dialog
      title={words.title}
      confirm={{ label: act.busy ? 'Un momento…' : 'Emitir', onClick: () => void onIssue() }}
      cancel={{ label: words.back, onClick: onCancel }}
    >
      <div className={look.stack}>
        <p>{words.note}</p>
        <LineWait what="papers" />
        <ActProblem act={act} />
        <Facts words={words.missing} facts={marked} />
        <Facts words="Faltan y el papel no los marca. No se lee en el papel:" facts={passedOver} />
        {children}
      </div>
    </Dialog>
  );
}

function Facts({ words, facts }: { readonly words: string; readonly facts: readonly MissingFact[] }) {
  if (facts.length === 0) return null;
  return (
    <div>
      <p>{words}</p>
      <Lines className={css.facts} of={facts.map(({ label }) => label)} />
    </div>
  );
}
