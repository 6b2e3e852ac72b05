import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { get, useWatch } from 'react-hook-form';
import {
  askedQuestions,
  ruleQuestions,
  type Answers,
  type Section,
  isUnanswered,
  type Questions,
} from '../../../shared/record/index.ts';
import { announce } from '../announce.ts';
import { es } from '../es.ts';
import { Dialog, Notice, Panel, type DateRange } from '../ui/index.ts';
import { QuestionField } from './question-field.tsx';
import type { AnyForm } from './use-section-form.ts';

/** What stands in a block besides its questions: names, documents, addresses, which the paper asks there too. */
export type BlockSlots = Readonly<Record<string, { readonly before?: ReactNode; readonly after?: ReactNode }>>;

type Props = {
  readonly section: Section;
  readonly form: AnyForm;
  /** Name under which the answers stand in the form; the form itself when absent. */
  readonly at?: string;
  /** Answers of other sections that the skip rules rest on. */
  readonly context?: Answers;
  readonly slots?: BlockSlots;
  /** First and last day of the dates asked here. */
  readonly dates?: DateRange;
};

const noAnswers: Answers = {};

type Change = { readonly name: string; readonly value: unknown; readonly dropped: readonly string[] };
type Undo = { readonly answers: Readonly<Record<string, unknown>>; readonly count: number };

const undoFor = 10_000;

/** A section of an official form, block by block in the order of the paper. */
export function QuestionFields({ section, form, at, context = noAnswers, slots, dates }: Props) {
  const { questions } = section;
  const rules = useMemo(() => ruleQuestions(questions), [questions]);
  const { pending, undo, answer, confirm, cancel, restore } = useFolding({ section, form, at, context });
  const { control } = form.untyped;
  const read = useWatch({ control, name: rules.map((name) => pathOf(at, name)) });
  const answers = Object.fromEntries(rules.map((name, index) => [name, read[index] as unknown]));
  const asked = new Set(askedQuestions(questions, answers, context));
  return (
    <>
      {section.blocks.map((block) => {
        const shown = block.questions.filter((name) => asked.has(name));
        const folded = block.questions.length - shown.length;
        return (
          <Panel key={block.id} title={block.title}>
            {slots?.[block.id]?.before}
            {shown.map((name) => {
              const question = questions[name];
              return question === undefined ? null : (
                <QuestionField
                  key={name}
                  name={name}
                  path={pathOf(at, name)}
                  dates={dates}
                  question={question}
                  id={form.fieldId(pathOf(at, name))}
                  control={control}
                  folds={rules.includes(name)}
                  onAnswer={answer}
                />
              );
            })}
            {folded > 0 && <p className="folded">{es.form.folded(folded)}</p>}
            {slots?.[block.id]?.after}
          </Panel>
        );
      })}
      {undo && <Notice action={{ label: es.field.undo, onClick: restore }}>{es.form.dropped(undo.count)}</Notice>}
      <Dialog
        opened={pending !== null}
        title={es.form.dropTitle}
        confirm={{ label: es.form.dropConfirm, onClick: confirm }}
        cancel={{ label: es.form.dropCancel, onClick: cancel }}
      >
        <p>{es.form.drop(pending?.dropped.length ?? 0)}</p>
      </Dialog>
    </>
  );
}

function pathOf(at: string | undefined, name: string): string {
  return at === undefined ? name : `${at}.${name}`;
}

type Folding = Pick<Props, 'section' | 'form'> & { readonly at: string | undefined; readonly context: Answers };

/** Takes an answer; where it would fold answered questions, only after asking, and so that it can be undone. */
function useFolding({ section, form, at, context }: Folding) {
  const [pending, setPending] = useState<Change | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const { setValue, getValues, clearErrors } = form.untyped;

  useEffect(() => {
    if (undo === null) return undefined;
    const timer = setTimeout(() => setUndo(null), undoFor);
    return () => clearTimeout(timer);
  }, [undo]);

  const put = useCallback(
    (answers: Readonly<Record<string, unknown>>) => {
      for (const [name, value] of Object.entries(answers)) {
        setValue(pathOf(at, name), value, { shouldDirty: true, shouldTouch: true });
        clearErrors(pathOf(at, name));
      }
    },
    [at, clearErrors, setValue],
  );
  const given = useCallback(
    (): Readonly<Record<string, unknown>> => (at === undefined ? getValues() : get(getValues(), at)),
    [at, getValues],
  );

  const answer = useCallback(
    (name: string, value: unknown) => {
      const dropped = droppedBy(section.questions, { ...given(), [name]: value }, context);
      if (dropped.length > 0) setPending({ name, value, dropped });
      else put({ [name]: value });
    },
    [context, given, put, section.questions],
  );

  const confirm = () => {
    if (pending === null) return;
    const before = given();
    const names = [pending.name, ...pending.dropped];
    setUndo({
      answers: Object.fromEntries(names.map((name) => [name, before[name]])),
      count: pending.dropped.length,
    });
    put({ ...Object.fromEntries(pending.dropped.map((name) => [name, null])), [pending.name]: pending.value });
    announce(es.form.dropped(pending.dropped.length));
    setPending(null);
  };

  const restore = () => {
    if (undo === null) return;
    put(undo.answers);
    announce(es.form.restored);
    setUndo(null);
  };

  return { pending, undo, answer, confirm, restore, cancel: () => setPending(null) };
}

/** Names of answered questions that `answers` no longer ask. */
function droppedBy(questions: Questions, answers: Answers, context: Answers = {}): string[] {
  const asked = new Set(askedQuestions(questions, answers, context));
  return Object.keys(questions).filter((name) => !asked.has(name) && !isUnanswered(answers[name]));
}
