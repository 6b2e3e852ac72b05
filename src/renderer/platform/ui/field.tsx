import { useId, type ReactNode } from 'react';
import { es } from '../es.ts';
import css from './fields.module.css';
import { Icon } from './icons.tsx';
import { ConfirmMark } from './marks.tsx';

/** What every field may say about itself. */
export type FieldWords = {
  readonly label: string;
  /** Official number of the item (`A.1.1`), small before the label. */
  readonly item?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly optional?: boolean | undefined;
  /** The fact behind the question is not confirmed yet. */
  readonly toConfirm?: boolean | undefined;
  /** Shows how the answer changed since it was first saved; undefined when it did not. */
  readonly onChanges?: (() => void) | undefined;
  /** Stable id of the field that gets the focus from a link; made up when absent. */
  readonly id?: string | undefined;
};

/** What the control inside a field must carry. */
export type ControlAria = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

type Props = FieldWords & {
  /** `group` draws a fieldset: the options are named by the legend. */
  readonly kind?: 'single' | 'group';
  readonly children: (aria: ControlAria) => ReactNode;
};

/** Label above, hint under it, message between hint and control. */
export function Field({ kind = 'single', children, ...words }: Props) {
  const made = useId();
  const id = words.id ?? made;
  const described = [words.hint && `${id}-hint`, words.error && `${id}-error`, words.warning && `${id}-warning`].filter(
    Boolean,
  );
  const aria: ControlAria = {
    id,
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': words.error ? true : undefined,
  };
  const body = (
    <>
      {words.hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {words.hint}
        </p>
      )}
      {words.error && (
        <p id={`${id}-error`} className={css.error}>
          <Icon name="error" size={18} />
          <span>
            <span className="visually-hidden">{es.field.error} </span>
            {words.error}
          </span>
        </p>
      )}
      {words.warning && (
        <p id={`${id}-warning`} className={css.warning}>
          <Icon name="warning" size={18} />
          <span>
            <span className="visually-hidden">{es.field.warning} </span>
            {words.warning}
          </span>
        </p>
      )}
      <div className={css.control}>{children(aria)}</div>
      <Changes {...words} />
    </>
  );
  if (kind === 'group') {
    return (
      <fieldset className={css.field} aria-describedby={aria['aria-describedby']}>
        <legend className={css.label}>
          <LabelWords {...words} />
        </legend>
        {body}
      </fieldset>
    );
  }
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        <LabelWords {...words} />
      </label>
      {body}
    </div>
  );
}

/** «Ver cambios», where the answer was changed since it was first saved. */
function Changes({ item, label, onChanges }: FieldWords) {
  if (onChanges === undefined) return null;
  return (
    <button
      type="button"
      className={css.plain}
      aria-label={es.field.changesOf(item === undefined ? label : `${item} ${label}`)}
      onClick={onChanges}
    >
      {es.field.changes}
    </button>
  );
}

function LabelWords({ item, label, optional, toConfirm }: FieldWords) {
  return (
    <>
      {item && <span className={css.item}>{item}</span>}
      {label}
      {optional && <span className={css.optional}> {es.field.optional}</span>}
      {toConfirm && (
        <>
          {' '}
          <ConfirmMark />
        </>
      )}
    </>
  );
}
