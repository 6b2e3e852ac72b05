import type { ReactNode } from 'react';
import { blankValues, type Fields, type ValuesOf } from '../../shared/record/index.ts';
import type { z } from '../../shared/platform/zod.ts';
import { FormHead, useSectionForm, type ActClient, type AnyForm, type SectionForm } from '../platform/forms/index.ts';
import { Dialog, look } from '../platform/ui/index.ts';
import { FormFields, type FieldChoices } from './form-fields.tsx';

type Props<F extends Fields> = {
  readonly fields: F;
  readonly schema: z.ZodType<ValuesOf<F>>;
  /** What is filled in at first. */
  readonly start?: { readonly [Name in keyof F]?: unknown };
  readonly choices?: FieldChoices;
  /** Controls of the screen in place of what the description draws. */
  readonly given?: (form: AnyForm) => Readonly<Record<string, ReactNode>>;
  /** Prefix of the ids of the fields. */
  readonly id: string;
  /** Name under which the values travel. */
  readonly sentAs?: string;
  readonly send: (values: ValuesOf<F>, client: ActClient) => Promise<unknown>;
  readonly refresh: () => Promise<unknown>;
  /** Words of the button, and said once it is done. */
  readonly words: { readonly title: string; readonly send: string; readonly sent: string | (() => string) };
  /** Keeps what is typed, or says something of it, before the buttons: a dialog begins at its first question. */
  readonly keeping?: (form: SectionForm<ValuesOf<F>>) => ReactNode;
  readonly isWide?: boolean;
  readonly children?: ReactNode;
  readonly onDone: () => void;
};

/** A description asked in a dialog of its own. */
export function FormDialog<F extends Fields>(props: Props<F>) {
  const {
    fields,
    schema,
    start,
    choices = {},
    given,
    id,
    sentAs,
    refresh,
    words,
    isWide = false,
    children,
    onDone,
  } = props;
  const defaultValues = { ...blankValues(fields), ...start } as ValuesOf<F>;
  const form = useSectionForm<ValuesOf<F>>({
    ...{ schema, defaultValues, id, refresh, ...(sentAs !== undefined && { sentAs }) },
  });
  const send = () => form.send(props.send, { words: words.sent, done: onDone, refused: refresh });
  return (
    <Dialog
      {...{ isWide, beginsAtField: true, title: words.title }}
      confirm={{ label: words.send, onClick: () => void send() }}
      cancel={{ label: 'Cancelar', onClick: onDone }}
    >
      <div className={look.stack}>
        <FormHead form={form} order={Object.keys(fields)} />
        {children}
        <FormFields {...{ fields, form, choices, given: given?.(form) ?? {} }} />
        {props.keeping?.(form)}
      </div>
    </Dialog>
  );
}
