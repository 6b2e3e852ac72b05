import { isOnlyDesk } from '../../../shared/access/index.ts';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { admissionNow, admissionSchema, type CaseOverview } from '../../../shared/intake/index.ts';
import { userPersonSchema } from '../../../shared/people/index.ts';
import { z } from '../../../shared/platform/zod.ts';
import { DocumentFields, NameFields, PersonChoice, PreferredNameField, type PersonLink } from '../../people/index.ts';
import { useRead } from '../../platform/query.ts';
import { type SectionForm, useSectionForm } from '../../platform/forms/index.ts';
import { useSession } from '../../platform/session.tsx';
import { PlainButton, look, Panel, QuestionGrid } from '../../platform/ui/index.ts';
import { linkSchema, userFor, wireLink } from '../forms/arrival-values.ts';
import { LinkedFrame, useOpened } from '../forms/linked-frame.tsx';
import { admissionFieldNames } from '../forms/values.ts';
import { useRefreshCase } from '../queries.ts';
import { useCentreDay } from '../today.ts';

const linkedSchema = z.strictObject({
  userLink: linkSchema('Busque a la otra víctima y elija una opción.'),
  user: userPersonSchema,
  admission: admissionSchema,
});
type Values = z.input<typeof linkedSchema>;

const order = [
  'userLink',
  ...['firstSurname', 'secondSurname', 'givenNames', 'preferredName'].map((name) => `user.${name}`),
  ...['document.kind', 'document.state', 'document.number'].map((name) => `user.${name}`),
  ...admissionFieldNames,
];

/** Until somebody is chosen only the choice is missing: her names are not asked yet. */
const notAskedYet = '—';

/** «También es víctima…»: who; event, aggressor, place and informant come from this ficha. */
export function LinkedPage({ overview }: { readonly overview: CaseOverview }) {
  const { now } = useCentreDay();
  // The desk finds nobody without an arrival (D2).
  const isDesk = isOnlyDesk(useSession().staff.roles);
  const [start] = useState<Values>(() => ({
    userLink: isDesk ? { kind: 'new' } : null,
    user: isDesk ? userFor(null) : { ...userFor(null), givenNames: notAskedYet },
    admission: admissionNow({ now }),
  }));
  const form = useSectionForm<Values>({
    ...{ schema: linkedSchema, defaultValues: start, id: 'linked', refresh: useRefreshCase() },
  });
  const opened = useOpened(overview);
  const open = () =>
    form.send(
      ({ userLink, user, admission }, client) =>
        client.openLinkedCase({ caseId: overview.caseId, admission, user, userLink: wireLink(userLink) }),
      opened,
    );
  return (
    <LinkedFrame
      title="También es víctima"
      notice={`La nueva ficha toma de la ficha ${overview.number} el hecho, el relato, el lugar, la presunta persona agresora y quien informa. La condición, la valoración y la reserva son propias.`}
      form={form}
      order={order}
      onOpen={() => void open()}
    >
      <VictimPanel form={form} caseId={overview.caseId} />
    </LinkedFrame>
  );
}

function VictimPanel({ form, caseId }: { readonly form: SectionForm<Values>; readonly caseId: string }) {
  const link = useWatch({ control: form.control, name: 'userLink' });
  const choose = (next: PersonLink | null) => {
    const before = form.getValues('userLink');
    // Typed names stay while the link says that they are needed.
    const isFirst = form.getValues('user.givenNames') === notAskedYet;
    if (isFirst || next?.kind === 'known' || before?.kind === 'known') form.setValue('user', userFor(next));
    form.setValue('userLink', next, { shouldDirty: true });
    form.clearErrors('userLink');
  };
  return (
    <Panel title="1. La otra víctima">
      {link?.kind !== 'known' && <OfThisFicha caseId={caseId} onLink={choose} />}
      <PersonChoice
        id={form.fieldId('userLink')}
        arrivalId={null}
        label="Busque primero a la otra víctima"
        link={link}
        onLink={choose}
      />
      {link !== null && link.kind !== 'known' && (
        <QuestionGrid>
          <NameFields form={form} at="user" />
          <PreferredNameField form={form} at="user" />
          <DocumentFields form={form} at="user" />
        </QuestionGrid>
      )}
    </Panel>
  );
}

/** Children and relatives who already stand in this ficha: one press, nothing typed again. */
function OfThisFicha({ caseId, onLink }: { readonly caseId: string; readonly onLink: (link: PersonLink) => void }) {
  const persons = useRead(['intake', 'linked-persons', caseId], (client) => client.listCasePersons({ caseId }), {
    staleTime: 0,
  });
  const participants = persons.data?.participants ?? [];
  if (participants.length === 0) return null;
  return (
    <div className={look.row} role="group" aria-label="Personas de esta ficha">
      {participants.map(({ personId, name }) => (
        <PlainButton key={personId} onClick={() => onLink({ kind: 'known', personId, name })}>
          {`Es ${name}`}
        </PlainButton>
      ))}
    </div>
  );
}
