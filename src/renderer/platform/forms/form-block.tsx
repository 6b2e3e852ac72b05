import { useId, useState, type ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Fold } from '../ui/index.ts';
import css from './form-page.module.css';
import { useLateAnswers } from './late-answers.ts';
import type { FormOf } from './use-section-form.ts';

type Props = {
  readonly title: ReactNode;
  /** Its answers in words, while it is folded. */
  readonly said?: ReactNode;
  readonly aside?: ReactNode;
  /** As the form opens: nothing folds under the hands of who fills it. */
  readonly isOpen: boolean;
  readonly id?: string;
  readonly children: ReactNode;
};

/** A titled part of a form that folds into its answers. */
export function FormBlock({ title, said, aside, isOpen, id, children }: Props) {
  const heading = useId();
  const [opens] = useState(isOpen);
  return (
    <section className={css.block} id={id} aria-labelledby={heading}>
      <Fold
        kind="block"
        isOpen={opens}
        title={
          <h2 id={heading} className={css.blockTitle}>
            {title}
          </h2>
        }
        said={said}
        aside={aside}
      >
        {children}
      </Fold>
    </section>
  );
}

type SaidProps<Values extends FieldValues> = {
  readonly form: FormOf<Values>;
  readonly words: (values: Values) => string;
};

/** What stands in a block, a moment after it was typed: nothing else is drawn for it. */
export function Said<Values extends FieldValues>({ form, words }: SaidProps<Values>) {
  return words(useLateAnswers(form, undefined) as Values);
}
