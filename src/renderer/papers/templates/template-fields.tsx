import { Button } from '@mantine/core';
import { useState } from 'react';
import { markupHelp, templateFilters, type FieldLine } from '../../../shared/papers/index.ts';
import { DataTable, StateBadge, TextField, type Column } from '../../platform/ui/index.ts';
import css from './templates.module.css';
import { fold } from '../../../shared/platform/text.ts';

const kindWords = {
  text: 'Texto',
  flag: 'Sí o no: solo para condiciones',
  list: 'Lista: se recorre fila por fila',
  block: 'Parte entera: va sola en su línea',
} as const satisfies Record<FieldLine['kind'], string>;

const weightWords = { required: 'Obligatorio', recommended: 'Recomendado', optional: 'Opcional' } as const;

/** What is put into the text for a field. */
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
    { id: 'title', title: 'Cláusula', cell: ({ title }) => title },
    { id: 'text', title: 'Texto', cell: ({ text }) => text },
    {
      id: 'insert',
      title: 'Poner',
      cell: ({ title, text }) => (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Poner cláusula: ${title}`}
          onClick={() => onInsert(text)}
        >
          Poner
        </Button>
      ),
    },
  ];
}

/** Everything a text of this kind may name, and the marks of the text. */
export function TemplateFields({ lines, phrases = [], onInsert }: Props) {
  const [text, setText] = useState('');
  const shown = lines.filter(({ path, label }) => fold(`${path} ${label}`).includes(fold(text)));
  const columns: readonly Column<FieldLine>[] = [
    { id: 'path', title: 'Dato', cell: ({ path }) => <code>{path}</code> },
    { id: 'label', title: 'Qué es', cell: ({ label }) => label },
    {
      id: 'kind',
      title: 'Cómo se usa',
      cell: ({ kind, parts }) => (parts.length === 0 ? kindWords[kind] : `${kindWords[kind]} (${parts.join(', ')})`),
    },
    {
      id: 'weight',
      title: 'En este documento',
      cell: ({ weight }) => (
        <StateBadge tone={weight === 'required' ? 'accent' : 'neutral'}>{weightWords[weight]}</StateBadge>
      ),
    },
    {
      id: 'insert',
      title: 'Poner',
      cell: (line) => (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Poner ${line.path}`}
          onClick={() => onInsert(usage(line))}
        >
          Poner
        </Button>
      ),
    },
  ];
  return (
    <>
      <details className={css.help}>
        <summary>Marcas del texto</summary>
        <dl className={css.marks}>
          {markupHelp.map(({ mark, meaning }) => (
            <Mark key={mark} mark={mark} meaning={meaning} />
          ))}
          {Object.entries(templateFilters).map(([filter, meaning]) => (
            <Mark key={filter} mark={`{{ dato | ${filter} }}`} meaning={meaning} />
          ))}
          <Mark mark="{% if dato %}…{% else %}…{% endif %}" meaning="se imprime solo si el dato se conoce" />
        </dl>
      </details>
      <details className={css.help}>
        <summary>Datos que se pueden usar ({lines.length})</summary>
        <TextField
          words={{ label: 'Buscar un dato' }}
          width="medium"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <DataTable caption={`Datos: ${shown.length}`} columns={columns} rows={shown} keyOf={({ path }) => path} />
      </details>
      {phrases.length > 0 && (
        <details className={css.help}>
          <summary>Cláusulas del banco ({phrases.length})</summary>
          <DataTable
            caption={`Cláusulas: ${phrases.length}`}
            columns={phraseColumns(onInsert)}
            rows={phrases}
            keyOf={({ id }) => id}
          />
        </details>
      )}
    </>
  );
}

function Mark({ mark, meaning }: { readonly mark: string; readonly meaning: string }) {
  return (
    <>
      <dt>
        <code>{mark}</code>
      </dt>
      <dd>{meaning}</dd>
    </>
  );
}
