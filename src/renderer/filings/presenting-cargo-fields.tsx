import { useState } from 'react';
import { instanceLabels, instanceOfKind } from '../../shared/filings/index.ts';
import type { FieldIssue } from '../../shared/platform/failures.ts';
import { DirectoryField } from '../directory/index.ts';
import {
  ChoiceField,
  type FieldWords,
  DateField,
  NumberField,
  optionsOf,
  QuestionGrid,
  TextField,
  TimeField,
  usePlaceName,
} from '../platform/ui/index.ts';
import { deskLimits, deskWords, foliosWarning, instanceOf, issueAt, type CargoDraft } from './presenting-cargo.ts';

type Props = {
  readonly draft: CargoDraft;
  readonly pages: number;
  readonly issues: readonly FieldIssue[];
  readonly onChange: (draft: CargoDraft) => void;
};

export type CargoField = 'desk' | 'instance' | 'presentedOn' | 'presentedTime' | 'entryNumber' | 'folios';

type ControlsProps = Pick<Props, 'draft' | 'pages'> & {
  /** What the field of that name says of itself besides its label. */
  readonly at: (name: CargoField) => Omit<FieldWords, 'label'>;
  readonly onChange: (part: Partial<CargoDraft>) => void;
};

/** What is asked of a cargo besides its desk. */
export function cargoControls({ draft, pages, at, onChange }: ControlsProps) {
  return {
    instance: (
      <ChoiceField
        inline
        words={{ label: 'Ante quién', ...at('instance') }}
        options={optionsOf(instanceLabels)}
        value={draft.instance}
        onChange={(instance) => onChange({ instance })}
      />
    ),
    day: (
      <DateField
        words={{ label: 'Fecha', ...at('presentedOn') }}
        value={draft.presentedOn}
        onChange={(presentedOn) => onChange({ presentedOn })}
      />
    ),
    time: (
      <TimeField
        words={{ label: 'Hora', ...at('presentedTime') }}
        value={draft.presentedTime}
        onChange={(presentedTime) => onChange({ presentedTime })}
      />
    ),
    entry: (
      <TextField
        words={{ label: 'N.º de ingreso', ...at('entryNumber') }}
        maxLength={60}
        value={draft.entryNumber}
        onChange={(event) => onChange({ entryNumber: event.target.value })}
      />
    ),
    folios: (
      <NumberField
        words={{ label: 'Folios', warning: foliosWarning(draft, pages), ...at('folios') }}
        value={draft.folios}
        onChange={(folios) => onChange({ folios })}
      />
    ),
  };
}

const columns: Partial<Record<CargoField, FieldWords['columns']>> = {
  ...{ desk: 6, presentedOn: 3, presentedTime: 2, entryNumber: 4, folios: 3 },
};

/** Date, hour, desk, before whom, entry number, folios: the cargo as it is stamped. */
export function CargoFields({ draft, pages, issues, onChange }: Props) {
  const placeName = usePlaceName();
  const [limits, setLimits] = useState<string | null>(null);
  const change = (part: Partial<CargoDraft>) => onChange({ ...draft, ...part });
  const at = (name: CargoField) => ({
    ...{ id: `cargo-${name}`, error: issueAt(issues, name), columns: columns[name] },
  });
  const { instance, day, time, entry, folios } = cargoControls({ draft, pages, at, onChange: change });
  return (
    <QuestionGrid>
      <DirectoryField
        words={{
          label: 'Mesa de partes del directorio',
          id: 'cargo-authority',
          optional: true,
          columns: 6,
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
      <TextField
        words={{ label: 'Mesa de partes', ...at('desk') }}
        maxLength={200}
        value={draft.desk}
        onChange={(event) => {
          const desk = event.target.value;
          change({ desk, instance: instanceOf(desk) ?? draft.instance });
        }}
      />
      {instance}
      {day}
      {time}
      {entry}
      {folios}
    </QuestionGrid>
  );
}
