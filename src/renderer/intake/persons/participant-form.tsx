import { isOnlyDesk } from '../../../shared/access/index.ts';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { ParticipantRole } from '../../../shared/intake/index.ts';
import type { CivilDate } from '../../../shared/platform/dates.ts';
import { BirthField, DocumentFields, NameFields, NameStateField, PersonChoice } from '../../people/index.ts';
import { withFailure } from '../../platform/failure-words.ts';
import { NumberControl, type AnyForm, FormHead, useSectionForm } from '../../platform/forms/index.ts';
import { useSession } from '../../platform/session.tsx';
import { look, Panel, QuestionGrid, ButtonRow } from '../../platform/ui/index.ts';
import type { Failure } from '../../../shared/platform/failures.ts';
import { PartFields } from './part-fields.tsx';
import { useRefreshPersons } from './queries.ts';
import {
  blankParticipant,
  participantFormSchema,
  participantInput,
  participantOrder,
  type ParticipantValues,
} from './participant-values.ts';

/** What the application says of `who.person.x` stands at `person.x` here. */
const atFields = (failure: Failure): Failure => ({
  ...failure,
  issues: failure.issues.map((issue) => ({ ...issue, path: issue.path.replace(/^who\.person\./, 'person.') })),
});

type Props = { readonly caseId: string; readonly today: string };

/** Adds one person after another: search first, then the least that tells who she is, and her part in this ficha. */
export function ParticipantForm({ caseId, today }: Props) {
  const [added, setAdded] = useState<{ readonly count: number; readonly role: ParticipantRole | null }>({
    count: 0,
    role: null,
  });
  return (
    <Panel title="Agregar una persona">
      <OneParticipant
        key={added.count}
        caseId={caseId}
        today={today}
        lastRole={added.role}
        onAdded={(role) => setAdded((before) => ({ count: before.count + 1, role }))}
      />
    </Panel>
  );
}

type OneProps = Props & {
  readonly lastRole: ParticipantRole | null;
  readonly onAdded: (role: ParticipantRole | null) => void;
};

function OneParticipant({ caseId, today, lastRole, onAdded }: OneProps) {
  const { staff } = useSession();
  // The desk searches inside an arrival only (D2): here it writes down who came.
  const onlyDesk = isOnlyDesk(staff.roles);
  const form = useSectionForm<ParticipantValues>({
    schema: participantFormSchema,
    defaultValues: blankParticipant(onlyDesk, lastRole),
    id: 'participant',
    refresh: useRefreshPersons(caseId),
  });
  const link = useWatch({ control: form.control, name: 'link' });
  const add = () =>
    form.send(
      (values, client) => {
        const input = participantInput(values, today as CivilDate);
        return withFailure(client.addParticipant({ caseId, ...input }), atFields);
      },
      { words: 'Persona agregada a la ficha.', done: () => onAdded(form.getValues('part.role')) },
    );
  return (
    <div className={look.stack}>
      <FormHead form={form} order={participantOrder} />
      {!onlyDesk && (
        <PersonChoice
          id={form.fieldId('link')}
          arrivalId={null}
          label="Busque primero si ya figura en el registro"
          link={link}
          offersMaybe={false}
          onLink={(next) => {
            // Who is none of the persons found is asked of the pair alone.
            form.setValue('link', next?.kind === 'new' ? { kind: 'new' } : next);
            form.clearErrors('link');
          }}
        />
      )}
      {link?.kind === 'new' && <NewPersonFields form={form} today={today} />}
      {link !== null && <PartFields form={form} />}
      {link !== null && <ButtonRow busy={form.busy} label="Agregar a la ficha" onClick={() => void add()} />}
    </div>
  );
}

function NewPersonFields({ form, today }: { readonly form: AnyForm; readonly today: string }) {
  return (
    <QuestionGrid>
      <NameStateField form={form} at="person" />
      <NameFields form={form} at="person" />
      <BirthField form={form} at="person" today={today} />
      <NumberControl
        form={form}
        name="age"
        label="Edad"
        hint="Si no se sabe la fecha de nacimiento. Menos de un año: 0."
        optional
        unit="años"
        columns={2}
      />
      <DocumentFields form={form} at="person" />
    </QuestionGrid>
  );
}
