import { spanOf, type CivilDate, type PartialDate } from '../../../shared/platform/dates.ts';
import {
  formatPartialDate,
  parseTypedDate,
  parseTypedTime,
  type DatePrecision,
} from '../../../shared/platform/typed-date.ts';
import { es } from '../es.ts';
import { Field, type FieldWords } from './field.tsx';
import { figures, widthClass } from './text-fields.tsx';
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
          {...figures}
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

/** A date as far as it is known: a day, a month or a year alone, as it is typed; an unknown part is never filled up. */
export function PartialDateField({ words, value, onChange, onBlur, range = widest }: PartialProps) {
  const [text, setText] = useTypedText(partialText(value));
  const said = {
    ...words,
    hint: [words.hint, es.field.partialHint].filter(Boolean).join(' · '),
    error: (typeof value === 'string' ? readPartial(value, 'year', range).message : null) ?? words.error,
  };
  return (
    <Field {...said}>
      {(aria) => (
        <input
          {...aria}
          {...figures}
          className={widthClass('narrow')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => {
            const next = readPartial(text, 'year', range).value;
            // Passing by changes nothing: no draft may come of it.
            if (partialText(next) !== partialText(value)) onChange(next);
            else setText(partialText(next));
            onBlur?.();
          }}
        />
      )}
    </Field>
  );
}
