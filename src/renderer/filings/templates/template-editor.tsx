import { useDeferredValue, useMemo, useRef } from 'react';
import { useWatch, type FieldValues } from 'react-hook-form';
import {
  checkSummary,
  checkTemplate,
  composeFromTemplate,
  fieldLines,
  inventedGiven,
  kinds,
  type TemplateIssue,
  type TemplateValue,
} from '../../../shared/filings/index.ts';
import type { PaperBlock } from '../../../shared/papers/blocks.ts';
import { Controlled, TextControl, type SectionForm } from '../../platform/forms/index.ts';
import { PaperView } from './paper-view.tsx';
import { TemplateFields } from './template-fields.tsx';
import { linesToSelect, TextWithLines } from './text-with-lines.tsx';
import css from './templates.module.css';

type Kind = TemplateValue['kind'];
type Props = { readonly form: SectionForm<FieldValues> };

/** The text of a writ: what is wrong with its line, what may stand in it, and how it reads on an invented case. */
export function TemplateEditor({ form }: Props) {
  const [kind, summary, text] = useWatch({
    control: form.control,
    name: ['value.kind', 'value.summary', 'value.text'],
  }) as [Kind, string, string];
  const read = useDeferredValue(text);
  const caption = useDeferredValue(summary);
  const area = useRef<HTMLTextAreaElement>(null);
  const issues = useMemo(() => checkTemplate(read, kind), [read, kind]);
  const captionIssues = useMemo(() => checkSummary(caption, kind), [caption, kind]);
  const lines = useMemo(() => fieldLines(kinds[kind]), [kind]);
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
      <TextControl form={form} name="value.summary" lines={2} words={{ label: 'Sumilla' }} />
      {captionIssues.length > 0 && (
        <ul className={css.issues}>
          {captionIssues.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      <div className={css.work}>
        <div className={css.side}>
          <Controlled
            form={form}
            name="value.text"
            words={{ label: 'Texto', hint: 'Cada problema se dice con su línea.' }}
          >
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
        <div className={css.beside}>
          <Problems issues={issues} onLine={showLine} />
          <Preview kind={kind} summary={caption} text={read} isSound={issues.length + captionIssues.length === 0} />
        </div>
      </div>
      <TemplateFields
        lines={lines}
        onInsert={(words) => {
          const field = area.current;
          if (field === null) return;
          const { selectionStart, selectionEnd, value } = field;
          form.setValue('value.text', value.slice(0, selectionStart) + words + value.slice(selectionEnd), {
            shouldDirty: true,
          });
          // The text is drawn first; then the cursor goes behind what was put in.
          requestAnimationFrame(() => {
            field.focus();
            field.setSelectionRange(selectionStart + words.length, selectionStart + words.length);
          });
        }}
      />
    </>
  );
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
              <button
                type="button"
                className={css.issue}
                onClick={() => {
                  onLine(line);
                }}
              >
                Línea {line}: {message}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The caption first, as on the paper. */
function composed(value: TemplateValue): PaperBlock[] {
  const given = inventedGiven(value.kind);
  const caption = composeFromTemplate({ ...value, text: value.summary }, given).blocks;
  const runs = caption.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []));
  const line = { kind: 'paragraph', align: 'right', runs: [{ text: 'SUMILLA: ', bold: true }, ...runs] } as const;
  return [line, ...composeFromTemplate(value, given).blocks];
}

type PreviewProps = {
  readonly kind: Kind;
  readonly summary: string;
  readonly text: string;
  readonly isSound: boolean;
};

function Preview({ kind, summary, text, isSound }: PreviewProps) {
  const blocks = useMemo<readonly PaperBlock[] | null>(
    () => (isSound ? composed({ kind, summary, text }) : null),
    [isSound, kind, summary, text],
  );
  return (
    // A box that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <section className={css.preview} tabIndex={0} aria-label="Así se lee en un caso inventado">
      <p className={css.previewTitle}>Así se lee en un caso inventado</p>
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
