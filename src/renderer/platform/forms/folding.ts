/** Answers that fold others: asked before, undone after. */
import { useCallback, useEffect, useState } from 'react';
import { get } from 'react-hook-form';
import {
  askedQuestions,
  isUnanswered,
  type Answers,
  type Questions,
  type Section,
} from '../../../shared/record/index.ts';
import { announce } from '../announce.ts';
import { es } from '../es.ts';
import type { AnyForm } from './use-section-form.ts';

type Change = { readonly name: string; readonly value: unknown; readonly dropped: readonly string[] };
type Undo = { readonly answers: Readonly<Record<string, unknown>>; readonly count: number };

const undoFor = 10_000;

export function pathOf(at: string | undefined, name: string): string {
  return at === undefined ? name : `${at}.${name}`;
}

type Folding = {
  readonly section: Section;
  readonly form: AnyForm;
  readonly at: string | undefined;
  readonly context: Answers;
};

/** Takes an answer; where it would fold answered questions, only after asking, and so that it can be undone. */
export function useFolding({ section, form, at, context }: Folding) {
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
