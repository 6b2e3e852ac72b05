import { useDeferredValue, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import {
  checkSummary,
  checkTemplate,
  composeFromTemplate,
  fieldLines,
  inventedGiven,
  kinds,
  type TemplateValue,
} from '../../shared/filings/index.ts';
import type { PaperBlock } from '../../shared/papers/blocks.ts';
import { FieldProblems, TemplateWork } from '../papers/index.ts';
import { type AnyForm, TextControl } from '../platform/forms/index.ts';
import { useClauses } from './own/clauses.ts';

type Kind = TemplateValue['kind'];

/** The text of a writ and the line of its caption, with what is wrong and how they read on an invented case. */
export function TemplateEditor({ form }: { readonly form: AnyForm }) {
  const [kind, summary, text] = useWatch({
    control: form.untyped.control,
    name: ['value.kind', 'value.summary', 'value.text'],
  }) as [Kind, string, string];
  const read = useDeferredValue(text);
  const caption = useDeferredValue(summary);
  const issues = useMemo(() => checkTemplate(read, kind), [read, kind]);
  const captionIssues = useMemo(() => checkSummary(caption, kind), [caption, kind]);
  const lines = useMemo(() => fieldLines(kinds[kind]), [kind]);
  const clauses = useClauses();
  const isSound = issues.length + captionIssues.length === 0;
  const preview = useMemo(
    () => (isSound ? composed({ kind, summary: caption, text: read }) : null),
    [isSound, kind, caption, read],
  );
  return (
    <>
      <TextControl form={form} name="value.summary" lines={2} label="Sumilla" />
      <FieldProblems issues={captionIssues} />
      <TemplateWork form={form} issues={issues} lines={lines} preview={preview} phrases={clauses} />
    </>
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
