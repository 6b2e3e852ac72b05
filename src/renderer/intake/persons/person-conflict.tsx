import type { CaseRole } from '../../../shared/intake/index.ts';
import { flatRecord, type PersonRecord } from '../../../shared/people/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { DataTable, PlainButton, Notice, Panel, ButtonRow } from '../../platform/ui/index.ts';
import { fieldLabel, useFieldValue } from '../forms/field-words.ts';
import type { PersonValues } from './person-values.ts';

type Props = {
  /** What she is in this ficha, for the names of the fields. */
  readonly part: CaseRole;
  /** The record with what this person changed of it, over what the other one saved. */
  readonly resolved: PersonValues['record'];
  readonly theirs: PersonValues['record'];
  readonly onMine: () => void;
  readonly onTheirs: () => Promise<void>;
};

/** Another person changed her data meanwhile: what this one changed beside what is stored, nothing overwritten unseen. */
export function PersonConflict({ part, resolved, theirs, onMine, onTheirs }: Props) {
  const act = useAct();
  const valueOf = useFieldValue();
  const [ours, stored] = [flatRecord(resolved as PersonRecord), flatRecord(theirs as PersonRecord)];
  const plain = (value: unknown) => JSON.stringify(value ?? null);
  const paths = Object.keys({ ...stored, ...ours }).filter((path) => plain(ours[path]) !== plain(stored[path]));
  return (
    <Panel title="Otra persona cambió estos datos mientras usted escribía">
      <Notice tone="warning">
        Lo que usted escribió sigue en pantalla. Compare antes de elegir: si sigue, lo que usted no cambió queda como lo
        guardó la otra persona.
      </Notice>
      <DataTable
        empty="No hay diferencias por revisar."
        caption="Datos distintos en las dos versiones"
        columns={[
          { title: 'Dato', cell: (path) => fieldLabel(`${part}.${path}`) },
          { title: 'Guardado por otra persona', cell: (path) => valueOf(`${part}.${path}`, stored[path]) },
          { title: 'Escrito por usted', cell: (path) => valueOf(`${part}.${path}`, ours[path]) },
        ]}
        rows={paths}
        keyOf={(path) => path}
      />
      <ButtonRow plain label="Seguir con lo que escribí" onClick={onMine}>
        <PlainButton onClick={() => void act.run(onTheirs)}>Usar lo guardado</PlainButton>
      </ButtonRow>
      <ActProblem act={act} />
    </Panel>
  );
}
