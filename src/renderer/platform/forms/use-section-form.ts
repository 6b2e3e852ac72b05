import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useForm, type DefaultValues, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form';
import type { Failure } from '../../../shared/platform/failures.ts';
import type { z } from '../../../shared/platform/zod.ts';
import { failureOf, wordsOf } from '../failure-words.ts';
import type { SummaryItem } from '../ui/index.ts';

type Options<Values extends FieldValues> = {
  readonly schema: z.ZodType<Values, Values>;
  readonly defaultValues: Values;
  /** Prefix of the ids of the fields; the same at each opening, so that unlocking finds the field again. */
  readonly id: string;
};

export type SectionForm<Values extends FieldValues> = UseFormReturn<Values> & {
  readonly formId: string;
  /** Id of the control of a field, for labels and the error summary. */
  readonly fieldId: (name: string) => string;
  /** Counts refused attempts: `ErrorSummary` takes the focus when it changes. */
  readonly attempt: number;
  /** Words of a failure that belongs to no field; null when there is none. */
  readonly problem: string | null;
  readonly send: (save: (values: Values) => Promise<void>) => Promise<boolean>;
  readonly showFailure: (failure: Failure) => void;
  /** What was wrong was settled in another way than by sending again. */
  readonly clearProblem: () => void;
};

/** One form per section: the schema of the wire, errors at the attempt, the summary takes the focus. */
export function useSectionForm<Values extends FieldValues>({
  schema,
  defaultValues,
  id,
}: Options<Values>): SectionForm<Values> {
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: defaultValues as DefaultValues<Values>,
    mode: 'onSubmit',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  });
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const { setError, handleSubmit } = form;

  // A message that only goes away on leaving moves the page under the mouse, and the click that left is lost.
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name, type }) => {
          const changed = name as Path<Values> | undefined;
          if (type === 'change' && changed !== undefined && form.getFieldState(changed).invalid)
            form.clearErrors(changed);
        },
      }),
    [form],
  );

  const showFailure = useCallback(
    (failure: Failure) => {
      for (const issue of failure.issues)
        setError(issue.path as Path<Values>, { type: failure.code, message: issue.message });
      setProblem(failure.issues.length === 0 ? wordsOf(failure) : null);
      setAttempt((count) => count + 1);
    },
    [setError],
  );

  const send = useCallback(
    async (save: (values: Values) => Promise<void>) => {
      const end = { sent: false, refused: false };
      setProblem(null);
      const submit = handleSubmit(
        async (values) => {
          try {
            await save(values);
            end.sent = true;
          } catch (error) {
            showFailure(failureOf(error));
          }
        },
        () => {
          end.refused = true;
        },
      );
      await submit();
      // Only now do the errors stand in the state: the summary cannot take the focus before it is drawn.
      if (end.refused) setAttempt((count) => count + 1);
      return end.sent;
    },
    [handleSubmit, showFailure],
  );

  const clearProblem = useCallback(() => {
    setProblem(null);
  }, []);

  const fieldId = (name: string) => `${id}-${name}`;
  return { ...form, formId: id, fieldId, attempt, problem, send, showFailure, clearProblem };
}

/** Box of what belongs to no field: takes the focus at each refusal, for the button pressed may be far below it. */
export function useProblemFocus(form: { readonly attempt: number; readonly problem: string | null }) {
  const { attempt, problem } = form;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0 && problem !== null) box.current?.focus();
  }, [attempt, problem]);
  return box;
}

/**
 * The lines of the error summary in the order of the page. `order` holds the names of the fields (`user.birth`); what
 * is wrong inside one of them (the year of a date) is told once, at the field. `labelOf` names the field before its
 * message, where many fields have the same; null leaves the message alone.
 */
export function summaryOf<Values extends FieldValues>(
  form: SectionForm<Values>,
  order: readonly string[],
  labelOf: (name: string) => string | null = () => null,
): SummaryItem[] {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return fieldsInError(form.formState.errors, '', order)
    .sort((one, other) => rank(one.name) - rank(other.name))
    .map(({ name, message }) => ({
      field: form.fieldId(name),
      message: [labelOf(name), message].filter((words) => words !== null).join(': '),
    }));
}

type FieldInError = { readonly name: string; readonly message: string };

function fieldsInError(errors: object, above: string, order: readonly string[]): FieldInError[] {
  return Object.entries(errors).flatMap(([key, error]: [string, unknown]): FieldInError[] => {
    const name = `${above}${key}`;
    const isGroup = order.some((field) => field.startsWith(`${name}.`)) && !order.includes(name);
    if (isGroup && typeof error === 'object' && error !== null && !('type' in error && typeof error.type === 'string'))
      return fieldsInError(error, `${name}.`, order);
    const message = messageOf(error);
    return message === undefined ? [] : [{ name, message }];
  });
}

/** First message inside an error of react-hook-form, which nests them for objects and lists. */
export function messageOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('message' in error && typeof error.message === 'string' && error.message !== '') return error.message;
  for (const [key, inner] of Object.entries(error)) {
    const message = key === 'ref' ? undefined : messageOf(inner);
    if (message !== undefined) return message;
  }
  return undefined;
}
