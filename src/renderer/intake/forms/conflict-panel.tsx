import { use, useState } from 'react';
import { get, type FieldValues } from 'react-hook-form';
import type { AnyForm } from '../../platform/forms/index.ts';
import { PlainButton, look, Notice, Panel, PlacesProvider } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { fieldLabel, fieldValue } from './field-words.ts';

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
  const places = use(PlacesProvider);
  const [paths, setPaths] = useState(() => differences(form.untyped.getValues(), theirs, order));
  const placeOf = (code: string) => places.find((place) => place.code === code)?.label ?? code;
  const take = (path: string) => {
    form.untyped.setValue(path, get(theirs, path), { shouldDirty: true });
    setPaths((left) => left.filter((other) => other !== path));
  };
  return (
    <Panel title="Otra persona cambió esta sección mientras usted escribía">
      <Notice tone="warning">
        Lo que usted escribió sigue en pantalla. Compare cada dato; lo que no cambie quedará como usted lo escribió.
      </Notice>
      {paths.length === 0 ? (
        <p>No hay diferencias por revisar.</p>
      ) : (
        <table className={css.table}>
          <caption className="visually-hidden">Datos distintos en las dos versiones</caption>
          <thead>
            <tr>
              <th scope="col">Dato</th>
              <th scope="col">Guardado por otra persona</th>
              <th scope="col">Escrito por usted</th>
              <th scope="col">Elegir</th>
            </tr>
          </thead>
          <tbody>
            {paths.map((path) => (
              <tr key={path}>
                <th scope="row">{fieldLabel(path)}</th>
                <td>{fieldValue(path, get(theirs, path), placeOf)}</td>
                <td>{fieldValue(path, form.untyped.getValues(path), placeOf)}</td>
                <td>
                  <PlainButton small aria-label={`Usar lo guardado: ${fieldLabel(path)}`} onClick={() => take(path)}>
                    Usar lo guardado
                  </PlainButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={look.row}>
        <PlainButton onClick={onResolved}>Seguir con estos datos</PlainButton>
      </div>
    </Panel>
  );
}
