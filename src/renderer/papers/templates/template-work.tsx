import { useRef, type RefObject } from 'react';
import type { FieldLine, PaperBlock, TemplateIssue } from '../../../shared/papers/index.ts';
import { type AnyForm, Controlled } from '../../platform/forms/index.ts';
import { look, Field, type FieldWords, Lines } from '../../platform/ui/index.ts';
import { PaperView } from './paper-view.tsx';
import { TemplateFields, type Phrase } from './template-fields.tsx';
import css from './templates.module.css';

type Props = {
  /** Clauses that may be put into the text. */
  readonly phrases?: readonly Phrase[];
  readonly form: AnyForm;
  readonly issues: readonly TemplateIssue[];
  readonly lines: readonly FieldLine[];
  /** How it reads on an invented case; null while something is wrong. */
  readonly preview: readonly PaperBlock[] | null;
};

/** The text of a template: what is wrong with its line, what may stand in it, and how it reads. */
export function TemplateWork({ form, issues, lines, preview, phrases = [] }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const showLine = (line: number) => {
    const field = area.current;
    if (field === null) return;
    const { from, to } = linesToSelect(field.value, line);
    field.focus();
    field.setSelectionRange(from, to);
    field.parentElement?.querySelector(`[data-line="${line}"]`)?.scrollIntoView({ block: 'center' });
  };
  return (
    <>
      <div className={look.work}>
        <div className={css.side}>
          <Controlled form={form} name="value.text" label="Texto" hint="Cada problema se dice con su línea.">
            {({ value, onChange, ...field }) => (
              <TextWithLines
                {...field}
                area={area}
                value={typeof value === 'string' ? value : ''}
                marked={issues.map(({ line }) => line)}
                onChange={onChange}
              />
            )}
          </Controlled>
        </div>
        <div className={look.beside}>
          <Problems issues={issues} onLine={showLine} />
          <TemplatePreview blocks={preview} />
        </div>
      </div>
      <TemplateFields
        lines={lines}
        phrases={phrases}
        onInsert={(words) => putInto(form, 'value.text', area.current, words)}
      />
    </>
  );
}

/** Writes where the cursor is in a text of the form. */
export function putInto(form: AnyForm, name: string, area: HTMLTextAreaElement | null, words: string): void {
  if (area === null) return;
  const { selectionStart, selectionEnd, value } = area;
  form.untyped.setValue(name, value.slice(0, selectionStart) + words + value.slice(selectionEnd), {
    shouldDirty: true,
  });
  // The text is drawn first; then the cursor goes behind what was put in.
  requestAnimationFrame(() => {
    area.focus();
    area.setSelectionRange(selectionStart + words.length, selectionStart + words.length);
  });
}

type ProblemsProps = { readonly issues: readonly TemplateIssue[]; readonly onLine: (line: number) => void };

function Problems({ issues, onLine }: ProblemsProps) {
  return (
    <div role="region" aria-label="Problemas del texto">
      <p role="status">{issues.length === 0 ? 'El texto no tiene problemas.' : `Problemas: ${issues.length}`}</p>
      {issues.length > 0 && (
        <ul className={css.issues}>
          {issues.map(({ line, message }) => (
            <li key={`${line} ${message}`}>
              <button type="button" className={css.issue} onClick={() => onLine(line)}>
                Línea {line}: {message}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type PreviewProps = { readonly blocks: readonly PaperBlock[] | null; readonly title?: string };

export function TemplatePreview({ blocks, title = 'Así se lee en un caso inventado' }: PreviewProps) {
  return (
    // A box that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <section className={css.preview} tabIndex={0} aria-label={title}>
      <p className={css.previewTitle}>{title}</p>
      {blocks === null ? (
        <p>Se muestra cuando el texto no tenga problemas.</p>
      ) : (
        <div className={css.paper}>
          <PaperView blocks={blocks} />
        </div>
      )}
    </section>
  );
}

/** What is wrong with a field of one line, under it. */
export function FieldProblems({ issues }: { readonly issues: readonly TemplateIssue[] }) {
  return <Lines className={css.issues} of={issues.map(({ message }) => message)} />;
}

/** Where a line (from 1) begins and ends in a text. */
function linesToSelect(text: string, line: number): { from: number; to: number } {
  const lines = text.split('\n');
  const from = lines.slice(0, line - 1).reduce((length, one) => length + one.length + 1, 0);
  return { from, to: from + (lines[line - 1]?.length ?? 0) };
}

type LinesToSelectProps = {
  readonly words: FieldWords;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  readonly marked: readonly number[];
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
};

/**
 * A text area with the number of each line. The same text stands unseen behind it, line by line: so a line that wraps
 * keeps one number, and the area grows with what is written.
 */
function TextWithLines({ words, area, value, marked, onChange, onBlur }: LinesToSelectProps) {
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
