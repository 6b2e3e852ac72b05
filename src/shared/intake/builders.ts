/** Short ways to write one question of the form, keeping the exact codes and ticks in its type. */
import type {
  AskedWhen,
  ChoiceQuestion,
  Confirmation,
  DateQuestion,
  NumberQuestion,
  Option,
  PartialDateQuestion,
  PlaceQuestion,
  TextQuestion,
  Tick,
  TicksQuestion,
  YesNoQuestion,
} from '../record/index.ts';

type Common = Pick<
  YesNoQuestion,
  'item' | 'label' | 'required' | 'confirmation' | 'hint' | 'askedWhen' | 'short' | 'columns'
>;

/** A list of ticks as the paper has it: the official variable and the label of each. */
export function ticksOf<const Rows extends Readonly<Record<string, readonly [variable: string, label: string]>>>(
  rows: Rows,
) {
  const ticks = Object.entries(rows).map(([tick, [variable, label]]) => [tick, { variable, label }]);
  return Object.fromEntries(ticks) as {
    readonly [Name in keyof Rows]: { readonly variable: Rows[Name][0]; readonly label: Rows[Name][1] };
  };
}

/** Not required, always asked and official unless said. */
type More = {
  readonly required?: true;
  readonly askedWhen?: AskedWhen;
  readonly confirmation?: Confirmation;
  readonly hint?: string;
  readonly short?: string;
  readonly columns?: Common['columns'];
};

export type ChoiceOf<Code extends number> = Omit<ChoiceQuestion, 'options'> & {
  readonly options: readonly { readonly code: Code; readonly label: string }[];
};
export type TicksOf<Name extends string> = Omit<TicksQuestion, 'ticks'> & {
  readonly ticks: Readonly<Record<Name, Tick>>;
};

function common(item: string, label: string, more: More): Common {
  return {
    item,
    label,
    required: more.required ?? false,
    confirmation: more.confirmation ?? 'official',
    ...(more.hint === undefined ? {} : { hint: more.hint }),
    ...(more.askedWhen === undefined ? {} : { askedWhen: more.askedWhen }),
    ...(more.short === undefined ? {} : { short: more.short }),
    ...(more.columns === undefined ? {} : { columns: more.columns }),
  };
}

export function yesNo(item: string, variable: string, label: string, more: More = {}): YesNoQuestion {
  return { kind: 'yesNo', variable, ...common(item, label, more) };
}

export function choice<const O extends readonly Option[]>(
  item: string,
  variable: string,
  label: string,
  more: More & { readonly options: O },
): ChoiceOf<O[number]['code']> {
  return { kind: 'choice', variable, options: more.options, ...common(item, label, more) };
}

export function ticks<Name extends string>(
  item: string,
  label: string,
  options: Readonly<Record<Name, Tick>>,
  more: More & { readonly none?: NoInfer<Name>; readonly opensWhen?: AskedWhen } = {},
): TicksOf<Name> {
  return {
    kind: 'ticks',
    ticks: options,
    ...(more.none === undefined ? {} : { none: more.none }),
    ...(more.opensWhen === undefined ? {} : { opensWhen: more.opensWhen }),
    ...common(item, label, more),
  };
}

/** One line of at most 80 characters unless said. */
export function text(
  item: string,
  variable: string,
  label: string,
  more: More & { readonly max?: number; readonly lines?: number } = {},
): TextQuestion {
  return {
    kind: 'text',
    variable,
    max: more.max ?? 80,
    ...(more.lines === undefined ? {} : { lines: more.lines }),
    ...common(item, label, more),
  };
}

export function number(
  item: string,
  variable: string,
  label: string,
  more: More & { readonly min: number; readonly max: number; readonly unit?: string },
): NumberQuestion {
  const { min, max, unit } = more;
  return { kind: 'number', variable, min, max, ...(unit === undefined ? {} : { unit }), ...common(item, label, more) };
}

/** A whole day. */
export function date(item: string, variable: string, label: string, more: More = {}): DateQuestion {
  return { kind: 'date', variable, ...common(item, label, more) };
}

/** `variables`: day, month, year. */
export function partialDate(
  item: string,
  variables: readonly [string, string, string],
  label: string,
  more: More = {},
): PartialDateQuestion {
  return { kind: 'partialDate', variables, ...common(item, label, more) };
}

/** `variables`: department, province, district. */
export function place(
  item: string,
  variables: readonly [string, string, string],
  label: string,
  more: More = {},
): PlaceQuestion {
  return { kind: 'place', variables, ...common(item, label, more) };
}

/** The free text that goes with an «Otro» answer: required once «Otro» is chosen (register form §2, rule 5). */
export function detail(item: string, variable: string, label: string, askedWhen: AskedWhen): TextQuestion {
  return { ...text(item, variable, label, { required: true, askedWhen, confirmation: 'project' }), isDetail: true };
}

/** The year of another ficha, as written on it. */
export function fichaYear(item: string, variable: string, askedWhen: AskedWhen): NumberQuestion {
  return number(item, variable, 'Año de la ficha', { min: 1999, max: 2199, askedWhen });
}

export function fichaNumber(item: string, variable: string, askedWhen: AskedWhen): TextQuestion {
  return text(item, variable, 'Número de ficha (numérico)', { max: 10, askedWhen });
}

export function fichaLetter(item: string, variable: string, askedWhen: AskedWhen): TextQuestion {
  return text(item, variable, 'Número de ficha (alfabético)', { max: 4, askedWhen });
}
