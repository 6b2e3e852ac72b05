import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { useController } from 'react-hook-form';
import type { InformativeItem, Mark, ScoredItem } from '../../../shared/risk/index.ts';
import { type AnyForm, messageOf } from '../../platform/forms/index.ts';
import { Icon } from '../../platform/ui/index.ts';
import css from '../risk.module.css';
import { markOptions } from './risk-values.ts';

type Props = {
  readonly form: AnyForm;
  readonly name: string;
  readonly item: ScoredItem | InformativeItem;
  /** What is known already, after the question. */
  readonly note?: ReactNode;
};

/** What the interviewer is told stands in brackets, after the question. */
const bracketed = /\s*\[([^\]]*)\]\s*$/;

/** What to know before asking: what the form says in brackets, then the instructive. */
export function helpOf(item: ScoredItem | InformativeItem): string {
  return [bracketed.exec(item.question)?.[1], 'hint' in item ? item.hint : undefined].filter(Boolean).join('. ');
}

const letters: Readonly<Record<string, Mark>> = { s: 'yes', n: 'no', '1': 'yes', '2': 'no', '3': 'unknown' };

function optionsOf(item: ScoredItem | InformativeItem) {
  const words = 'buttons' in item ? item.buttons : undefined;
  if (words === undefined) return markOptions;
  return markOptions.map((option) =>
    option.code === 'unknown' ? option : { code: option.code, label: words[option.code] },
  );
}

/** One question of the instrument in one row: its words, and three boxes of which one is marked. */
export function MarkRow({ form, name, item, note }: Props) {
  const label = useId();
  const help = useId();
  const wrong = useId();
  const { field, fieldState } = useController({ name, control: form.untyped.control });
  const error = messageOf(fieldState.error);
  const id = form.fieldId(name);
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const mark = event.key === 'Delete' ? 'pending' : letters[event.key.toLowerCase()];
    if (mark === undefined) return;
    event.preventDefault();
    field.onChange(mark);
  };
  return (
    <div
      className={css.row}
      data-field=""
      role="group"
      aria-labelledby={`${label}-number ${label}`}
      aria-describedby={error === undefined ? help : `${help} ${wrong}`}
    >
      <span className={css.asked}>
        <span id={`${label}-number`} className={css.itemNumber}>
          {item.number}
        </span>
        <span>
          <span id={label}>
            {item.question.replace(bracketed, '')}
            <span className="visually-hidden">{bracketed.exec(item.question)?.[0]}</span>
          </span>
          {note}
        </span>
      </span>
      <span id={help} className="visually-hidden">
        {helpOf(item)}
      </span>
      {optionsOf(item).map((option, index) => (
        <label key={option.code} className={css.mark} data-long={option.label.length > 8 || undefined}>
          <input
            type="radio"
            id={index === 0 ? id : `${id}-${option.code}`}
            name={id}
            required
            checked={field.value === option.code}
            onChange={() => field.onChange(option.code)}
            onBlur={field.onBlur}
            onKeyDown={press}
          />
          <span>{option.label}</span>
        </label>
      ))}
      {error !== undefined && (
        <p id={wrong} className={css.wrong}>
          <Icon name="error" size={16} /> {error}
        </p>
      )}
    </div>
  );
}
