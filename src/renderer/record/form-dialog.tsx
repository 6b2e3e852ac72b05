import { useMemo, type ReactNode } from 'react';
import {
  blankValues,
  onlyAsked,
  optionsOf,
  valuesSchema,
  schemaOf,
  type Answers,
  type ChoiceField,
  type Fields,
  type TextField,
  type ValuesOf,
} from '../../shared/record/index.ts';
import { z } from '../../shared/platform/zod.ts';
import {
  FormHead,
  ShortHead,
  useSectionForm,
  type ActClient,
  type AnyForm,
  type SectionForm,
} from '../platform/forms/index.ts';
import { Dialog, look } from '../platform/ui/index.ts';
import { FormFields, type FieldChoices } from './form-fields.tsx';

type Props<F extends Fields> = {
  readonly fields: F;
  /** Where more is asked of the answers together than the fields say. */
  readonly schema?: z.ZodType<ValuesOf<F>>;
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
  readonly words: DialogWords;
  /** Keeps what is typed, or says something of it, before the buttons: a dialog begins at its first question. */
  readonly keeping?: (form: SectionForm<ValuesOf<F>>) => ReactNode;
  readonly isWide?: boolean;
  /** A question or two: what lacks is said at them alone. */
  readonly isShort?: boolean;
  /** A short one then begins at its safe button, any other at its first question. */
  readonly dangerous?: boolean;
  readonly children?: ReactNode;
  /** With what was said of it; without words where it was left. */
  readonly onDone: (said?: string) => void;
};

type DialogWords = {
  readonly title: string;
  /** Of the button, while it is sent, and said once it is done. */
  readonly send: string;
  readonly sending?: string;
  readonly sent: string | (() => string);
  /** Of the safe button. */
  readonly cancel?: string;
};

/** A reason of a list, words only for «Otro» (D6). */
export function reasonFields<Code extends string>(
  labels: Readonly<Record<Code, string>>,
  own: Partial<Pick<ChoiceField, 'label' | 'mayClear'>> = {},
) {
  const options = optionsOf<Code>(labels);
  return {
    reason: { kind: 'choice', label: 'Motivo', options, required: true, missing: 'Elija el motivo.', ...own },
    words: {
      ...{ kind: 'text', label: 'Escriba el motivo', max: 300, required: true, missing: 'Escriba el motivo.' },
      askedWhen: { question: 'reason', is: ['other'] },
    },
  } as const satisfies { readonly reason: ChoiceField<Code>; readonly words: TextField };
}

/** What another answer hid does not stop the sending: nobody would see why. */
const ofAsked = <F extends Fields>(fields: F) =>
  schemaOf<ValuesOf<F>>(z.preprocess((values) => onlyAsked(fields, values as Answers), valuesSchema(fields)));

/** Nothing on a short one is made old by a refusal, and what stands under it may be what it is about. */
const afterRefusal = ({ isShort, refresh }: Pick<Props<Fields>, 'isShort' | 'refresh'>) =>
  isShort ? {} : { refused: refresh };

/** A description asked in a dialog of its own. */
export function FormDialog<F extends Fields>(props: Props<F>) {
  const { fields, start, choices = {}, given, id, sentAs, refresh, words, isShort, dangerous, onDone } = props;
  const schema = useMemo(() => props.schema ?? ofAsked(fields), [fields, props.schema]);
  const defaultValues = { ...blankValues(fields), ...start } as ValuesOf<F>;
  const form = useSectionForm<ValuesOf<F>>({
    ...{ schema, defaultValues, id, refresh, ...(sentAs !== undefined && { sentAs }) },
  });
  const end = { words: words.sent, done: (_: unknown, said?: string) => onDone(said), ...afterRefusal(props) };
  const send = () => form.send(props.send, end);
  const label = form.busy ? (words.sending ?? words.send) : words.send;
  return (
    <Dialog
      {...{ isWide: props.isWide, beginsAtField: !isShort || dangerous !== true, title: words.title }}
      confirm={{ label, dangerous, onClick: () => void send() }}
      cancel={{ label: words.cancel ?? 'Cancelar', onClick: () => onDone() }}
    >
      <div className={look.stack}>
        {!isShort && <FormHead form={form} order={Object.keys(fields)} />}
        {props.children}
        {isShort && <ShortHead form={form} order={Object.keys(fields)} />}
        <FormFields {...{ fields, form, choices, given: given?.(form) ?? {}, showsHints: isShort }} />
        {props.keeping?.(form)}
      </div>
    </Dialog>
  );
}
