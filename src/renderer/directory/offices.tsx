/** The directory: one list for whom the centre writes to and whom it calls back (D45). */
import { useEffect, useMemo, useState, type ComponentProps } from 'react';
import { useWatch } from 'react-hook-form';
import { office, type Office, type OfficeId, type OfficeKind } from '../../shared/directory/index.ts';
import { Controlled, type AnyForm } from '../platform/forms/index.ts';
import { screen, type RouteModule } from '../platform/routes.ts';
import { KeptField, KeptScreen, type KeptThing } from '../record/index.ts';

export const offices: KeptThing<typeof office> = {
  thing: office,
  write: 'directory.write',
  list: (client) => client.listOffices({}),
  changes: (client, id) => client.listOfficeChanges({ id }),
  keep: (client, input) => client.keepOffice(input),
  retire: (client, input) => client.retireOffice(input),
  words: {
    title: 'Directorio',
    lead: 'A estas oficinas se dirigen los escritos, oficios y derivaciones, y solo a su número verificado se devuelve una llamada.',
    add: 'Agregar al directorio',
    none: 'Aún no hay ninguna. Las registran Trabajo social, Legal y Coordinación.',
    retired: 'Ya no se usa: no se ofrece en escritos ni derivaciones nuevas.',
    whyRetire: 'Si la oficina cerró o cambió, deje de ofrecerla. Los documentos ya emitidos no cambian.',
    whyReturn: 'Se ofrecerá otra vez en escritos y derivaciones.',
  },
};

export const directoryPath = '/directorio';

export const directoryRoutes: RouteModule = {
  screens: [screen(directoryPath, () => <KeptScreen of={offices} />)],
  areas: [{ path: directoryPath, label: 'Directorio', action: 'directory.read' }],
};

type Props = Omit<ComponentProps<typeof KeptField<typeof office>>, 'of' | 'fits' | 'start'> & {
  /** Kinds that may be chosen here; all without it. */
  readonly kinds?: readonly OfficeKind[];
};

export function DirectoryField({ kinds, ...field }: Props) {
  const fits = useMemo(
    () => (kinds === undefined ? undefined : ({ kind }: { kind: OfficeKind }) => kinds.includes(kind)),
    [kinds],
  );
  const [only] = kinds ?? [];
  const start = kinds?.length === 1 && only !== undefined ? { kind: only } : undefined;
  return <KeptField of={offices} {...field} {...(fits && { fits })} {...(start && { start })} />;
}

type ControlProps = Pick<Props, 'kinds'> & {
  readonly form: AnyForm;
  /** The field that the name of the chosen one is written into. */
  readonly fills: string;
  readonly onChosen?: (office: Office | null) => void;
};

/** Fills a field of the form, which stays open to be written by hand. */
export function DirectoryControl({ form, fills, kinds, onChosen }: ControlProps) {
  const { control, setValue, clearErrors } = form.untyped;
  const [chosen, written] = useWatch({ control, name: ['authorityId', fills] }) as [OfficeId | null, string | null];
  const [name, setName] = useState(written);
  useEffect(() => {
    // Another office written over the chosen one is not that entry of the directory.
    if (chosen !== null && written !== name) setValue('authorityId', null);
  }, [chosen, written, name, setValue]);
  return (
    <Controlled form={form} name="authorityId" label="Del directorio" optional>
      {({ words, onChange, onBlur }) => (
        <DirectoryField
          {...{ words, onBlur, value: chosen, ...(kinds && { kinds }) }}
          onChange={(id, entry) => {
            onChange(id);
            onChosen?.(entry);
            if (entry === null) return;
            setName(entry.name);
            setValue(fills, entry.name);
            clearErrors(fills);
          }}
        />
      )}
    </Controlled>
  );
}
