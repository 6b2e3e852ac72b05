import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { arrivalFactsSchema, whoFields, type ArrivalFacts } from '../../../shared/reception/index.ts';
import { PersonChoice, type PersonLink } from '../../people/index.ts';
import { type ActClient, FormHead, type SectionForm, useSectionForm } from '../../platform/forms/index.ts';
import { onSaveKey } from '../../platform/keys.ts';
import { useBeforeLock } from '../../platform/session.tsx';
import { PlainButton, look, ActionBar, Panel } from '../../platform/ui/index.ts';
import { FormFields } from '../../record/index.ts';
import { ArrivalFields, arrivalFieldNames, type FactsValues } from './arrival-fields.tsx';
import { whoOf } from './who.ts';

type Act = { readonly label: string; readonly run: (facts: ArrivalFacts, client: ActClient) => Promise<void> };

type Props = {
  readonly arrivalId: string;
  readonly start: FactsValues;
  /** Name of the person chosen before, masked. */
  readonly personName: string | null;
  /** What was sought elsewhere, and nobody chosen yet. */
  readonly sought?: string | undefined;
  /** Whether a person may be looked for: the door is open. */
  readonly maySearch: boolean;
  /** Stores what was typed, without going anywhere: before a lock, and when the page is left. */
  readonly keep: (facts: ArrivalFacts) => Promise<unknown>;
  readonly main: Act;
  readonly second?: Act;
  readonly onCancel: () => void;
};

function linkOf(start: FactsValues, name: string | null): PersonLink | null {
  const isSaid = start.saidName !== null || start.documentNumber !== null;
  if (start.personId === null) return isSaid ? { kind: 'new' } : null;
  return { kind: start.isMaybe ? 'maybe' : 'known', personId: start.personId, name: name ?? '' };
}

/** Who, what for, with whom, in what language: the least that puts somebody on the board. */
export function ArrivalFactsForm(props: Props) {
  const { arrivalId, start, personName, sought, maySearch, keep, main, second, onCancel } = props;
  const form = useSectionForm<FactsValues>({ schema: arrivalFactsSchema, defaultValues: start, id: 'arrival' });
  const { busy, send } = useSending(form, keep, main);
  useFirstField(form.fieldId(maySearch ? 'personId' : 'purpose'));
  return (
    <>
      <FormHead form={form} order={arrivalFieldNames} byBar />
      <div className={look.stack}>
        <Panel title="Quién llega">
          <WhoFields {...{ form, arrivalId, personName, sought, maySearch }} />
        </Panel>
        <ArrivalFields form={form} />
      </div>
      <ActionBar main={{ label: main.label, onClick: () => void send(main), busy, byKey: 'Ctrl G' }}>
        {second !== undefined && (
          <PlainButton aria-disabled={busy} onClick={() => void send(second)}>
            {second.label}
          </PlainButton>
        )}
        <PlainButton onClick={onCancel}>Cancelar</PlainButton>
      </ActionBar>
    </>
  );
}

/** One sending at a time; Ctrl+G sends; what was typed is kept before a lock. */
function useSending(form: SectionForm<FactsValues>, keep: Props['keep'], main: Act) {
  const isSent = useRef(false);
  const send = async (act: Act) => {
    isSent.current = await form.send((facts, client) => act.run(facts as ArrivalFacts, client));
  };
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => onSaveKey(() => void latest.current(main)), [main]);
  const { getValues, formState } = form;
  const { isDirty } = formState;
  useBeforeLock(async () => {
    const facts = arrivalFactsSchema.safeParse(getValues());
    if (!isDirty || isSent.current || !facts.success) return;
    await keep(facts.data);
  });
  return { busy: form.busy, send };
}

/** The first field takes the focus when the form is drawn. */
function useFirstField(id: string): void {
  useEffect(() => {
    document.getElementById(id)?.focus();
    // Once: later the focus belongs to whoever types.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, []);
}

type WhoProps = {
  readonly form: SectionForm<FactsValues>;
  readonly arrivalId: string;
} & Pick<Props, 'personName' | 'sought' | 'maySearch'>;

function WhoFields({ form, arrivalId, personName, sought, maySearch }: WhoProps) {
  const [start] = useState(() => form.getValues());
  const [link, setLink] = useState(() => linkOf(start, personName));
  const [asked, setAsked] = useState(sought ?? '');
  const choose = (next: PersonLink | null) => {
    setLink(next);
    for (const [name, value] of Object.entries(whoOf(next, asked)))
      form.setValue(name as keyof FactsValues, value, { shouldDirty: true });
    // What was pressed is gone: the next question takes the focus.
    if (next !== null) focusLater(form.fieldId(next.kind === 'new' ? 'saidName' : 'purpose'));
  };
  const [personId, isMaybe] = useWatch({ control: form.control, name: ['personId', 'isMaybe'] });
  const isNew = personId === null || isMaybe;
  return (
    <>
      {maySearch ? (
        <PersonChoice
          id={form.fieldId('personId')}
          arrivalId={arrivalId}
          label="Busque primero a la persona que llega"
          link={link}
          onLink={choose}
          onAsked={setAsked}
          start={sought}
        />
      ) : (
        personName !== null && <p className={look.strong}>{personName}</p>
      )}
      {(link !== null || !maySearch) && isNew && (
        <FormFields fields={whoFields} form={form} given={{ personId: null, isMaybe: null }} />
      )}
    </>
  );
}

function focusLater(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus());
}
