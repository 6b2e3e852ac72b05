import { type ComponentPropsWithRef } from 'react';
import { es } from '../es.ts';
import { Field, type FieldWords } from './field.tsx';
import css from './fields.module.css';
import { useTypedText } from './use-typed-text.ts';

export type FieldWidth = 'short' | 'narrow' | 'medium' | 'full';

/** Shows nothing: the style sheet tells an empty field by it, without a drawing at each key. */
export const nothingYet = ' ';

/** Of a line in which figures are typed: no arrows, no wheel, nothing proposed. */
export const figures = { type: 'text', inputMode: 'numeric', autoComplete: 'off', placeholder: nothingYet } as const;

export function widthClass(width: FieldWidth): string {
  return [css.input, width === 'full' ? '' : css[width]].join(' ');
}

type InputProps = Omit<ComponentPropsWithRef<'input'>, 'id' | 'className' | 'width'>;

/** One line of text; takes every property of an input, so a form may register it uncontrolled. */
export function TextField({
  words,
  width = 'full',
  ...input
}: { readonly words: FieldWords; readonly width?: FieldWidth } & InputProps) {
  return (
    <Field {...words}>
      {(aria) => (
        <input
          type="text"
          autoComplete="off"
          placeholder={nothingYet}
          {...input}
          {...aria}
          className={widthClass(width)}
        />
      )}
    </Field>
  );
}

type AreaProps = Omit<ComponentPropsWithRef<'textarea'>, 'id' | 'className'>;

/** Her account and other long texts: grows with what is written, counts nothing, keeps line breaks. */
export function LongTextField({ words, rows = 3, ...area }: { readonly words: FieldWords } & AreaProps) {
  return (
    <Field {...words}>
      {(aria) => (
        <textarea rows={rows} placeholder={nothingYet} {...area} {...aria} className={`${css.input} ${css.long}`} />
      )}
    </Field>
  );
}

type NumberProps = {
  readonly words: FieldWords;
  /** A text that is no number stays as typed, with its message. */
  readonly value: number | string | null;
  readonly onChange: (value: number | string | null) => void;
  readonly onBlur?: () => void;
  readonly unit?: string | undefined;
  /** `blur` where the answer folds other questions: never while typing. */
  readonly commit?: 'change' | 'blur';
  readonly readOnly?: boolean;
};

function readNumber(text: string): number | string | null {
  const clean = text.trim();
  if (clean === '') return null;
  return /^-?\d{1,9}$/.test(clean) ? Number(clean) : text;
}

/** A whole number, typed; no arrows, no wheel. */
export function NumberField({ words, value, onChange, onBlur, unit, commit = 'change', readOnly }: NumberProps) {
  const [text, setText] = useTypedText(value === null ? '' : String(value));
  const error = words.error ?? (typeof value === 'string' ? es.field.wrongNumber : undefined);
  return (
    <Field {...words} error={error}>
      {(aria) => (
        <span className={css.withUnit}>
          <input
            {...aria}
            {...figures}
            readOnly={readOnly}
            className={widthClass('short')}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              if (commit === 'change') onChange(readNumber(event.target.value));
            }}
            onBlur={() => {
              if (commit === 'blur' && readNumber(text) !== value) onChange(readNumber(text));
              onBlur?.();
            }}
          />
          {unit && <span>{unit}</span>}
        </span>
      )}
    </Field>
  );
}
