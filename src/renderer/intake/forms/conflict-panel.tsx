import { useState } from 'react';
import { get, type FieldValues } from 'react-hook-form';
import type { AnyForm } from '../../platform/forms/index.ts';
import { DataTable, focusTitleFrom, look, Notice, Panel, PlainButton } from '../../platform/ui/index.ts';
import { fieldLabel, useFieldValue } from './field-words.ts';

type Props = {
  readonly form: AnyForm;
  /** The section as another person saved it. */
  readonly theirs: FieldValues;
  readonly order: readonly string[];
  /** Both versions were looked at: the next save goes over the newer one. */
  readonly onResolved: () => void;
};

/** Names of the fields that differ between two versions of a section. */
export function differences(mine: FieldValues, theirs: FieldValues, order: readonly string[]): string[] {
  const plain = (values: FieldValues, path: string) => JSON.stringify(get(values, path) ?? null);
  return order.filter((path) => plain(mine, path) !== plain(theirs, path));
}

/** Another person changed the section meanwhile: both versions field by field, nothing overwritten unseen. */
export function ConflictPanel({ form, theirs, order, onResolved }: Props) {
  const [paths, setPaths] = useState(() => differences(form.untyped.getValues(), theirs, order));
  const valueOf = useFieldValue();
  const take = (path: string) => {
    form.untyped.setValue(path, get(theirs, path), { shouldDirty: true });
    setPaths((left) => left.filter((other) => other !== path));
  };
  // The panel goes away with the button.
  const goOn = () => {
    const pressed = document.activeElement;
    onResolved();
    setTimeout(() => focusTitleFrom(pressed));
  };
  return (
    <Panel title="Otra persona cambió esta sección mientras usted escribía">
      <Notice tone="warning">
        Lo que usted escribió sigue en pantalla. Compare cada dato; lo que no cambie quedará como usted lo escribió.
      </Notice>
      <DataTable
        empty="No hay diferencias por revisar."
        caption="Datos distintos en las dos versiones"
        columns={[
          { title: 'Dato', cell: fieldLabel },
          { title: 'Guardado por otra persona', cell: (path) => valueOf(path, get(theirs, path)) },
          { title: 'Escrito por usted', cell: (path) => valueOf(path, form.untyped.getValues(path)) },
          {
            title: 'Elegir',
            cell: (path) => (
              <PlainButton small aria-label={`Usar lo guardado: ${fieldLabel(path)}`} onClick={() => take(path)}>
                Usar lo guardado
              </PlainButton>
            ),
          },
        ]}
        rows={paths}
        keyOf={(path) => path}
      />
      <div className={look.row}>
        <PlainButton onClick={goOn}>Seguir con estos datos</PlainButton>
      </div>
    </Panel>
  );
}
