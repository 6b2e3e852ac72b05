import { useState } from 'react';
import { get, type FieldValues } from 'react-hook-form';
import type { FormSectionId } from '../../../shared/intake/index.ts';
import type { AnyForm } from '../../platform/forms/index.ts';
import { useMay } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import { look, Panel, PlainButton } from '../../platform/ui/index.ts';
import { useFormChanges } from '../queries.ts';
import css from './conflict-panel.module.css';
import { fieldLabel, useFieldValue } from './field-words.ts';

type Props = {
  readonly caseId: string;
  readonly section: FormSectionId;
  readonly form: AnyForm;
  /** The section as another person saved it. */
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
    <Clashes {...props} title={nobodySaid} />
  );
}

/** Who saved it, and when, for who may read the changes of the ficha. */
function Named({ caseId, section, ...props }: Props) {
  const [last] = useFormChanges(caseId, section).data?.sets ?? [];
  const title = last === undefined ? nobodySaid : `${last.changedBy} guardó esta sección: ${inLima(last.changedAt)}`;
  return <Clashes {...props} title={title} />;
}

type ClashesProps = Omit<Props, 'caseId' | 'section'> & { readonly title: string };

function Clashes({ title, form, theirs, order, onResolved }: ClashesProps) {
  const [paths] = useState(() => differences(form.untyped.getValues(), theirs, order));
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const valueOf = useFieldValue();
  const choose = (path: string, isTheirs: boolean) =>
    setTaken((now) => new Set(isTheirs ? [...now, path] : [...now].filter((one) => one !== path)));
  const apply = () => {
    for (const path of taken) form.untyped.setValue(path, get(theirs, path), { shouldDirty: true });
    onResolved();
  };
  const sides = [
    ['Lo guardado', true],
    ['Lo suyo', false],
  ] as const;
  return (
    <Panel title={title}>
      {paths.length === 0 ? (
        <p>Los datos son los mismos en las dos versiones.</p>
      ) : (
        <table className={css.clashes}>
          <caption className="visually-hidden">Datos distintos en las dos versiones</caption>
          <thead>
            <tr>
              <th scope="col">Dato</th>
              {sides.map(([words]) => (
                <th key={words} scope="col">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {paths.map((path) => (
              <tr key={path}>
                <th scope="row">{fieldLabel(path)}</th>
                {sides.map(([words, isTheirs]) => {
                  const value = valueOf(path, get(isTheirs ? theirs : form.untyped.getValues(), path));
                  return (
                    <td key={words}>
                      <label className={look.option}>
                        <input
                          type="radio"
                          name={`clash-${path}`}
                          aria-label={`${fieldLabel(path)}, ${words.toLowerCase()}: ${value}`}
                          checked={taken.has(path) === isTheirs}
                          onChange={() => choose(path, isTheirs)}
                        />
                        {value}
                      </label>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={look.row}>
        <PlainButton onClick={apply}>Guardar con lo elegido</PlainButton>
        <span className={look.secondary}>Lo demás no choca y queda.</span>
      </div>
    </Panel>
  );
}
