import { useState } from 'react';
import { get, type FieldValues } from 'react-hook-form';
import type { FormSectionId } from '../../../shared/intake/index.ts';
import type { AnyForm } from '../../platform/forms/index.ts';
import { useMay } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import { Clashes, look, Panel, ButtonRow } from '../../platform/ui/index.ts';
import { useFormChanges } from '../queries.ts';
import { fieldLabel, useFieldValue } from './field-words.ts';

type Props = {
  readonly caseId: string;
  readonly section: FormSectionId;
  readonly form: AnyForm;
  readonly theirs: FieldValues;
  readonly order: readonly string[];
  /** Both versions were looked at: it is saved over the newer one. */
  readonly onResolved: () => void;
};

/** Names of the fields that differ between two versions of a section. */
export function differences(mine: FieldValues, theirs: FieldValues, order: readonly string[]): string[] {
  const plain = (values: FieldValues, path: string) => JSON.stringify(get(values, path) ?? null);
  return order.filter((path) => plain(mine, path) !== plain(theirs, path));
}

const nobodySaid = 'Otra persona cambió esta sección mientras usted escribía';

/** Another person changed the section meanwhile: only what clashes, both values, one's own chosen; nothing is lost unseen. */
export function ConflictPanel({ caseId, section, ...props }: Props) {
  const mayReadChanges = useMay('registerForm.readB');
  return mayReadChanges ? (
    <Named {...props} caseId={caseId} section={section} />
  ) : (
    <Panelled {...props} title={nobodySaid} />
  );
}

/** Who saved it, and when, for who may read the changes of the ficha. */
function Named({ caseId, section, ...props }: Props) {
  const [last] = useFormChanges(caseId, section).data?.sets ?? [];
  const title = last === undefined ? nobodySaid : `${last.changedBy} guardó esta sección: ${inLima(last.changedAt)}`;
  return <Panelled {...props} title={title} />;
}

type ClashesProps = Omit<Props, 'caseId' | 'section'> & { readonly title: string };

function Panelled({ title, form, theirs, order, onResolved }: ClashesProps) {
  const [paths] = useState(() => differences(form.untyped.getValues(), theirs, order));
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const valueOf = useFieldValue();
  const apply = () => {
    for (const path of taken) form.untyped.setValue(path, get(theirs, path), { shouldDirty: true });
    onResolved();
  };
  const rows = paths.map((path) => ({
    ...{ id: path, label: fieldLabel(path), theirs: valueOf(path, get(theirs, path)) },
    mine: valueOf(path, get(form.untyped.getValues(), path)),
  }));
  return (
    <Panel title={title}>
      {rows.length === 0 ? (
        <p>Los datos son los mismos en las dos versiones.</p>
      ) : (
        <Clashes rows={rows} taken={taken} onTaken={setTaken} />
      )}
      <ButtonRow plain label="Guardar con lo elegido" onClick={apply}>
        <span className={look.secondary}>Lo demás no choca y queda.</span>
      </ButtonRow>
    </Panel>
  );
}
