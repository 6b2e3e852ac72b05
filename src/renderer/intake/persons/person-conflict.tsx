import { use } from 'react';
import type { CaseRole } from '../../../shared/intake/index.ts';
import { flatRecord, type PersonRecord } from '../../../shared/people/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { PlainButton, look, Notice, Panel, PlacesProvider } from '../../platform/ui/index.ts';
import { fieldLabel, fieldValue } from '../forms/field-words.ts';
import css from '../intake.module.css';
import type { PersonValues } from './person-values.ts';

type Props = {
  /** What she is in this ficha, for the names of the fields. */
  readonly part: CaseRole;
  /** The record with what this person changed of it, over what the other one saved. */
  readonly resolved: PersonValues['record'];
  /** The record as another person saved it. */
  readonly theirs: PersonValues['record'];
  readonly onMine: () => void;
  readonly onTheirs: () => Promise<void>;
};

/** Another person changed her data meanwhile: what this one changed beside what is stored, nothing overwritten unseen. */
export function PersonConflict({ part, resolved, theirs, onMine, onTheirs }: Props) {
  const act = useAct();
  const places = use(PlacesProvider);
  const placeOf = (code: string) => places.find((place) => place.code === code)?.label ?? code;
  const [ours, stored] = [flatRecord(resolved as PersonRecord), flatRecord(theirs as PersonRecord)];
  const plain = (value: unknown) => JSON.stringify(value ?? null);
  const paths = Object.keys({ ...stored, ...ours }).filter((path) => plain(ours[path]) !== plain(stored[path]));
  return (
    <Panel title="Otra persona cambió estos datos mientras usted escribía">
      <Notice tone="warning">
        Lo que usted escribió sigue en pantalla. Compare antes de elegir: si sigue, lo que usted no cambió queda como lo
        guardó la otra persona.
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
            </tr>
          </thead>
          <tbody>
            {paths.map((path) => (
              <tr key={path}>
                <th scope="row">{fieldLabel(`${part}.${path}`)}</th>
                <td>{fieldValue(`${part}.${path}`, stored[path], placeOf)}</td>
                <td>{fieldValue(`${part}.${path}`, ours[path], placeOf)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={look.row}>
        <PlainButton onClick={onMine}>Seguir con lo que escribí</PlainButton>
        <PlainButton onClick={() => void act.run(onTheirs)}>Usar lo guardado</PlainButton>
      </div>
      <ActProblem act={act} />
    </Panel>
  );
}
