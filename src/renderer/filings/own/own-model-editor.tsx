import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import {
  blankModel,
  composeFromTemplate,
  fieldLines,
  inventedGiven,
  lineWords,
  modelIssues,
  modelSummaryIssues,
  modelText,
  ownDefinition,
  ownModelTable,
  type ModelIssue,
  type OwnModel,
} from '../../../shared/filings/index.ts';
import type { PaperBlock } from '../../../shared/papers/blocks.ts';
import { putInto, TemplateFields, TemplatePreview } from '../../papers/index.ts';
import type { AnyForm } from '../../platform/forms/index.ts';
import { ValueField } from '../../rulebook/index.ts';
import { BlockList } from './block-list.tsx';
import { useClauses } from './clauses.ts';
import css from './own-model.module.css';
import { look, Lines } from '../../platform/ui/index.ts';

type Props = { readonly form: AnyForm };

/** Parts that a letter does not have. */
const ofWrits = new Set(['caption', 'partySigns', 'lawLike']);

/** A kind of writ or letter made of blocks, with what is wrong at each block and how it reads on an invented case. */
export function OwnModelEditor({ form }: Props) {
  const value = answered(useWatch({ control: form.untyped.control, name: 'value' }) as Typed);
  const model = useDeferredValue(value);
  const lines = useMemo(() => fieldLines(ownDefinition(model, '')), [model]);
  const preview = useMemo(() => composed(model), [model]);
  const issues = useMemo(() => modelIssues(model), [model]);
  const summaryIssues = useMemo(() => modelSummaryIssues(model), [model]);
  const clauses = useClauses();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const noteArea = useCallback((one: HTMLTextAreaElement) => {
    area.current = one;
  }, []);
  useBlocksOfSort(form, value.sort);
  const isTold = form.untyped.formState.isDirty || form.attempt > 0;
  const insert = (words: string) => {
    const name = area.current?.id.replace(`${form.formId}-`, '') ?? '';
    putInto(form, name, area.current, words);
  };
  return (
    <>
      <div className={css.facts}>
        <Fields form={form} sort={value.sort} names={['name', 'purpose', 'sort', 'addressee']} />
      </div>
      <div className={css.facts}>
        {value.sort === 'writ' && <Fields form={form} sort={value.sort} names={['caption']} />}
        <div className={look.stack}>
          <Fields form={form} sort={value.sort} names={['parties', 'lawLike', 'partySigns']} />
        </div>
      </div>
      <Fields form={form} sort={value.sort} names={['summary']} />
      <div className={look.work}>
        <BlockList
          form={form}
          blocks={value.blocks}
          sort={value.sort}
          issues={isTold ? issues : []}
          clauses={clauses}
          onArea={noteArea}
        />
        <div className={look.beside}>
          <Problems isTold={isTold} issues={isTold ? issues : []} summary={isTold ? summaryIssues : []} />
          <TemplatePreview blocks={preview} title="Vista previa, no presentada, en un caso inventado" />
        </div>
      </div>
      <p className={look.secondary}>
        «Poner» escribe en el texto del bloque en que usted escribió o hizo clic por última vez.
      </p>
      <TemplateFields lines={lines} phrases={clauses} onInsert={insert} />
    </>
  );
}

type FieldsProps = Props & { readonly sort: OwnModel['sort']; readonly names: readonly string[] };

function Fields({ form, sort, names }: FieldsProps) {
  return ownModelTable.fields
    .filter(({ name }) => names.includes(name) && (sort === 'writ' || !ofWrits.has(name)))
    .map((field) => <ValueField key={field.name} form={form} field={field} />);
}

/** As the form holds it: an answer may be taken away. */
type Typed = { readonly [Part in keyof OwnModel]: OwnModel[Part] | null };

/** With the first answer of each choice where there is none, to read the rest meanwhile. */
function answered(typed: Typed): OwnModel {
  const given = Object.entries(typed).filter(([, part]) => part !== null);
  return { ...blankModel(typed.sort ?? 'writ'), ...(Object.fromEntries(given) as Partial<OwnModel>) };
}

type ProblemsProps = {
  readonly isTold: boolean;
  readonly issues: readonly ModelIssue[];
  readonly summary: readonly string[];
};

/** How many problems there are, and those that belong to no block. */
function Problems({ isTold, issues, summary }: ProblemsProps) {
  const count = issues.length + summary.length;
  const whole = [...summary.map((message) => `Sumilla: ${message}`), ...issues.flatMap(wholeWords)];
  return (
    <div role="region" aria-label="Problemas del modelo">
      <p role="status" className={look.secondary}>
        {isTold ? countWords(count) : 'Lo que falte se dirá en su bloque.'}
      </p>
      <Lines className={css.issues} of={whole} />
    </div>
  );
}

function countWords(count: number): string {
  return count === 0 ? 'El modelo no tiene problemas.' : `Problemas: ${count}. Cada uno se dice en su bloque.`;
}

const wholeWords = ({ block, message }: ModelIssue) => (block === null ? [message] : []);

/** The caption first, as on the paper; null while the text cannot be read. */
function composed(model: OwnModel): PaperBlock[] | null {
  const given = inventedGiven(ownDefinition(model, ''));
  try {
    const summary = model.summary.trim() === '' ? '' : lineWords(model.summary, given);
    const label = model.sort === 'writ' ? 'SUMILLA' : 'ASUNTO';
    const caption: PaperBlock = { kind: 'caption', rows: summary === '' ? [] : [{ label, value: summary }] };
    const template = { kind: given.kind.kind, summary, text: modelText(model).text };
    const otherRequests = given.kind.otherRequests.map((text) => lineWords(text, given));
    return [
      caption,
      ...composeFromTemplate(template, { ...given, options: { ...given.options, otherRequests } }).blocks,
    ];
  } catch {
    return null;
  }
}

/** Another sort of paper starts with its own blocks, where nobody touched those of the first. */
function useBlocksOfSort(form: AnyForm, sort: OwnModel['sort']): void {
  const before = useRef(sort);
  useEffect(() => {
    if (before.current === sort) return;
    const former = JSON.stringify(blankModel(before.current).blocks);
    before.current = sort;
    if (JSON.stringify(form.untyped.getValues('value.blocks')) === former)
      form.untyped.setValue('value.blocks', blankModel(sort).blocks, { shouldDirty: true });
  }, [form, sort]);
}
