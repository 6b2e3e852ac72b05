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

/** What the control inside a field must carry. */
export type ControlAria = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
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
    'aria-required': words.optional === true ? undefined : true,
  };
  const place = {
    'data-field': true,
    'data-columns': words.columns,
    'data-optional': words.optional === true || undefined,
    'data-said': words.error || words.warning ? true : undefined,
  };
  const body = (
    <>
      {hasHelp(words) && (
        <div className={css.help}>
          {words.short !== undefined && (
            <p className={css.official} aria-hidden="true">
              {words.label}
            </p>
          )}
          {words.hint && (
            <p id={`${id}-hint`} className={css.hint}>
              {words.hint}
            </p>
          )}
          {words.toConfirm && (
            <p className={css.doubtful} aria-hidden="true">
              {es.field.toConfirmWhy}
            </p>
          )}
        </div>
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

const hasHelp = ({ hint, short, toConfirm }: FieldWords) =>
  hint !== undefined || short !== undefined || toConfirm === true;

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
