import type { RefObject } from 'react';
import { Field, type FieldWords } from '../../platform/ui/index.ts';
import css from './templates.module.css';

/** Where a line (from 1) begins and ends in a text. */
export function linesToSelect(text: string, line: number): { from: number; to: number } {
  const lines = text.split('\n');
  const from = lines.slice(0, line - 1).reduce((length, one) => length + one.length + 1, 0);
  return { from, to: from + (lines[line - 1]?.length ?? 0) };
}

type Props = {
  readonly words: FieldWords;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  /** Lines with a problem. */
  readonly marked: readonly number[];
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
};

/**
 * A text area with the number of each line. The same text stands unseen behind it, line by line: so a line that wraps
 * keeps one number, and the area grows with what is written.
 */
export function TextWithLines({ words, area, value, marked, onChange, onBlur }: Props) {
  return (
    <Field {...words}>
      {(aria) => (
        <div className={css.lined}>
          <div className={css.mirror} aria-hidden="true">
            {value.split('\n').map((line, index) => (
              <div
                key={index}
                data-line={index + 1}
                className={marked.includes(index + 1) ? `${css.line} ${css.marked}` : css.line}
              >
                <span>{line === '' ? ' ' : line}</span>
              </div>
            ))}
          </div>
          <textarea
            {...aria}
            ref={area}
            className={css.area}
            spellCheck={false}
            value={value}
            onBlur={onBlur}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      )}
    </Field>
  );
}
