import { Fragment, useCallback, useMemo, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import {
  askedQuestions,
  ruleQuestions,
  type Answers,
  type Coded,
  type Field,
  type Fields,
} from '../../shared/record/index.ts';
import { QuestionField, type AnyForm } from '../platform/forms/index.ts';
import { QuestionGrid } from '../platform/ui/index.ts';

export type FieldChoices = Readonly<Record<string, readonly Coded[]>>;

type Props = {
  readonly fields: Fields;
  readonly form: AnyForm;
  /** Where they stand in the form: `attention.`; empty at its top. */
  readonly at?: string;
  /** A control of its own in place of what the description draws, or null for a field that is not asked now. */
  readonly given?: Readonly<Record<string, ReactNode>>;
  /** What there is to choose from where only the screen knows it; a field with nothing to choose from is not asked. */
  readonly choices?: FieldChoices;
  /** What stands before a field while it is asked. */
  readonly before?: Readonly<Record<string, ReactNode>>;
  /** What its rules rest on besides its answers. */
  readonly context?: Answers;
};

/** The fields of a description that are asked now, in its order. `showsHints`: also of a field without the focus. */
export function FormFields({ showsHints, ...props }: Props & { readonly showsHints?: boolean | undefined }) {
  return (
    <QuestionGrid showsHints={showsHints}>
      <AskedFields {...props} />
    </QuestionGrid>
  );
}

/** The same as a part of what stands around them. */
export function AskedFields({ fields, form, at = '', given = {}, choices = {}, before = {}, context = {} }: Props) {
  const { control, setValue, clearErrors } = form.untyped;
  const rules = useMemo(() => ruleQuestions(fields), [fields]);
  const read = useWatch({ control, name: rules.map((name) => `${at}${name}`) });
  const answers = Object.fromEntries(rules.map((name, index) => [name, read[index] as unknown]));
  const put = useCallback(
    (name: string, value: unknown) => {
      setValue(`${at}${name}`, value, { shouldDirty: true });
      clearErrors(`${at}${name}`);
    },
    [at, clearErrors, setValue],
  );
  const draw = (name: string, field: Field) => {
    if (name in given) return given[name];
    const options = choices[name];
    if (options?.length === 0) return null;
    const question: Field = options === undefined ? field : { ...field, kind: 'choice', options };
    const path = `${at}${name}`;
    const place = { name, path, id: form.fieldId(path), control, folds: false };
    return <QuestionField {...place} question={question} onAnswer={put} />;
  };
  return askedQuestions(fields, answers, context).map((name) => (
    <Fragment key={name}>
      {before[name]}
      {draw(name, fields[name] as Field)}
    </Fragment>
  ));
}
