import type { ChangeReason } from '../../../shared/history/index.ts';
import { personDraft, rebaseRecord, type PersonRecord } from '../../../shared/people/index.ts';
import type { FieldIssue } from '../../../shared/platform/failures.ts';
import { BirthField, NameFields, NameStateField, PreferredNameField } from '../../people/index.ts';
import { announce } from '../../platform/announce.ts';
import { useClient, type Output } from '../../platform/client.ts';
import {
  type AnyForm,
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
import { Problem, ActionBar, ErrorSummary, NumberField, Panel, QuestionGrid } from '../../platform/ui/index.ts';
import { ReasonDialog } from '../forms/reason-dialog.tsx';
import { RecoveredNotice } from '../forms/recovered-notice.tsx';
import { useSection } from '../forms/use-section.ts';
import css from '../intake.module.css';
import type { Draft } from '../queries.ts';
import { PersonConflict } from './person-conflict.tsx';
import { AliasFields, ContactListFields, DocumentListFields } from './person-lists.tsx';
import { personFormSchema, type PersonValues as Values } from './person-values.ts';
import { useRefreshPersons } from './queries.ts';

type Saved = Output<'getCasePerson'>;

type Props = {
  readonly place: { readonly caseId: string; readonly personId: string };
  readonly start: Saved;
  /** Null: read only, and nothing is typed. */
  readonly draft: Draft | null;
  readonly today: string;
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

const inRecord = (warnings: readonly FieldIssue[]): FieldIssue[] =>
  warnings.map(({ path, message }) => ({ path: `record.${path}`, message }));

const atFields = (warnings: readonly FieldIssue[]): ReadonlyMap<string, string> =>
  new Map(inRecord(warnings).map(({ path, message }) => [path, message]));

/** As typed, valid or not: what is compared is what stands in the fields. */
function recordsOf({ base, mine, theirs }: Record<'base' | 'mine' | 'theirs', Values>) {
  const recordOf = ({ record }: Values) => record as PersonRecord;
  return { base: recordOf(base), mine: recordOf(mine), theirs: recordOf(theirs) };
}

/** What the record keeps of a person, except the address, which stands in Section A. */
export function PersonForm({ place, start, draft, today }: Props) {
  return draft === null ? (
    <ReadOnly start={start} today={today} />
  ) : (
    <Filling place={place} start={start} draft={draft} today={today} />
  );
}

function ReadOnly({ start, today }: Pick<Props, 'start' | 'today'>) {
  const defaultValues: Values = { record: start.record };
  const form = useSectionForm<Values>({ schema: personFormSchema, defaultValues, id: 'person' });
  return (
    <FieldWarnings value={atFields(start.warnings)}>
      <Fields form={form} today={today} isReadOnly />
    </FieldWarnings>
  );
}

function Filling({ place, start, draft, today }: Props & { readonly draft: Draft }) {
  const client = useClient();
  const refresh = useRefreshPersons(place.caseId);
  const work = useSection<Values>({
    kind: personDraft(place.personId),
    caseId: place.caseId,
    schema: personFormSchema,
    saved: { version: start.version, form: { record: start.record }, changed: [] },
    draft,
    save: async ({ version, form: { record }, reason }, acting) => {
      const answer = await acting.saveCasePerson({ ...place, version, record, reason });
      return { version: answer.version, warnings: inRecord(answer.warnings), missing: [], changed: [] };
    },
    reload: async () => {
      const { version, record } = await client.getCasePerson(place);
      return { version, form: { record } };
    },
    rebase: ({ base, mine, theirs }) => ({ record: rebaseRecord(recordsOf({ base, mine, theirs })) }),
  });
  const { form, conflict, result } = work;
  const problem = useProblemFocus(form);
  const save = async (reason?: ChangeReason) => {
    const answer = await work.saveNow(reason);
    if (answer === null) return;
    announce('Datos de la persona guardados.');
    await refresh();
  };
  return (
    <FieldWarnings value={result === null ? atFields(start.warnings) : work.warnings}>
      <RecoveredNotice {...work} />
      <ErrorSummary items={summaryOf(form, orderOf(form.getValues()))} attempt={form.attempt} />
      {(form.problem !== null || conflict !== null) && (
        <div ref={problem} tabIndex={-1}>
          {conflict === null ? (
            <Problem words={form.problem} />
          ) : (
            <PersonConflict
              part={start.roles[0] ?? 'participant'}
              resolved={(work.resolved() ?? form.getValues()).record}
              theirs={conflict.form.record}
              onMine={work.resolve}
              onTheirs={work.discard}
            />
          )}
        </div>
      )}
      {/* Leaving a field keeps it; the save of the whole page is a button, never Enter. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the blur of each field bubbles here; nothing is operated by it */}
      <div onBlur={() => void work.draft.saveNow()}>
        <Fields form={form} today={today} isReadOnly={false} />
      </div>
      <ActionBar
        main={{ label: 'Guardar datos', onClick: () => void save(), busy: work.busy }}
        saved={work.draft.state}
      >
        {result !== null && <span>Guardado.</span>}
      </ActionBar>
      <ReasonDialog opened={work.asksReason} onCancel={work.giveUpReason} onChosen={(reason) => void save(reason)} />
    </FieldWarnings>
  );
}

type FieldsProps = { readonly form: SectionForm<Values>; readonly today: string; readonly isReadOnly: boolean };

function Fields({ form, today, isReadOnly }: FieldsProps) {
  return (
    <fieldset className={css.bare} disabled={isReadOnly}>
      <legend className="visually-hidden">Datos de la persona</legend>
      <Identity form={form} today={today} />
      <Panel title="Documentos">
        <DocumentListFields form={form} />
      </Panel>
      <Panel title="Teléfonos y correo">
        <ContactListFields form={form} today={today} />
        <EmailFields form={form} />
      </Panel>
    </fieldset>
  );
}

type PartProps = { readonly form: AnyForm };

function Identity({ form, today }: PartProps & { readonly today: string }) {
  return (
    <Panel title="Nombre, alias y nacimiento">
      <QuestionGrid>
        <NameStateField form={form} at="record" />
        <NameFields form={form} at="record" />
        <PreferredNameField form={form} at="record" />
      </QuestionGrid>
      <AliasFields form={form} />
      <BirthField form={form} at="record" today={today} />
      <ToldAge form={form} today={today} />
      <TickControl form={form} name="record.isDeceased" label="Falleció" />
    </Panel>
  );
}

/** An age says its day, so that years later it can still be read. */
function ToldAge({ form, today }: PartProps & { readonly today: string }) {
  const hint = 'Si no se sabe la fecha de nacimiento. Se guarda con el día en que se dijo.';
  return (
    <Controlled form={form} name="record.toldAge" label="Edad que dijo" hint={hint} optional>
      {({ value, onChange, ...field }) => {
        const told = value as { readonly years: number | string; readonly on: string } | null;
        return (
          <NumberField
            {...field}
            unit={told === null ? 'años' : `años, dicho el ${told.on.split('-').reverse().join('/')}`}
            value={told?.years ?? null}
            onChange={(years) =>
              onChange(years === null ? null : { years, on: years === told?.years ? told.on : today })
            }
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
        label="Correo"
        optional
      />
      <YesNoControl form={form} name="record.emailIsSafe" label="¿Es seguro escribir a este correo?" optional />
    </>
  );
}
