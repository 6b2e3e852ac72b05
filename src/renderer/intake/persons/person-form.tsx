import { useRef, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { Contract } from '../../../shared/contract.ts';
import type { ChangeReason } from '../../../shared/history/index.ts';
import type { OutputOf } from '../../../shared/platform/contract.ts';
import type { FieldIssue } from '../../../shared/platform/failures.ts';
import { BirthField, NameFields, NameStateField, PreferredNameField } from '../../people/index.ts';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf } from '../../platform/failure-words.ts';
import {
  Controlled,
  FieldWarnings,
  TextControl,
  TickControl,
  YesNoControl,
  summaryOf,
  useProblemFocus,
  useSectionForm,
  type SectionForm,
} from '../../platform/forms/index.ts';
import { ActionBar, ErrorSummary, Notice, NumberField, Panel } from '../../platform/ui/index.ts';
import { ReasonDialog } from '../forms/reason-dialog.tsx';
import css from '../intake.module.css';
import { AliasFields, ContactListFields, DocumentListFields } from './person-lists.tsx';
import { personFormSchema, type PersonValues as Values } from './person-values.ts';
import { useRefreshPersons } from './queries.ts';

type Props = {
  readonly place: { readonly caseId: string; readonly personId: string };
  readonly start: OutputOf<Contract['getCasePerson']>;
  readonly today: string;
  readonly isReadOnly: boolean;
};

/** The lists grow: an issue inside one leads to its own field. */
function orderOf({ record }: Values): string[] {
  const each = (list: readonly unknown[], name: string, fields: readonly string[]) =>
    list.flatMap((_, at) => fields.map((field) => `record.${name}.${at}.${field}`));
  return [
    ...['nameState', 'firstSurname', 'secondSurname', 'givenNames', 'preferredName'].map((name) => `record.${name}`),
    ...record.aliases.map((_, at) => `record.aliases.${at}`),
    ...['record.birth', 'record.toldAge'],
    ...each(record.documents, 'documents', ['kind', 'state', 'number']),
    ...each(record.contacts, 'contacts', ['phone', 'whose', 'mayCall', 'hours', 'mayLeaveMessage', 'whatToSay']),
    ...each(record.contacts, 'contacts', ['checkedOn', 'isShared']),
    ...['record.email', 'record.emailIsSafe', 'record.isDeceased'],
  ];
}

const atFields = (warnings: readonly FieldIssue[]): ReadonlyMap<string, string> =>
  new Map(warnings.map(({ path, message }) => [`record.${path}`, message]));

/** What the record keeps of a person, except the address, which stands in Section A. */
export function PersonForm({ place, start, today, isReadOnly }: Props) {
  const client = useClient();
  const refresh = useRefreshPersons(place.caseId);
  const form = useSectionForm<Values>({
    schema: personFormSchema,
    defaultValues: { record: start.record },
    id: 'person',
  });
  const version = useRef(start.version);
  const [warnings, setWarnings] = useState(() => atFields(start.warnings));
  const [asksReason, setAsksReason] = useState(false);
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const problem = useProblemFocus(form);
  const drawn = form as unknown as SectionForm<FieldValues>;
  const save = async (reason: ChangeReason | null) => {
    if (busy) return;
    setBusy(true);
    setSaved(false);
    const sent = await form.send(async ({ record }) => {
      try {
        const answer = await client.saveCasePerson({ ...place, version: version.current, record, reason });
        version.current = answer.version;
        setWarnings(atFields(answer.warnings));
      } catch (error) {
        if (failureOf(error).reason !== 'change-needs-reason') throw error;
        setAsksReason(true);
        return;
      }
      setSaved(true);
      announce('Datos de la persona guardados.');
    });
    if (sent) await refresh();
    setBusy(false);
  };
  const items = summaryOf(drawn, orderOf(form.getValues()));
  return (
    <FieldWarnings value={warnings}>
      <ErrorSummary items={items} attempt={form.attempt} />
      {form.problem !== null && (
        <div ref={problem} tabIndex={-1}>
          <Notice tone="error">
            <p role="alert">{form.problem}</p>
          </Notice>
        </div>
      )}
      <fieldset className={css.bare} disabled={isReadOnly}>
        <legend className="visually-hidden">Datos de la persona</legend>
        <Identity form={drawn} today={today} />
        <Panel title="Documentos">
          <DocumentListFields form={form} />
        </Panel>
        <Panel title="Teléfonos y correo">
          <ContactListFields form={form} today={today} />
          <EmailFields form={drawn} />
        </Panel>
      </fieldset>
      {!isReadOnly && (
        <ActionBar main={{ label: 'Guardar datos', onClick: () => void save(null), busy }}>
          {saved && <span>Guardado.</span>}
        </ActionBar>
      )}
      <ReasonDialog
        opened={asksReason}
        onCancel={() => {
          setAsksReason(false);
        }}
        onChosen={(reason) => {
          setAsksReason(false);
          void save(reason);
        }}
      />
    </FieldWarnings>
  );
}

type PartProps = { readonly form: SectionForm<FieldValues> };

function Identity({ form, today }: PartProps & { readonly today: string }) {
  return (
    <Panel title="Nombre, alias y nacimiento">
      <NameStateField form={form} at="record" />
      <NameFields form={form} at="record" />
      <PreferredNameField form={form} at="record" />
      <AliasFields form={form as unknown as SectionForm<Values>} />
      <BirthField form={form} at="record" today={today} />
      <ToldAge form={form} today={today} />
      <TickControl form={form} name="record.isDeceased" words={{ label: 'Falleció' }} />
    </Panel>
  );
}

/** An age says its day, so that years later it can still be read. */
function ToldAge({ form, today }: PartProps & { readonly today: string }) {
  const hint = 'Si no se sabe la fecha de nacimiento. Se guarda con el día en que se dijo.';
  return (
    <Controlled form={form} name="record.toldAge" words={{ label: 'Edad que dijo', hint, optional: true }}>
      {({ value, onChange, ...field }) => {
        const told = value as { readonly years: number | string; readonly on: string } | null;
        return (
          <NumberField
            {...field}
            unit={told === null ? 'años' : `años, dicho el ${told.on.split('-').reverse().join('/')}`}
            value={told?.years ?? null}
            onChange={(years) => {
              onChange(years === null ? null : { years, on: years === told?.years ? told.on : today });
            }}
          />
        );
      }}
    </Controlled>
  );
}

function EmailFields({ form }: PartProps) {
  return (
    <>
      <TextControl
        form={form}
        name="record.email"
        nullable
        width="medium"
        spellCheck={false}
        inputMode="email"
        words={{ label: 'Correo', optional: true }}
      />
      <YesNoControl
        form={form}
        name="record.emailIsSafe"
        words={{ label: '¿Es seguro escribir a este correo?', optional: true }}
      />
    </>
  );
}
