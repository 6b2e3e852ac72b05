import { Button } from '@mantine/core';
import type { FieldValues } from 'react-hook-form';
import {
  authorityFieldLabels as labels,
  authorityFormSchema,
  authorityKindLabels,
  authorityKinds,
  type Authority,
  type AuthorityForm as Entry,
  type AuthorityKind,
} from '../../shared/directory/index.ts';
import {
  Controlled,
  FormHead,
  type SectionForm,
  TextControl,
  TickControl,
  useSectionForm,
} from '../platform/forms/index.ts';
import { NumberField, PlaceField, SearchField } from '../platform/ui/index.ts';
import css from './directory.module.css';
import { useRefreshDirectory } from './queries.ts';

type Values = Omit<Entry, 'kind'> & { kind: AuthorityKind | null };

const order = Object.keys(labels);
const kindOptions = authorityKinds.map((code) => ({ code, label: authorityKindLabels[code] }));

function startOf(authority: Authority | null, kind: AuthorityKind | null): Values {
  if (authority !== null) {
    const { authorityId: _id, version: _version, changedOn: _on, isActive: _active, ...values } = authority;
    return values;
  }
  return {
    ...{ kind, treatment: null, office: '', districtCode: null, address: null, phone: null, mail: null },
    ...{
      receptionHours: null,
      distanceDays: null,
      sizeLimitMb: null,
      takesOneFile: false,
      fileNamePattern: null,
      isComplementary: false,
    },
  };
}

type Props = {
  /** Null for a new entry. */
  readonly authority: Authority | null;
  /** Kind a new entry starts with. */
  readonly kind?: AuthorityKind | null;
  readonly onKept: (authority: Authority) => void;
  /** Absent inside a dialog, which has its own way out. */
  readonly onCancel?: () => void;
};

/** An entry of the directory; no `form` element, so that it may stand in a dialog over another form. */
export function AuthorityForm({ authority, kind = null, onKept, onCancel }: Props) {
  const form = useSectionForm<Values>({
    schema: authorityFormSchema,
    defaultValues: startOf(authority, kind),
    id: 'authority',
    sentAs: 'authority',
    refresh: useRefreshDirectory(),
  });
  const drawn = form as unknown as SectionForm<FieldValues>;
  const target = { authorityId: authority?.authorityId ?? null, version: authority?.version ?? null };
  const save = () =>
    form.send((values, client) => client.keepAuthority({ ...target, authority: values as Entry }), { done: onKept });
  return (
    <div className={css.stack}>
      <FormHead form={drawn} order={order} />
      <AuthorityFields form={form} />
      <div className={css.row}>
        <Button aria-disabled={form.busy} onClick={() => void save()}>
          {authority === null ? 'Agregar al directorio' : 'Guardar cambios'}
        </Button>
        {onCancel !== undefined && (
          <Button variant="default" onClick={onCancel}>
            Cancelar
          </Button>
        )}
      </div>
    </div>
  );
}

function AuthorityFields({ form }: { readonly form: SectionForm<Values> }) {
  const drawn = form as unknown as SectionForm<FieldValues>;
  const text = { form, nullable: true } as const;
  return (
    <div className={css.columns}>
      <Controlled form={drawn} name="kind" words={{ label: labels.kind }}>
        {({ value, ...field }) => (
          <SearchField {...field} options={kindOptions} value={value as AuthorityKind | null} />
        )}
      </Controlled>
      <TextControl form={form} name="office" words={{ label: labels.office, hint: 'Como se lee en sus documentos.' }} />
      <TextControl
        {...text}
        name="treatment"
        words={{ label: labels.treatment, optional: true, hint: 'Con él empieza un escrito: SEÑORA JUEZA DEL…' }}
      />
      <Controlled form={drawn} name="districtCode" words={{ label: labels.districtCode, optional: true }}>
        {({ value, ...field }) => <PlaceField {...field} value={value as string | null} />}
      </Controlled>
      <TextControl
        {...text}
        name="address"
        words={{ label: labels.address, optional: true, hint: 'Nunca la de un hogar de refugio.' }}
      />
      <TextControl {...text} name="phone" inputMode="tel" words={{ label: labels.phone, optional: true }} />
      <TextControl {...text} name="mail" spellCheck={false} words={{ label: labels.mail, optional: true }} />
      <TextControl {...text} name="receptionHours" words={{ label: labels.receptionHours, optional: true }} />
      <Amount form={drawn} name="distanceDays" unit="días" hint="Días que se suman a un plazo. Vacío: no se sabe." />
      <Amount form={drawn} name="sizeLimitMb" unit="MB" hint="De la mesa de partes virtual. Vacío: no se sabe." />
      <TickControl
        form={drawn}
        name="takesOneFile"
        words={{
          label: 'Mesa de partes electrónica: recibe un solo PDF',
          hint: 'La presentación no se divide en partes.',
        }}
      />
      <TextControl
        {...text}
        name="fileNamePattern"
        spellCheck={false}
        words={{
          label: labels.fileNamePattern,
          optional: true,
          hint: 'Como lo pide esa mesa: {expediente}-escrito-{escrito}. También {numero} y {fecha}. Vacío: lo pone el programa.',
        }}
      />
      <TickControl
        form={drawn}
        name="isComplementary"
        words={{ label: 'Es un servicio complementario', hint: 'Cuenta como tal en el registro (por confirmar).' }}
      />
    </div>
  );
}

type AmountProps = {
  readonly form: SectionForm<FieldValues>;
  readonly name: 'distanceDays' | 'sizeLimitMb';
  readonly unit: string;
  readonly hint: string;
};

function Amount({ form, name, unit, hint }: AmountProps) {
  return (
    <Controlled form={form} name={name} words={{ label: labels[name], optional: true, hint }}>
      {({ value, ...field }) => <NumberField {...field} unit={unit} value={value as number | string | null} />}
    </Controlled>
  );
}
