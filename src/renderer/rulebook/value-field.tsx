import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { RuleField } from '../../shared/rulebook/index.ts';
import { type AnyForm, Controlled, TextControl, TickControl } from '../platform/forms/index.ts';
import { ChoiceField, DateField, NumberField, SearchField, TextField, type FieldWords } from '../platform/ui/index.ts';

/** Choices beyond this are searched instead of listed. */
const mostListed = 7;
/** So few stand beside each other. */
const mostInLine = 4;

/** The control of one part of a value, as its table describes it. */
export function ValueField({ form, field }: { readonly form: AnyForm; readonly field: RuleField }) {
  const name = `value.${field.name}`;
  const words = { label: field.label, hint: field.hint, optional: field.optional };
  if (field.kind === 'yesNo') {
    const own = field.hint === undefined ? { label: field.label } : { label: field.label, hint: field.hint };
    return <TickControl form={form} name={name} {...own} />;
  }
  if (field.kind === 'text' || field.kind === 'longText') {
    const lines = field.kind === 'longText' ? { lines: 4 } : {};
    return <TextControl form={form} name={name} nullable={field.optional === true} {...words} {...lines} />;
  }
  return (
    <Controlled form={form} name={name} {...words}>
      {(drawn) => <Typed field={field} drawn={drawn} />}
    </Controlled>
  );
}

type Drawn = Parameters<Parameters<typeof Controlled<FieldValues>>[0]['children']>[0];

function Typed({ field, drawn }: { readonly field: RuleField; readonly drawn: Drawn }) {
  const { value, ...rest } = drawn;
  if (field.kind === 'number')
    return <NumberField {...rest} unit={field.unit} value={value as number | string | null} />;
  if (field.kind === 'date') return <DateField {...rest} value={value as string | null} />;
  if (field.kind === 'numbers') return <NumbersField {...rest} value={value} />;
  const options = field.options ?? [];
  if (options.length > mostListed) return <SearchField {...rest} options={options} value={value as string | null} />;
  const inline = options.length <= mostInLine;
  return <ChoiceField {...rest} inline={inline} options={options} value={value as string | null} />;
}

type NumbersProps = {
  readonly words: FieldWords;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onBlur: () => void;
};

/** «1, 3, 5»: a text that is no list of numbers stays as typed, and the schema says so. */
function NumbersField({ words, value, onChange, onBlur }: NumbersProps) {
  const [text, setText] = useState(Array.isArray(value) ? value.join(', ') : '');
  return (
    <TextField
      words={words}
      inputMode="numeric"
      width="medium"
      value={text}
      onBlur={onBlur}
      onChange={(event) => {
        setText(event.target.value);
        const parts = event.target.value
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== '');
        onChange(parts.every((part) => /^\d{1,4}$/.test(part)) ? parts.map(Number) : event.target.value);
      }}
    />
  );
}
