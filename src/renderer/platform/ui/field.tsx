import { useId, type ReactNode } from 'react';
import { es } from '../es.ts';
import css from './fields.module.css';
import { Icon } from './icons.tsx';

export type Columns = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** What every field may say about itself. */
export type FieldWords = {
  readonly label: string;
  /** Official number of the item (`A.1.1`), small before the label. */
  readonly item?: string | undefined;
  /** The block says the number for all its questions. */
  readonly isItemSaid?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  /** May stay empty; any other is asked for: bold, and with a dot while nothing is answered. */
  readonly optional?: boolean | undefined;
  /** Fewer words for who fills it every day; the official ones show while it is the current one, and are its name. */
  readonly short?: string | undefined;
  /** How many of the twelve columns it takes on a grid of questions; all of them when absent. */
  readonly columns?: Columns | undefined;
  /** The fact behind the question is not confirmed yet. */
  readonly toConfirm?: boolean | undefined;
  /** Shows how the answer changed since it was first saved; undefined when it did not. */
  readonly onChanges?: (() => void) | undefined;
  /** Stable id of the field that gets the focus from a link; made up when absent. */
  readonly id?: string | undefined;
};

type Props = FieldWords & {
  /** `group` draws a fieldset: the options are named by the legend. */
  readonly kind?: 'single' | 'group';
  readonly children: (aria: ControlAria) => ReactNode;
};

/** Label above, message between it and the control; what the question asks is said under the label, or floats on a grid. */
export function Field({ kind = 'single', children, ...words }: Props) {
  const made = useId();
  const id = words.id ?? made;
  const aria = ariaOf(id, words);
  const place = placeOf(words);
  const body = (
    <>
      <Help id={id} words={words} />
      <Message id={id} words={words} />
      <div className={css.control}>{children(aria)}</div>
      <Changes {...words} />
    </>
  );
  if (kind === 'group') {
    return (
      <fieldset {...place} className={css.field} aria-describedby={aria['aria-describedby']}>
        <legend className={css.label}>
          <LabelWords {...words} />
        </legend>
        {body}
      </fieldset>
    );
  }
  return (
    <div {...place} className={css.field}>
      <label htmlFor={id} className={css.label}>
        <LabelWords {...words} />
      </label>
      {body}
    </div>
  );
}

function ariaOf(id: string, { hint, error, warning, optional }: FieldWords) {
  const described = [hint && `${id}-hint`, error && `${id}-error`, warning && `${id}-warning`].filter(Boolean);
  return {
    id,
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': error ? (true as const) : undefined,
    'aria-required': optional === true ? undefined : true,
  };
}

export type ControlAria = ReturnType<typeof ariaOf>;

/** What the style sheet, and the keys of a form, read off a field. */
const placeOf = ({ label, columns, optional, error, warning }: FieldWords) => ({
  'data-field': label,
  'data-columns': columns,
  'data-optional': optional === true || undefined,
  'data-said': error || warning ? true : undefined,
  'data-wrong': error ? true : undefined,
});

type PartProps = { readonly id: string; readonly words: FieldWords };

function Help({ id, words: { hint, short, label, toConfirm } }: PartProps) {
  if (hint === undefined && short === undefined && toConfirm !== true) return null;
  return (
    <div className={css.help}>
      {short !== undefined && (
        <p className={css.official} aria-hidden="true">
          {label}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      )}
      {toConfirm && (
        <p className={css.doubtful} aria-hidden="true">
          {es.field.toConfirmWhy}
        </p>
      )}
    </div>
  );
}

function Message({ id, words: { error, warning } }: PartProps) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className={css.error}>
          <Icon name="error" size={18} />
          <span>
            <span className="visually-hidden">{es.field.error} </span>
            <span data-words>{error}</span>
          </span>
        </p>
      )}
      {warning && (
        <p id={`${id}-warning`} className={css.warning}>
          <Icon name="warning" size={18} />
          <span>
            <span className="visually-hidden">{es.field.warning} </span>
            {warning}
          </span>
        </p>
      )}
    </>
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

/** What waits for its source is underlined, and says so to who does not see it. */
function LabelWords({ item, isItemSaid, label, short, toConfirm }: FieldWords) {
  return (
    <>
      {item && <span className={isItemSaid === true ? 'visually-hidden' : css.item}>{item}</span>}
      <span className={toConfirm ? css.doubt : undefined}>
        {short !== undefined && <span aria-hidden="true">{short}</span>}
        <span className={short === undefined ? undefined : 'visually-hidden'}>{label}</span>
      </span>
      {toConfirm && <span className="visually-hidden"> {es.field.toConfirm}</span>}
    </>
  );
}
