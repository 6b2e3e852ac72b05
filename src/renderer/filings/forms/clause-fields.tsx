import { useState } from 'react';
import type { KindDefinition } from '../../../shared/filings/index.ts';
import type { SectionForm } from '../../platform/forms/index.ts';
import { ChoiceField, Panel, SearchField } from '../../platform/ui/index.ts';
import type { Clause } from '../own/clauses.ts';
import type { FilingDraft } from './filing-draft.ts';

type FieldProps = {
  readonly label: string;
  readonly clauses: readonly Clause[];
  readonly onChoose: (text: string) => void;
};

/** A clause of the bank, found by typing; Enter puts it. */
export function ClauseField({ label, clauses, onChoose }: FieldProps) {
  return (
    <SearchField
      words={{ label, optional: true, hint: 'Escriba o baje con la flecha; Enter la pone y se puede cambiar.' }}
      options={clauses.map(({ id, title }) => ({ code: id, label: title }))}
      value={null}
      width="full"
      onChange={(chosen) => {
        const clause = clauses.find(({ id }) => id === chosen);
        if (clause !== undefined) onChoose(clause.text);
      }}
    />
  );
}

type Props = {
  readonly form: SectionForm<FilingDraft>;
  readonly section: KindDefinition['form'];
  readonly clauses: readonly Clause[];
};

/** Puts a clause behind what stands in a text of the form. */
export function ClauseIntoAnswer({ form, section, clauses }: Props) {
  const texts = Object.entries(section.questions).map(([code, { label }]) => ({ code, label }));
  const [chosen, setChosen] = useState<string | null>(null);
  const target = chosen ?? texts[0]?.code;
  if (target === undefined || clauses.length === 0) return null;
  const put = (words: string) => {
    const name = `answers.${target}` as const;
    const before = form.getValues(name);
    const text = typeof before === 'string' && before.trim() !== '' ? `${before.trim()} ${words}` : words;
    form.setValue(name, text, { shouldDirty: true, shouldTouch: true });
    setTimeout(() => document.getElementById(form.fieldId(name))?.focus());
  };
  return (
    <Panel title="Cláusulas del banco">
      {texts.length > 1 && (
        <ChoiceField
          words={{ label: 'En qué texto', id: 'clause-into' }}
          options={texts}
          value={target}
          onChange={setChosen}
        />
      )}
      <ClauseField label="Poner una cláusula" clauses={clauses} onChoose={put} />
    </Panel>
  );
}
