import { useState, type ReactNode, type RefObject } from 'react';
import type { Answers, Section } from '../../../shared/record/index.ts';
import { es } from '../es.ts';
import { PlainButton } from '../ui/index.ts';
import { BlockIndex } from './block-index.tsx';
import css from './form-page.module.css';
import { onFormKey, toNextUnanswered, useUnansweredKey } from './form-keys.ts';
import { useKeptFocus } from './kept-focus.ts';
import type { AnyForm } from './use-section-form.ts';

type Props = {
  readonly section: Section;
  readonly form: AnyForm;
  readonly at?: string;
  readonly context?: Answers | undefined;
  readonly root: RefObject<HTMLFormElement | null>;
  /** Leaving a field keeps it. */
  readonly onLeave: () => void;
  readonly children: ReactNode;
};

/** The same for who does not use keys. */
export function NextUnanswered({ root }: { readonly root: RefObject<HTMLElement | null> }) {
  const goOn = () => {
    if (root.current !== null) toNextUnanswered(root.current);
  };
  return (
    <PlainButton quiet aria-keyshortcuts="Control+ArrowDown" onClick={goOn}>
      {es.form.nextUnanswered}
    </PlainButton>
  );
}

const noAnswers: Answers = {};

/** A long form: its blocks at the left, its questions beside them, the keys that move through it. */
export function SectionLayout({ section, form, at, context = noAnswers, root, onLeave, children }: Props) {
  const [isOnlyRequired, setOnlyRequired] = useState(false);
  useUnansweredKey(root);
  useKeptFocus(root);
  return (
    <div className={css.room}>
      <div className={css.page}>
        <div className={css.side}>
          <label className={css.only}>
            <input
              type="checkbox"
              checked={isOnlyRequired}
              onChange={({ target }) => setOnlyRequired(target.checked)}
            />
            {es.form.onlyRequired}
          </label>
          <BlockIndex {...{ section, form, at, context, root }} />
        </div>
        {/* The save of the whole is a button, never Enter. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys and blur of each field bubble here; nothing is operated by it */}
        <form
          ref={root}
          className={css.questions}
          data-only-required={isOnlyRequired || undefined}
          noValidate
          onBlur={onLeave}
          onKeyDown={onFormKey}
          onSubmit={(event) => event.preventDefault()}
        >
          {children}
        </form>
      </div>
    </div>
  );
}
