import type { Ref } from 'react';
import { instanceLabels } from '../../shared/filings/index.ts';
import type { FieldIssue } from '../../shared/platform/failures.ts';
import { ChoiceField, DateField, NumberField, optionsOf, TextField, TimeField } from '../platform/ui/index.ts';
import { instanceOf, issueAt, type CargoDraft } from './presenting-cargo.ts';
import css from './presenting.module.css';

type Props = {
  /** Prefix of the ids of the fields. */
  readonly id: string;
  readonly draft: CargoDraft;
  readonly issues: readonly FieldIssue[];
  readonly desks: readonly string[];
  readonly onChange: (draft: CargoDraft) => void;
  readonly entryRef?: Ref<HTMLInputElement>;
};

/** Date, hour, desk, before whom, entry number, folios: the cargo as it is stamped. */
export function CargoFields({ id, draft, issues, desks, onChange, entryRef }: Props) {
  const change = (part: Partial<CargoDraft>) => {
    onChange({ ...draft, ...part });
  };
  const at = (name: string) => ({ id: `${id}-${name}`, error: issueAt(issues, name) });
  return (
    <div className={css.fields}>
      <DateField
        words={{ label: 'Fecha', ...at('presentedOn') }}
        value={draft.presentedOn}
        onChange={(presentedOn) => {
          change({ presentedOn });
        }}
      />
      <TimeField
        words={{ label: 'Hora', ...at('presentedTime') }}
        value={draft.presentedTime}
        onChange={(presentedTime) => {
          change({ presentedTime });
        }}
      />
      <div className={css.wide}>
        <TextField
          words={{ label: 'Mesa de partes', ...at('desk') }}
          list={`${id}-desks`}
          maxLength={200}
          value={draft.desk}
          onChange={(event) => {
            const desk = event.target.value;
            change({ desk, instance: instanceOf(desk) ?? draft.instance });
          }}
        />
        <datalist id={`${id}-desks`}>
          {desks.map((desk) => (
            <option key={desk} value={desk} />
          ))}
        </datalist>
      </div>
      <ChoiceField
        words={{ label: 'Ante quién', ...at('instance') }}
        options={optionsOf(instanceLabels)}
        value={draft.instance}
        onChange={(instance) => {
          change({ instance });
        }}
      />
      <TextField
        words={{ label: 'N.º de ingreso', ...at('entryNumber') }}
        ref={entryRef}
        maxLength={60}
        value={draft.entryNumber}
        onChange={(event) => {
          change({ entryNumber: event.target.value });
        }}
      />
      <NumberField
        words={{ label: 'Folios', ...at('folios') }}
        value={draft.folios}
        onChange={(folios) => {
          change({ folios });
        }}
      />
    </div>
  );
}
