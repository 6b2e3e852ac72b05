import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useEffect, useState } from 'react';
import {
  useForm,
  type Control,
  type DefaultValues,
  type FieldValues,
  type Path,
  type UseFormReturn,
} from 'react-hook-form';
import type { Failure } from '../../../shared/platform/failures.ts';
import type { z } from '../../../shared/platform/zod.ts';
import { wordsOf } from '../failure-words.ts';
import type { SummaryItem } from '../ui/index.ts';
import { HeldIssues } from './held-issues.ts';
import { useAct, type ActClient, type ActEnd } from '../client.ts';

/** What a form may begin with: nothing where an answer will stand. */
type Start<Value> = Value extends string | number | boolean
  ? (Value extends string ? string : Value) | null
  : Value extends readonly unknown[]
    ? Value
    : { [Name in keyof Value]: Start<Value[Name]> };

type Options<Values extends FieldValues> = {
  readonly schema: z.ZodType<Values>;
  readonly defaultValues: Values | NoInfer<Start<Values>>;
  /** Prefix of the ids of the fields; the same at each opening, so that unlocking finds the field again. */
  readonly id: string;
  /** Reads again what the form changed. */
  readonly refresh?: () => Promise<unknown>;
  /** Name under which the values travel (`change`): what is wrong at `change.source` is shown at `source`. */
  readonly sentAs?: string;
};

/** A form whatever its values are: for parts that several forms draw. */
export type AnyForm = {
  readonly formId: string;
  /** Id of the control of a field, for labels and the error summary. */
  readonly fieldId: (name: string) => string;
  /** Counts refused attempts: `ErrorSummary` takes the focus when it changes. */
  readonly attempt: number;
  /** Words of a failure that belongs to no field; null when there is none. */
  readonly problem: string | null;
  readonly busy: boolean;
  readonly showFailure: (failure: Failure) => void;
  /** What was wrong was settled in another way than by sending again. */
  readonly clearProblem: () => void;
  /** The same form with names that nothing checks. */
  readonly untyped: SectionForm<FieldValues>;
};

/** What a control takes: the name of its field is checked where the values of the form are known. */
export type FormOf<Values extends FieldValues> = AnyForm & { readonly control?: Control<Values> };

type Sending<Values extends FieldValues> = {
  /** Sends what is valid as `useAct` does: once, under one key until an answer came. */
  readonly send: <Value>(
    save: (values: Values, client: ActClient) => Promise<Value>,
    end?: ActEnd<Value>,
  ) => Promise<boolean>;
};

export type SectionForm<Values extends FieldValues> = UseFormReturn<Values> & AnyForm & Sending<Values>;

/** One form per section: the schema of the wire, errors at the attempt, the summary takes the focus. */
export function useSectionForm<Values extends FieldValues>(options: Options<Values>): SectionForm<Values> {
  const { schema, defaultValues, id, refresh, sentAs } = options;
  const [held] = useState(() => new HeldIssues());
  const form = useForm<Values>({
    // What is typed is checked by the schema, whatever it is.
    resolver: held.over(zodResolver(schema as z.ZodType<Values, Values>)),
    defaultValues: defaultValues as DefaultValues<Values>,
    mode: 'onSubmit',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  });
  const act = useAct(refresh === undefined ? {} : { refresh });
  const [refusals, setRefusals] = useState(0);
  const { setError, handleSubmit } = form;
  const { run, say } = act;

  // A message that only goes away on leaving moves the page under the mouse, and the click that left is lost.
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name, type }) => {
          const changed = name as Path<Values> | undefined;
          if (type !== 'change' || changed === undefined) return;
          held.changed(changed);
          if (form.getFieldState(changed).invalid) form.clearErrors(changed);
        },
      }),
    [form, held],
  );

  const showIssues = useCallback(
    ({ code, issues }: Failure) => {
      const above = sentAs === undefined ? '' : `${sentAs}.`;
      for (const { path, message } of issues) {
        const field = path.startsWith(above) ? path.slice(above.length) : path;
        held.hold(field, { type: code, message });
        setError(field as Path<Values>, { type: code, message });
      }
    },
    [held, sentAs, setError],
  );

  const showFailure = useCallback(
    (failure: Failure) => {
      say(wordsOf(failure), failure.issues);
      showIssues(failure);
    },
    [say, showIssues],
  );

  const send: SectionForm<Values>['send'] = async (save, end = {}) => {
    const ended = { sent: false, refused: false };
    say(null);
    held.clear();
    const submit = handleSubmit(
      async (values) => {
        ended.sent = await run((client) => save(values, client), {
          ...end,
          refused: (failure) => {
            showIssues(failure);
            return end.refused?.(failure);
          },
        });
      },
      () => {
        ended.refused = true;
      },
    );
    await submit();
    // Only now do the errors stand in the state: the summary cannot take the focus before it is drawn.
    if (ended.refused) setRefusals((count) => count + 1);
    return ended.sent;
  };

  const clearProblem = useCallback(() => {
    say(null);
    held.clear();
  }, [held, say]);

  const fieldId = (name: string) => `${id}-${name}`;
  const attempt = act.attempt + refusals;
  const problem = act.issues.length === 0 ? act.problem : null;
  const own = { ...form, formId: id, fieldId, attempt, problem, busy: act.busy, send, showFailure, clearProblem };
  // The library's form fits only its own values, for it could be given others: here only a control's name says which.
  return Object.assign(own, { untyped: own as unknown as SectionForm<FieldValues> });
}

/**
 * The lines of the error summary in the order of the page. `order` holds the names of the fields (`user.birth`); what
 * is wrong inside one of them (the year of a date) is told once, at the field. `labelOf` names the field before its
 * message where its label on the page does not say enough; null leaves it to the page.
 */
export function summaryOf(
  form: AnyForm,
  order: readonly string[],
  labelOf: (name: string) => string | null = () => null,
): SummaryItem[] {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return fieldsInError(form.untyped.formState.errors, '', order)
    .sort((one, other) => rank(one.name) - rank(other.name))
    .map(({ name, message }) => ({ field: form.fieldId(name), message, label: labelOf(name) }));
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
