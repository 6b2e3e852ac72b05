import { fileAreaLabels, fileKindLabels, type FileArea, type FileFacts } from '../../shared/attachments/index.ts';
import type { FieldIssue } from '../../shared/platform/failures.ts';
import { look, ChoiceField, optionsOf, TextField } from '../platform/ui/index.ts';

/** What is typed of a file before it is complete. */
export type FactsDraft = {
  readonly kind: FileFacts['kind'] | null;
  readonly area: FileArea | null;
  readonly description: string;
  readonly receivedFrom: string;
};

export function draftOf(facts: FileFacts): FactsDraft {
  return { ...facts, receivedFrom: facts.receivedFrom ?? '' };
}

export const factsOf = ({ receivedFrom, ...draft }: FactsDraft) => ({
  ...draft,
  receivedFrom: receivedFrom.trim() === '' ? null : receivedFrom,
});

type Props = {
  readonly id: string;
  readonly draft: FactsDraft;
  readonly areas: readonly FileArea[];
  readonly issues: readonly FieldIssue[];
  readonly onChange: (draft: FactsDraft) => void;
};

export function FactsFields({ id, draft, areas, issues, onChange }: Props) {
  const errorOf = (name: string) => issues.find(({ path }) => path === name || path.endsWith(`.${name}`))?.message;
  const change = (part: Partial<FactsDraft>) => onChange({ ...draft, ...part });
  return (
    <>
      <div className={look.gridFields}>
        <ChoiceField
          words={{ label: 'Qué es', id: `${id}-kind`, error: errorOf('kind') }}
          options={optionsOf(fileKindLabels)}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
        <ChoiceField
          words={{ label: 'De qué área', hint: 'Quién más lo verá.', id: `${id}-area`, error: errorOf('area') }}
          options={optionsOf(fileAreaLabels).filter(({ code }) => areas.includes(code))}
          value={draft.area}
          onChange={(area) => change({ area })}
        />
      </div>
      <TextField
        words={{
          label: 'Descripción',
          hint: 'Una línea que lo distinga.',
          id: `${id}-description`,
          error: errorOf('description'),
        }}
        maxLength={300}
        value={draft.description}
        onChange={(event) => change({ description: event.target.value })}
      />
      <TextField
        words={{ label: 'Quién lo entregó', optional: true, id: `${id}-from`, error: errorOf('receivedFrom') }}
        maxLength={120}
        value={draft.receivedFrom}
        onChange={(event) => change({ receivedFrom: event.target.value })}
      />
    </>
  );
}
