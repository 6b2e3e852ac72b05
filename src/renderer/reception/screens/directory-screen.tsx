import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { z } from '../../../shared/platform/zod.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import {
  institutionKinds,
  institutionLabels,
  institutionSchema,
  type InstitutionLine,
} from '../../../shared/reception/index.ts';
import {
  Controlled,
  FormHead,
  type SectionForm,
  TextControl,
  useSectionForm,
  YesNoControl,
} from '../../platform/forms/index.ts';
import { useMay } from '../../platform/session.tsx';
import {
  ActionBar,
  ChoiceField,
  type Column,
  DataTable,
  DateField,
  EmptyState,
  PageTitle,
  Panel,
  QueryState,
} from '../../platform/ui/index.ts';
import { useInstitutions, useRefreshReception } from '../queries.ts';
import css from '../reception.module.css';
import { useDay } from '../today.ts';

type Values = z.input<typeof institutionSchema>;
const order = ['kind', 'name', 'office', 'phone', 'source', 'verifiedOn', 'isActive'];

const columns: readonly Column<InstitutionLine>[] = [
  { id: 'name', title: 'Institución', cell: (one) => one.name },
  { id: 'office', title: 'Oficina', cell: (one) => one.office ?? '—' },
  { id: 'kind', title: 'Tipo', cell: (one) => institutionLabels[one.kind] },
  { id: 'phone', title: 'Teléfono', cell: (one) => one.phone },
  { id: 'source', title: 'Fuente del número', cell: (one) => one.source },
  { id: 'verified', title: 'Verificado', cell: (one) => formatCivilDate(one.verifiedOn) },
  { id: 'state', title: 'Estado', cell: (one) => (one.isActive ? 'En uso' : 'Ya no se usa') },
];

/** The directory: the only numbers that are called back. */
export function DirectoryScreen() {
  const may = useMay('directory.read');
  const mayWrite = useMay('directory.write');
  const institutions = useInstitutions();
  const [chosen, setChosen] = useState<InstitutionLine | null>(null);
  if (!may) return <NotForYou />;
  return (
    <>
      <PageTitle>Directorio de instituciones</PageTitle>
      <QueryState query={institutions}>
        {(lines) => (
          <div className={css.stack}>
            {lines.length === 0 ? (
              <EmptyState>
                Aún no hay instituciones. Coordinación, Trabajo social y Legal pueden registrarlas.
              </EmptyState>
            ) : (
              <DataTable
                caption={lines.length === 1 ? '1 institución' : `${lines.length} instituciones, por nombre`}
                columns={columns}
                rows={lines}
                keyOf={(one) => one.institutionId}
                {...(mayWrite && { onOpen: setChosen })}
              />
            )}
            {mayWrite && (
              <InstitutionForm
                key={chosen === null ? 'new' : `${chosen.institutionId}-${chosen.version}`}
                chosen={chosen}
                onDone={() => {
                  setChosen(null);
                }}
              />
            )}
          </div>
        )}
      </QueryState>
    </>
  );
}

function NotForYou() {
  return (
    <>
      <PageTitle>Directorio de instituciones</PageTitle>
      <EmptyState>Su función no usa el directorio.</EmptyState>
    </>
  );
}

type FormProps = { readonly chosen: InstitutionLine | null; readonly onDone: () => void };

function startOf(chosen: InstitutionLine | null, today: string): Values {
  if (chosen === null) {
    return { kind: 'police', name: '', office: null, phone: '', source: '', verifiedOn: today, isActive: true };
  }
  const { institutionId: _id, version: _version, ...values } = chosen;
  return values;
}

function InstitutionForm({ chosen, onDone }: FormProps) {
  const today = useDay();
  const form = useSectionForm<Values>({
    schema: institutionSchema,
    defaultValues: startOf(chosen, today),
    id: 'institution',
    sentAs: 'institution',
    refresh: useRefreshReception(),
  });
  const drawn = form as unknown as SectionForm<FieldValues>;
  const target = { institutionId: chosen?.institutionId ?? null, version: chosen?.version ?? null };
  const save = () =>
    form.send((institution, client) => client.saveInstitution({ ...target, institution }), {
      words: 'Institución guardada.',
      done: () => {
        form.reset(startOf(null, today));
        onDone();
      },
    });
  return (
    <>
      <Panel title={chosen === null ? 'Nueva institución' : 'Corregir institución'}>
        <FormHead form={drawn} order={order} />
        <InstitutionFields form={form} />
      </Panel>
      <ActionBar main={{ label: 'Guardar institución', onClick: () => void save(), busy: form.busy }} />
    </>
  );
}

function InstitutionFields({ form }: { readonly form: SectionForm<Values> }) {
  const drawn = form as unknown as SectionForm<FieldValues>;
  return (
    <div className={css.columns}>
      <Controlled form={drawn} name="kind" words={{ label: 'Tipo' }}>
        {({ words, value, onChange, onBlur }) => (
          <ChoiceField
            words={words}
            options={institutionKinds.map((code) => ({ code, label: institutionLabels[code] }))}
            value={value as string | null}
            onChange={onChange}
            onBlur={onBlur}
          />
        )}
      </Controlled>
      <TextControl form={form} name="name" words={{ label: 'Nombre de la institución' }} />
      <TextControl form={form} name="office" words={{ label: 'Oficina', optional: true }} nullable />
      <TextControl form={form} name="phone" words={{ label: 'Teléfono' }} inputMode="tel" />
      <TextControl
        form={form}
        name="source"
        words={{ label: 'Fuente del número', hint: 'Dónde se encontró: página oficial, oficio, guía.' }}
      />
      <Controlled form={drawn} name="verifiedOn" words={{ label: 'Verificado el' }}>
        {({ words, value, onChange, onBlur }) => (
          <DateField words={words} value={value as string | null} onChange={onChange} onBlur={onBlur} />
        )}
      </Controlled>
      <YesNoControl form={drawn} name="isActive" words={{ label: '¿Está en uso?' }} unanswered={false} />
    </div>
  );
}
