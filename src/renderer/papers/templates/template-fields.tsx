import { useState } from 'react';
import { markupHelp, templateFilters, type FieldLine } from '../../../shared/papers/index.ts';
import {
  PlainButton,
  Facts,
  type Fact,
  DataTable,
  StateBadge,
  TextField,
  type Column,
} from '../../platform/ui/index.ts';
import css from './templates.module.css';
import { fold } from '../../../shared/platform/text.ts';

const kindWords = {
  text: 'Texto',
  flag: 'Sí o no: solo para condiciones',
  list: 'Lista: se recorre fila por fila',
  block: 'Parte entera: va sola en su línea',
} as const satisfies Record<FieldLine['kind'], string>;

const weightWords = { required: 'Obligatorio', recommended: 'Recomendado', optional: 'Opcional' } as const;

function usage({ path, kind, parts }: FieldLine): string {
  if (kind === 'flag') return `{% if ${path} %}…{% endif %}`;
  if (kind === 'list') return `{% for fila in ${path} %}\n- {{ fila.${parts[0] ?? 'texto'} }}\n{% endfor %}`;
  return `{{ ${path} }}`;
}

export type Phrase = { readonly id: string; readonly title: string; readonly text: string };

type Props = {
  readonly lines: readonly FieldLine[];
  readonly phrases?: readonly Phrase[];
  readonly onInsert: (words: string) => void;
};

function phraseColumns(onInsert: Props['onInsert']): readonly Column<Phrase>[] {
  return [
    { title: 'Cláusula', cell: ({ title }) => title },
    { title: 'Texto', cell: ({ text }) => text },
    {
      title: 'Poner',
      cell: ({ title, text }) => (
        <PlainButton small aria-label={`Poner cláusula: ${title}`} onClick={() => onInsert(text)}>
          Poner
        </PlainButton>
      ),
    },
  ];
}

/** Everything a text of this kind may name, and the marks of the text. */
export function TemplateFields({ lines, phrases = [], onInsert }: Props) {
  const [text, setText] = useState('');
  const shown = lines.filter(({ path, label }) => fold(`${path} ${label}`).includes(fold(text)));
  const columns: readonly Column<FieldLine>[] = [
    { title: 'Dato', cell: ({ path }) => <code>{path}</code> },
    { title: 'Qué es', cell: ({ label }) => label },
    {
      title: 'Cómo se usa',
      cell: ({ kind, parts }) => (parts.length === 0 ? kindWords[kind] : `${kindWords[kind]} (${parts.join(', ')})`),
    },
    {
      title: 'En este documento',
      cell: ({ weight }) => (
        <StateBadge tone={weight === 'required' ? 'accent' : 'neutral'}>{weightWords[weight]}</StateBadge>
      ),
    },
    {
      title: 'Poner',
      cell: (line) => (
        <PlainButton small aria-label={`Poner ${line.path}`} onClick={() => onInsert(usage(line))}>
          Poner
        </PlainButton>
      ),
    },
  ];
  return (
    <>
      <details className={css.help}>
        <summary>Marcas del texto</summary>
        <Facts
          of={[
            ...markupHelp.map(({ mark, meaning }) => markOf(mark, meaning)),
            ...Object.entries(templateFilters).map(([filter, meaning]) => markOf(`{{ dato | ${filter} }}`, meaning)),
            markOf('{% if dato %}…{% else %}…{% endif %}', 'se imprime solo si el dato se conoce'),
          ]}
        />
      </details>
      <details className={css.help}>
        <summary>Datos que se pueden usar ({lines.length})</summary>
        <TextField
          words={{ label: 'Buscar un dato', optional: true }}
          width="medium"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <DataTable caption={`Datos: ${shown.length}`} columns={columns} rows={shown} keyOf={({ path }) => path} />
      </details>
      {phrases.length > 0 && (
        <details className={css.help}>
          <summary>Cláusulas del banco ({phrases.length})</summary>
          <DataTable caption={`Cláusulas: ${phrases.length}`} columns={phraseColumns(onInsert)} rows={phrases} />
        </details>
      )}
    </>
  );
}

const markOf = (mark: string, meaning: string): Fact => [<code>{mark}</code>, meaning];
