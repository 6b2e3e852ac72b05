import { useState, type Ref } from 'react';
import { instanceLabels, instanceOfKind } from '../../shared/filings/index.ts';
import type { FieldIssue } from '../../shared/platform/failures.ts';
import { DirectoryField } from '../directory/index.ts';
import {
  ChoiceField,
  DateField,
  NumberField,
  optionsOf,
  TextField,
  TimeField,
  usePlaceName,
} from '../platform/ui/index.ts';
import { deskLimits, deskWords, instanceOf, issueAt, type CargoDraft } from './presenting-cargo.ts';
import css from './presenting.module.css';

type Props = {
  /** Prefix of the ids of the fields. */
  readonly id: string;
  readonly draft: CargoDraft;
  readonly issues: readonly FieldIssue[];
  readonly desks: readonly string[];
  readonly onChange: (draft: CargoDraft) => void;
  /** Offers the directory above the desk; a list of many cargos leaves it out: there the desk comes from the writ. */
  readonly hasDirectory?: boolean;
  readonly entryRef?: Ref<HTMLInputElement>;
};

/** Date, hour, desk, before whom, entry number, folios: the cargo as it is stamped. */
export function CargoFields({ hasDirectory = false, id, draft, issues, desks, onChange, entryRef }: Props) {
  const placeName = usePlaceName();
  const [limits, setLimits] = useState<string | null>(null);
  const change = (part: Partial<CargoDraft>) => onChange({ ...draft, ...part });
  const at = (name: string) => ({ id: `${id}-${name}`, error: issueAt(issues, name) });
  return (
    <div className={css.fields}>
      <DateField
        words={{ label: 'Fecha', ...at('presentedOn') }}
        value={draft.presentedOn}
        onChange={(presentedOn) => change({ presentedOn })}
      />
      <TimeField
        words={{ label: 'Hora', ...at('presentedTime') }}
        value={draft.presentedTime}
        onChange={(presentedTime) => change({ presentedTime })}
      />
      {hasDirectory && (
        <div className={css.wide}>
          <DirectoryField
            words={{
              label: 'Mesa de partes del directorio',
              id: `${id}-authority`,
              optional: true,
              warning: limits ?? undefined,
            }}
            value={draft.authorityId}
            onChange={(authorityId, authority) => {
              setLimits(authority === null ? null : deskLimits(authority));
              const place = placeName(authority?.districtCode ?? null);
              change(
                authority === null
                  ? { authorityId }
                  : { authorityId, desk: deskWords(authority, place), instance: instanceOfKind(authority.kind) },
              );
            }}
          />
        </div>
      )}
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
      <div className={css.line}>
        <ChoiceField
          inline
          words={{ label: 'Ante quién', ...at('instance') }}
          options={optionsOf(instanceLabels)}
          value={draft.instance}
          onChange={(instance) => change({ instance })}
        />
      </div>
      <TextField
        words={{ label: 'N.º de ingreso', ...at('entryNumber') }}
        ref={entryRef}
        maxLength={60}
        value={draft.entryNumber}
        onChange={(event) => change({ entryNumber: event.target.value })}
      />
      <NumberField
        words={{ label: 'Folios', ...at('folios') }}
        value={draft.folios}
        onChange={(folios) => change({ folios })}
      />
    </div>
  );
}
