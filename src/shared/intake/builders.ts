/** Short ways to write the questions of a block of the form, keeping their exact codes and ticks in their types. */
import type {
  AskedWhen,
  ChoiceQuestion,
  Confirmation,
  DateQuestion,
  NumberQuestion,
  Option,
  PartialDateQuestion,
  PlaceQuestion,
  Questions,
  TextQuestion,
  Tick,
  TicksQuestion,
  YesNoQuestion,
} from '../record/index.ts';

/** A list of ticks as the paper has it: the official variable and the label of each. */
export function ticksOf<const Rows extends Readonly<Record<string, readonly [variable: string, label: string]>>>(
  rows: Rows,
) {
  const ticks = Object.entries(rows).map(([tick, [variable, label]]) => [tick, { variable, label }]);
  return Object.fromEntries(ticks) as {
    readonly [Name in keyof Rows]: { readonly variable: Rows[Name][0]; readonly label: Rows[Name][1] };
  };
}

/** The questions of one item of the paper, which each of them carries. */
export function block<const Asked extends Questions>(item: string, questions: Asked): Asked {
  return Object.fromEntries(
    Object.entries(questions).map(([name, question]) => [name, { ...question, item }]),
  ) as Questions as Asked;
}

/** Not required, always asked and official unless said. */
type More = {
  readonly required?: true;
  readonly askedWhen?: AskedWhen;
  readonly confirmation?: Confirmation;
  readonly hint?: string;
};

export const required = { required: true } as const;
export const toConfirm = { confirmation: 'toConfirm' } as const;

type Asking = { readonly askedWhen: AskedWhen };
export const ifIs = (question: string, ...codes: number[]): Asking => ({ askedWhen: { question, is: codes } });
export const ifYes = (question: string) => ifIs(question, 1);
export const ifNo = (question: string) => ifIs(question, 0);
export const ifOther = (question: string): Asking => ({ askedWhen: { question, ticked: 'other' } });

export type ChoiceOf<Code extends number> = Omit<ChoiceQuestion, 'options'> & {
  readonly options: readonly { readonly code: Code; readonly label: string }[];
};
export type TicksOf<Name extends string> = Omit<TicksQuestion, 'ticks'> & {
  readonly ticks: Readonly<Record<Name, Tick>>;
};

/** What every kind has; its item is said by its `block`. */
function common(label: string, { required: isRequired, confirmation = 'official', ...more }: More) {
  return { item: '', label, required: isRequired === true, confirmation, ...more };
}

export function yesNo(variable: string, label: string, more: More = {}): YesNoQuestion {
  return { kind: 'yesNo', variable, ...common(label, more) };
}

export function choice<const O extends readonly Option[]>(
  variable: string,
  label: string,
  options: O,
  more: More = {},
): ChoiceOf<O[number]['code']> {
  return { kind: 'choice', variable, options, ...common(label, more) };
}

export function ticks<Name extends string>(
  label: string,
  options: Readonly<Record<Name, Tick>>,
  more: More & { readonly none?: NoInfer<Name>; readonly opensWhen?: AskedWhen } = {},
): TicksOf<Name> {
  return { kind: 'ticks', ticks: options, ...common(label, more) };
}

/** One line of at most 80 characters unless said. */
export function text(
  variable: string,
  label: string,
  { max = 80, ...more }: More & { readonly max?: number; readonly lines?: number } = {},
): TextQuestion {
  return { kind: 'text', variable, max, ...common(label, more) };
}

export function number(
  variable: string,
  label: string,
  [min, max]: readonly [number, number],
  more: More & { readonly unit?: string } = {},
): NumberQuestion {
  return { kind: 'number', variable, min, max, ...common(label, more) };
}

/** A whole day. */
export function date(variable: string, label: string, more: More = {}): DateQuestion {
  return { kind: 'date', variable, ...common(label, more) };
}

/** `variables`: day, month, year. */
export function partialDate(
  variables: readonly [string, string, string],
  label: string,
  more: More = {},
): PartialDateQuestion {
  return { kind: 'partialDate', variables, ...common(label, more) };
}

/** `variables`: department, province, district. */
export function place(variables: readonly [string, string, string], label: string, more: More = {}): PlaceQuestion {
  return { kind: 'place', variables, ...common(label, more) };
}

/** The free text that goes with an «Otro» answer: required once «Otro» is chosen (register form §2, rule 5). */
export function detail(variable: string, label: string, when: Asking): TextQuestion {
  return { ...text(variable, label, { ...required, ...when, confirmation: 'project' }), isDetail: true };
}

/** The year of another ficha, as written on it. */
export function fichaYear(variable: string, when: Asking): NumberQuestion {
  return number(variable, 'Año de la ficha', [1999, 2199], when);
}

export function fichaNumber(variable: string, when: Asking): TextQuestion {
  return text(variable, 'Número de ficha (numérico)', { max: 10, ...when });
}

export function fichaLetter(variable: string, when: Asking): TextQuestion {
  return text(variable, 'Número de ficha (alfabético)', { max: 4, ...when });
}
