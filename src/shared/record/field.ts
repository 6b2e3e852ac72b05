/** What one thing is asked: from this data come its schema, its column, its control and its words. */
import {
  civilDateSchema,
  partialDateSchema,
  timeOfDaySchema,
  type CivilDate,
  type PartialDate,
} from '../platform/dates.ts';
import { idSchema, type Id } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';

/** One answer of a list with its code: the official number, or our own word. */
export type Coded<Code extends number | string = number | string> = { readonly code: Code; readonly label: string };

/** One tick of a question with several answers; `variable` is the official column, 1 when ticked. */
export type Tick = { readonly label: string; readonly variable: string };

/** When a question is asked; data, so that the rule can be shown, tested and changed without code. */
export type AskedWhen =
  | { readonly question: string; readonly is: readonly (number | string | boolean)[] }
  | { readonly question: string; readonly isNot: readonly (number | string | boolean)[] }
  | { readonly question: string; readonly atLeast: number }
  | { readonly question: string; readonly ticked: string }
  /** Asked, and that answer is not among the ticks; a question that was not asked makes it not hold. */
  | { readonly question: string; readonly notTicked: string }
  | { readonly all: readonly AskedWhen[] }
  | { readonly any: readonly AskedWhen[] };

/** How sure the words of a question are. */
export const confirmationLabels = {
  official: 'Confirmado con el texto oficial',
  secondary: 'Fuente secundaria',
  toConfirm: 'Por confirmar',
  project: 'Criterio del programa',
} as const;
export type Confirmation = keyof typeof confirmationLabels;

type Common = {
  readonly label: string;
  readonly confirmation?: Confirmation;
  readonly hint?: string;
  /** Fewer words on the screen of who asks it every day; papers and screen readers keep the label. */
  readonly short?: string;
  /** Of the twelve columns of a form, where its kind does not say it. */
  readonly columns?: 2 | 3 | 4 | 5 | 6 | 8 | 12;
  /** Of a kept thing: it is not saved without it. Of a question: the section is not complete without it. */
  readonly required?: boolean;
  /** Not called optional, for a rule of the record may ask for it: this one or another. */
  readonly optional?: false;
  /** What is said while a required answer lacks; without it, that it lacks. */
  readonly missing?: string;
  readonly askedWhen?: AskedWhen;
  /** Its column where it is not the name in snake case. */
  readonly column?: string;
};

export type ChoiceField<Code extends number | string = number | string> = Common & {
  readonly kind: 'choice';
  readonly options: readonly Coded<Code>[];
  /** Few short answers, side by side. */
  readonly inline?: boolean;
  /** Can be taken back though it is required. */
  readonly mayClear?: true;
};
/** 0 = No, 1 = Sí, null = not asked. */
export type YesNoField = Common & { readonly kind: 'yesNo' };
/** True or false: not ticked is No. */
export type TickField = Common & {
  readonly kind: 'tick';
  /** Asked with its Sí and No instead of a box; `mayLack`: null while it was not answered. */
  readonly isQuestion?: boolean;
  readonly mayLack?: boolean;
};
/** Names another record, chosen from a list or with a control that the screen gives. */
export type IdField<Brand extends string = string> = Common & { readonly kind: 'id'; readonly brand: Brand };
export type TicksField = Common & {
  readonly kind: 'ticks';
  readonly ticks: Readonly<Record<string, Tick>>;
  /** The tick that excludes all others («Ninguno»). */
  readonly none?: string;
  /** Stands open then; else it is one line that opens it, for it may always be answered. */
  readonly opensWhen?: AskedWhen;
};
export type TextField = Common & {
  readonly kind: 'text';
  readonly max: number;
  readonly lines?: number;
  /** The words of an «Otro»: what the centre often writes there is offered. */
  readonly isDetail?: boolean;
  readonly letters?: 'capital' | 'small';
  /** Kept as one line: white space within it is one space. */
  readonly isLine?: boolean;
  /** A number to call, an address to write to, a name, or words that are no language: keyboard and spelling follow. */
  readonly of?: 'phone' | 'email' | 'name' | 'code';
  readonly check?: { readonly isRight: (text: string) => boolean; readonly words: string };
};
export type NumberField = Common & {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly unit?: string;
};
export type DateField = Common & { readonly kind: 'date' };
export type PartialDateField = Common & { readonly kind: 'partialDate' };
export type TimeField = Common & { readonly kind: 'time' };
/** INEI district code, six digits as text; `999999` is another country. */
export type PlaceField = Common & { readonly kind: 'place' };

export type Field =
  | ChoiceField
  | YesNoField
  | TickField
  | IdField
  | TicksField
  | TextField
  | NumberField
  | DateField
  | PartialDateField
  | TimeField
  | PlaceField;

export type Fields = Readonly<Record<string, Field>>;

/** What a field holds once it is answered. */
export type ValueOf<F extends Field> = F extends { readonly options: readonly Coded<infer Code>[] }
  ? Code
  : F extends YesNoField
    ? 0 | 1
    : F extends TickField
      ? boolean
      : F extends { readonly ticks: infer Ticks }
        ? (keyof Ticks & string)[]
        : F extends NumberField
          ? number
          : F extends PartialDateField
            ? PartialDate
            : F extends DateField
              ? CivilDate
              : F extends IdField<infer Brand>
                ? Id<Brand>
                : string;

export const placeSchema = z.string().regex(/^\d{6}$/, { error: 'Elija un distrito de la lista.' });

/** Of the kinds that have no more to say than what they are. */
const plainSchemas = {
  ...{ yesNo: z.literal([0, 1]), tick: z.boolean(), place: placeSchema },
  ...{ date: civilDateSchema, partialDate: partialDateSchema, time: timeOfDaySchema },
};

/** The schema of an answer that was given. */
export function valueSchema(field: Field): z.ZodType {
  const { missing: error } = field;
  if (error === undefined) return ownSchema(field);
  return z
    .unknown()
    .refine((value) => (value ?? '') !== '', { error })
    .pipe(ownSchema(field));
}

function inLetters(text: string, letters: TextField['letters']): string {
  if (letters === undefined) return text;
  return letters === 'capital' ? text.toUpperCase() : text.toLowerCase();
}

function ownSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'choice':
      return z.literal(field.options.map(({ code }) => code));
    case 'ticks':
      return z
        .array(z.enum(Object.keys(field.ticks)))
        .refine((ticked) => new Set(ticked).size === ticked.length, { error: 'Hay respuestas repetidas.' })
        .refine((ticked) => field.none === undefined || !ticked.includes(field.none) || ticked.length === 1, {
          error: '«Ninguno» no va con otras respuestas.',
        });
    case 'text': {
      const { max, check, isLine, letters } = field;
      const inLine = (kept: string) => (isLine === true ? kept.replace(/\s+/g, ' ') : kept);
      const text = cleanedText(max).transform((kept) => inLine(inLetters(kept, letters)));
      return check === undefined ? text : text.refine(check.isRight, { error: check.words });
    }
    case 'number':
      return z.int().min(field.min).max(field.max);
    case 'id':
      return idSchema(field.brand);
    default:
      return plainSchemas[field.kind];
  }
}

/** The schema of a value whose type was made from the very data that the schema is made from. */
export const schemaOf = <Value, Given = Value>(schema: z.ZodType): z.ZodType<Value, Given> =>
  schema as unknown as z.ZodType<Value, Given>;
