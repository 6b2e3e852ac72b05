import { memo, use, type ComponentProps } from 'react';
import { get, useController, useFormState, type Control } from 'react-hook-form';
import type { PartialDate } from '../../../shared/platform/dates.ts';
import {
  gridColumns,
  type ChoiceField as AskedChoice,
  type Field,
  type TextField as AskedText,
  type TickField as AskedTick,
  type TicksField as AskedTicks,
} from '../../../shared/record/index.ts';
import {
  ChoiceField,
  DateField,
  LongTextField,
  NumberField,
  PartialDateField,
  PlaceField,
  TextField,
  TickField,
  TicksField,
  TimeField,
  YesNoField,
  type DateRange,
  type FieldWords,
} from '../ui/index.ts';
import { FieldSuggestions } from './field-suggestions.ts';
import { FieldTrail, trailOf } from './field-trail.ts';
import { FieldWarnings } from './field-warnings.ts';
import { messageOf } from './use-section-form.ts';

type Props = {
  readonly name: string;
  /** Where the answer stands in the form (`answers.userAge`). */
  readonly path: string;
  /** First and last day of the dates of this section. */
  readonly dates?: DateRange | undefined;
  /** A field of a kept thing, or a question with its number on the paper. */
  readonly question: Field & { readonly item?: string };
  readonly id: string;
  readonly control: Control;
  /** Other questions depend on this one. */
  readonly folds: boolean;
  /** The block around it says its number. */
  readonly isItemSaid?: boolean;
  readonly onAnswer: (name: string, value: unknown) => void;
};

/** One question or field, drawn by its kind. */
export const QuestionField = memo(function QuestionField(props: Props) {
  return props.question.kind === 'text' ? <TextAnswer {...props} question={props.question} /> : <Answer {...props} />;
});

function useWords({ question, id, path, isItemSaid }: Props, error: string | undefined): FieldWords {
  return {
    label: question.label,
    item: question.item,
    isItemSaid,
    short: question.short,
    columns: gridColumns(question),
    hint: question.hint,
    optional:
      question.required !== true &&
      question.optional !== false &&
      !(question.kind === 'tick' && question.mayLack !== true),
    toConfirm: question.confirmation === 'toConfirm',
    error,
    warning: use(FieldWarnings).get(path),
    onChanges: trailOf(use(FieldTrail), path),
    id,
  };
}

const nothingOffered: readonly string[] = [];

const typing = {
  phone: { inputMode: 'tel' },
  email: { inputMode: 'email', spellCheck: false },
  name: { spellCheck: false },
  code: { spellCheck: false, autoCapitalize: 'none' },
} as const;

/** Uncontrolled: typing draws nothing again. */
function TextAnswer(props: Props & { readonly question: Props['question'] & AskedText }) {
  const { path, question, control } = props;
  const { errors } = useFormState({ control, name: path });
  const input = control.register(path, { setValueAs: (text: string | null) => (text === '' ? null : text) });
  const words = useWords(props, messageOf(get(errors, path)));
  const offered = use(FieldSuggestions).get(path) ?? nothingOffered;
  if (question.lines !== undefined && question.lines > 1)
    return <LongTextField words={words} rows={question.lines} {...input} />;
  const width = question.max <= 30 ? 'medium' : 'full';
  const typed = question.of === undefined ? {} : typing[question.of];
  const list = offered.length === 0 ? undefined : `${props.id}-offered`;
  // The same tree before and after the texts are there: a field made anew would lose what was typed.
  return (
    <>
      <TextField words={words} width={width} list={list} {...typed} {...input} />
      {list !== undefined && (
        <datalist id={list}>
          {offered.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** That none was told is an answer of official forms; elsewhere, where one has to be ticked, it is none. */
const ticksOf = ({ ticks, none, required, item }: Props['question'] & AskedTicks) => ({
  ticks: Object.entries(ticks).map(([name, { label }]) => ({ name, label })),
  asksNone: item !== undefined || required !== true,
  none,
});

/** An answer of an official form can always be taken back. */
const choiceOf = ({ options, inline, required, item, mayClear }: Props['question'] & AskedChoice) => ({
  ...{ options, clearable: mayClear ?? (item !== undefined || required !== true) },
  ...(inline !== undefined && { inline }),
});

type TickProps = Omit<ComponentProps<typeof TickField>, 'onChange' | 'value'> & {
  readonly question: AskedTick;
  readonly value: boolean | null;
  readonly onChange: (value: boolean | null) => void;
};

function Tick({ question: { isQuestion, mayLack }, value, onChange, ...field }: TickProps) {
  if (isQuestion !== true) return <TickField {...field} value={value === true} onChange={onChange} />;
  const lacking = mayLack === true ? null : 0;
  const answer = value === null ? lacking : value ? 1 : 0;
  return (
    <YesNoField
      {...field}
      value={answer}
      onChange={(next) => onChange((next ?? lacking) === null ? null : next === 1)}
    />
  );
}

function Answer(props: Props) {
  const { name, path, question, control, folds, dates, onAnswer } = props;
  const { field, fieldState } = useController({ name: path, control });
  const words = useWords(props, messageOf(fieldState.error));
  const onChange = (value: unknown) => onAnswer(name, value);
  const common = { words, onChange, onBlur: field.onBlur };
  const value: unknown = field.value ?? null;
  switch (question.kind) {
    case 'yesNo':
      return <YesNoField {...common} value={value as 0 | 1 | null} />;
    case 'choice':
      return <ChoiceField {...common} {...choiceOf(question)} value={value as number | string | null} />;
    case 'tick':
      return <Tick {...common} question={question} value={value as boolean | null} />;
    case 'ticks':
      return <TicksField {...common} {...ticksOf(question)} value={value as string[] | null} />;
    case 'number':
      return (
        <NumberField
          {...common}
          value={value as number | null}
          unit={question.unit}
          commit={folds ? 'blur' : 'change'}
        />
      );
    case 'date':
      return <DateField {...common} range={dates} value={value as string | null} />;
    case 'partialDate':
      return <PartialDateField {...common} range={dates} value={value as PartialDate | string | null} />;
    case 'time':
      return <TimeField {...common} value={value as string | null} />;
    case 'place':
      return <PlaceField {...common} value={value as string | null} />;
    default:
      return null;
  }
}
