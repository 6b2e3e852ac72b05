import { useId, useState } from 'react';
import type { PartialDate } from '../../../shared/platform/dates.ts';
import { t } from '../i18n/index.ts';
import { Field, type FieldWords } from './field.tsx';
import css from './fields.module.css';
import { widthClass } from './text-fields.tsx';
import { useTypedText } from './use-typed-text.ts';
import {
  dateText,
  partialText,
  readDate,
  readPartial,
  readTime,
  type DateRange,
  type Precision,
} from './typed-values.ts';

type TypedProps = {
  readonly words: FieldWords;
  /** The stored value, or the text as typed while it cannot be read. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: (() => void) | undefined;
};

type TypedInput = TypedProps & {
  readonly show: (value: string) => string;
  /** undefined: cannot be read. */
  readonly read: (text: string) => string | null | undefined;
  readonly message: string;
  readonly width: 'short' | 'narrow';
};

/** Parsed on leaving, never while typing; what cannot be read stays as typed with its message. */
function TypedField({ words, value, onChange, onBlur, show, read, message, width }: TypedInput) {
  const [text, setText] = useTypedText(value === null ? '' : show(value));
  const unread = value !== null && read(show(value)) === undefined;
  return (
    <Field {...words} error={unread ? message : words.error}>
      {(aria) => (
        <input
          {...aria}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          className={widthClass(width)}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
          onBlur={() => {
            const answer = read(text);
            const next = answer === undefined ? text : answer;
            if (next !== value) onChange(next);
            else setText(next === null ? '' : show(next));
            onBlur?.();
          }}
        />
      )}
    </Field>
  );
}

/** A civil date `aaaa-mm-dd`, shown as dd/mm/aaaa. `range` decides the century of a short year. */
export function DateField({ range, ...props }: TypedProps & { readonly range?: DateRange | undefined }) {
  const words = { ...props.words, hint: props.words.hint ?? t('field.dateHint') };
  return (
    <TypedField
      {...props}
      words={words}
      width="narrow"
      show={dateText}
      read={(text) => readDate(text, range)}
      message={t('field.wrongDate')}
    />
  );
}

const sameText = (value: string) => value;

/** Hour of the day, 24 hours: `930` becomes 09:30. */
export function TimeField(props: TypedProps) {
  const words = { ...props.words, hint: props.words.hint ?? t('field.timeHint') };
  return (
    <TypedField {...props} words={words} width="short" show={sameText} read={readTime} message={t('field.wrongTime')} />
  );
}

type PartialProps = {
  readonly words: FieldWords;
  readonly value: PartialDate | string | null;
  readonly onChange: (value: PartialDate | string | null) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly range?: DateRange | undefined;
};

const precisions: readonly Precision[] = ['full', 'month', 'year'];

function precisionOf(value: PartialDate | string | null): Precision {
  if (value === null || typeof value === 'string' || value.day !== null) return 'full';
  return value.month === null ? 'year' : 'month';
}

/** A date as far as it is known; an unknown part is never filled up. */
export function PartialDateField({ words, value, onChange, onBlur, range }: PartialProps) {
  const group = useId();
  const [precision, setPrecision] = useState<Precision | 'unknown'>(precisionOf(value));
  const [text, setText] = useTypedText(partialText(value), () => {
    if (value !== null && typeof value !== 'string') setPrecision(precisionOf(value));
  });
  const typed = precision === 'unknown' ? 'full' : precision;
  const hints = { full: t('field.dateHint'), month: t('field.monthHint'), year: t('field.yearHint') };
  const messages = { full: t('field.wrongDate'), month: t('field.wrongMonth'), year: t('field.wrongYear') };
  const choose = (next: Precision | 'unknown') => {
    setPrecision(next);
    if (value !== null) onChange(null);
    if (next === 'unknown') setText('');
  };
  const words2 = {
    ...words,
    hint: [words.hint, precision === 'unknown' ? undefined : hints[typed]].filter(Boolean).join(' · ') || undefined,
    error: typeof value === 'string' ? messages[typed] : words.error,
  };
  return (
    <Field {...words2} kind="group">
      {(aria) => (
        <>
          <div className={css.inline} role="radiogroup" aria-label={`${t('field.precision')}: ${words.label}`}>
            {[...precisions, 'unknown' as const].map((option) => (
              <label key={option} className={css.option}>
                <input
                  type="radio"
                  name={group}
                  checked={precision === option}
                  onChange={() => {
                    choose(option);
                  }}
                />
                {t(`field.${option}`)}
              </label>
            ))}
          </div>
          {precision !== 'unknown' && (
            <input
              {...aria}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              aria-label={words.label}
              className={widthClass('narrow')}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
              }}
              onBlur={() => {
                const answer = readPartial(text, precision, range);
                onChange(answer === undefined ? text : answer);
                onBlur?.();
              }}
            />
          )}
        </>
      )}
    </Field>
  );
}
