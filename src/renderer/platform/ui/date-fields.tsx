import { useId, useState } from 'react';
import { spanOf, type CivilDate, type PartialDate } from '../../../shared/platform/dates.ts';
import {
  formatPartialDate,
  parseTypedDate,
  parseTypedTime,
  type DatePrecision,
} from '../../../shared/platform/typed-date.ts';
import { es } from '../es.ts';
import { Field, type FieldWords } from './field.tsx';
import css from './fields.module.css';
import { widthClass } from './text-fields.tsx';
import { useTypedText } from './use-typed-text.ts';

/** First and last civil day the field takes; a two-digit year is looked up inside them. */
export type DateRange = { readonly min: string; readonly max: string };

const widest: DateRange = { min: '1900-01-01', max: '2199-12-31' };

/** What stands in a field: read, or as typed with the sentence that goes beside it. */
type Reading<Value> = { readonly value: Value | null; readonly message: string | null };

function readPartial(text: string, precision: DatePrecision, range: DateRange): Reading<PartialDate | string> {
  const bounds = { min: range.min as CivilDate, max: range.max as CivilDate, precision };
  const typed = parseTypedDate(text, bounds);
  return typed.ok ? { value: typed.date, message: null } : { value: text, message: typed.message };
}

function readDate(text: string, range: DateRange): Reading<string> {
  const typed = readPartial(text, 'full', range);
  const value = typed.value === null || typeof typed.value === 'string' ? typed.value : spanOf(typed.value).first;
  return { value, message: typed.message };
}

function readTime(text: string): Reading<string> {
  if (text.trim() === '') return { value: null, message: null };
  const time = parseTypedTime(text);
  return time === null ? { value: text, message: es.field.wrongTime } : { value: time, message: null };
}

const civil = /^\d{4}-\d{2}-\d{2}$/;

/** dd/mm/aaaa of a civil date; any other text stays as it was typed. */
function dateText(value: string): string {
  return civil.test(value) ? value.split('-').reverse().join('/') : value;
}

function partialText(value: PartialDate | string | null): string {
  if (value === null || typeof value === 'string') return value ?? '';
  if (value.month === null || value.day !== null) return formatPartialDate(value);
  return `${String(value.month).padStart(2, '0')}/${String(value.year)}`;
}

type TypedProps = {
  readonly words: FieldWords;
  /** The stored value, or the text as typed while it cannot be read. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: (() => void) | undefined;
};

type TypedInput = TypedProps & {
  readonly show: (value: string) => string;
  readonly read: (text: string) => Reading<string>;
  readonly width: 'short' | 'narrow';
};

/** Parsed on leaving, never while typing; what cannot be read stays as typed with its message. */
function TypedField({ words, value, onChange, onBlur, show, read, width }: TypedInput) {
  const [text, setText] = useTypedText(value === null ? '' : show(value));
  const message = value === null ? null : read(show(value)).message;
  return (
    <Field {...words} error={message ?? words.error}>
      {(aria) => (
        <input
          {...aria}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          className={widthClass(width)}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => {
            const next = read(text).value;
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
export function DateField({ range = widest, ...props }: TypedProps & { readonly range?: DateRange | undefined }) {
  const words = { ...props.words, hint: props.words.hint ?? es.field.dateHint };
  return <TypedField {...props} words={words} width="narrow" show={dateText} read={(text) => readDate(text, range)} />;
}

const sameText = (value: string) => value;

/** Hour of the day, 24 hours: `930` becomes 09:30. */
export function TimeField(props: TypedProps) {
  const words = { ...props.words, hint: props.words.hint ?? es.field.timeHint };
  return <TypedField {...props} words={words} width="short" show={sameText} read={readTime} />;
}

type PartialProps = {
  readonly words: FieldWords;
  readonly value: PartialDate | string | null;
  readonly onChange: (value: PartialDate | string | null) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly range?: DateRange | undefined;
};

const precisions: readonly DatePrecision[] = ['full', 'month', 'year'];

function precisionOf(value: PartialDate | string | null): DatePrecision {
  if (value === null || typeof value === 'string' || value.day !== null) return 'full';
  return value.month === null ? 'year' : 'month';
}

/** A date as far as it is known; an unknown part is never filled up. */
export function PartialDateField({ words, value, onChange, onBlur, range = widest }: PartialProps) {
  const group = useId();
  const [precision, setPrecision] = useState<DatePrecision | 'unknown'>(precisionOf(value));
  const [text, setText] = useTypedText(partialText(value), () => {
    if (value !== null && typeof value !== 'string') setPrecision(precisionOf(value));
  });
  const typed = precision === 'unknown' ? 'full' : precision;
  const hints = { full: es.field.dateHint, month: es.field.monthHint, year: es.field.yearHint };
  const choose = (next: DatePrecision | 'unknown') => {
    setPrecision(next);
    if (value !== null) onChange(null);
    if (next === 'unknown') setText('');
  };
  const words2 = {
    ...words,
    hint: [words.hint, precision === 'unknown' ? undefined : hints[typed]].filter(Boolean).join(' · ') || undefined,
    error: (typeof value === 'string' ? readPartial(value, typed, range).message : null) ?? words.error,
  };
  return (
    <Field {...words2} kind="group">
      {(aria) => (
        <>
          <div className={css.inline} role="radiogroup" aria-label={`${es.field.precision}: ${words.label}`}>
            {[...precisions, 'unknown' as const].map((option) => (
              <label key={option} className={css.option}>
                <input type="radio" name={group} checked={precision === option} onChange={() => choose(option)} />
                {es.field[option]}
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
              onChange={(event) => setText(event.target.value)}
              onBlur={() => {
                const next = readPartial(text, precision, range).value;
                // Passing by changes nothing: no draft may come of it.
                if (partialText(next) !== partialText(value)) onChange(next);
                else setText(partialText(next));
                onBlur?.();
              }}
            />
          )}
        </>
      )}
    </Field>
  );
}
