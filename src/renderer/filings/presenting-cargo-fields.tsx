import { useState } from 'react';
import { instanceLabels, instanceOfKind } from '../../shared/filings/index.ts';
import type { FieldIssue } from '../../shared/platform/failures.ts';
import { DirectoryField } from '../directory/index.ts';
import {
  ChoiceField,
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
  /** Prefix of the ids of the fields. */
  readonly id: string;
  readonly draft: CargoDraft;
  readonly pages: number;
  readonly issues: readonly FieldIssue[];
  readonly onChange: (draft: CargoDraft) => void;
};

/** Date, hour, desk, before whom, entry number, folios: the cargo as it is stamped. */
export function CargoFields({ id, draft, pages, issues, onChange }: Props) {
  const placeName = usePlaceName();
  const [limits, setLimits] = useState<string | null>(null);
  const change = (part: Partial<CargoDraft>) => onChange({ ...draft, ...part });
  const at = (name: string) => ({ id: `${id}-${name}`, error: issueAt(issues, name) });
  return (
    <QuestionGrid>
      <DirectoryField
        words={{
          label: 'Mesa de partes del directorio',
          id: `${id}-authority`,
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
        words={{ label: 'Mesa de partes', columns: 6, ...at('desk') }}
        maxLength={200}
        value={draft.desk}
        onChange={(event) => {
          const desk = event.target.value;
          change({ desk, instance: instanceOf(desk) ?? draft.instance });
        }}
      />
      <ChoiceField
        inline
        words={{ label: 'Ante quién', ...at('instance') }}
        options={optionsOf(instanceLabels)}
        value={draft.instance}
        onChange={(instance) => change({ instance })}
      />
      <DateField
        words={{ label: 'Fecha', columns: 3, ...at('presentedOn') }}
        value={draft.presentedOn}
        onChange={(presentedOn) => change({ presentedOn })}
      />
      <TimeField
        words={{ label: 'Hora', columns: 2, ...at('presentedTime') }}
        value={draft.presentedTime}
        onChange={(presentedTime) => change({ presentedTime })}
      />
      <TextField
        words={{ label: 'N.º de ingreso', columns: 4, ...at('entryNumber') }}
        maxLength={60}
        value={draft.entryNumber}
        onChange={(event) => change({ entryNumber: event.target.value })}
      />
      <NumberField
        words={{ label: 'Folios', columns: 3, warning: foliosWarning(draft, pages), ...at('folios') }}
        value={draft.folios}
        onChange={(folios) => change({ folios })}
      />
    </QuestionGrid>
  );
}
