import { useState } from 'react';
import { actingFormSchema, isProfessional, mostActingDays, type ActingForm } from '../../../shared/access/index.ts';
import { FormHead, TextControl, useSectionForm } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useHolds } from '../../platform/session.tsx';
import {
  PlainButton,
  look,
  ActionBar,
  EmptyState,
  Told,
  PageTitle,
  Panel,
  QueryState,
} from '../../platform/ui/index.ts';
import { PeriodFields, PersonChoice, type NamedPerson } from '../forms/period-fields.tsx';
import { useRefreshAccess, useStaffNames } from '../queries.ts';
import { useStatus } from '../status.tsx';
import { ProposedNotice } from './proposed-notice.tsx';

/** «Proponer una encargatura»: Coordinación beforehand, or any professional with the recovery key while she is away. */
export function ActingScreen() {
  const names = useStaffNames();
  const [sent, setSent] = useState(false);
  const isCoordination = useHolds('caseload.cover');
  const back = isCoordination ? '/personal' : '/aprobaciones';
  if (sent) return <ProposedNotice title="Encargatura propuesta" back={back} />;
  return (
    <>
      <PageTitle>Proponer una encargatura de Coordinación</PageTitle>
      {!isCoordination && (
        <Told tone="warning">
          Solo si Coordinación está ausente y no la dejó preparada. Quien la apruebe escribirá la clave de recuperación
          del sobre; se avisa a todo el personal y queda anotado para la próxima inspección.
        </Told>
      )}
      <QueryState query={names}>
        {(people) => (
          <ActingForm
            back={back}
            people={people.filter(({ roles }) => isProfessional(roles) && !roles.includes('coordinator'))}
            onSent={() => setSent(true)}
          />
        )}
      </QueryState>
    </>
  );
}

type Props = { readonly people: readonly NamedPerson[]; readonly back: string; readonly onSent: () => void };

function ActingForm({ people, back, onSent }: Props) {
  const go = useGo();
  const refresh = useRefreshAccess();
  const today = useStatus().status?.today ?? '';
  const form = useSectionForm<ActingForm>({
    schema: actingFormSchema,
    defaultValues: { staffId: '', fromOn: today, untilOn: null, memorandum: '' },
    id: 'acting',
    sentAs: 'form',
    refresh,
  });
  const propose = () => form.send((filled, client) => client.proposeActing({ form: filled }), { done: onSent });
  const goBack = () => go(back);
  if (people.length === 0) {
    return (
      <EmptyState action={{ label: 'Volver', onClick: goBack, reads: true }}>
        No hay otra persona profesional con acceso a quien encargar la Coordinación.
      </EmptyState>
    );
  }
  return (
    <>
      <FormHead form={form} order={['staffId', 'fromOn', 'untilOn', 'memorandum']} byBar />
      <Panel>
        <div className={look.stack}>
          <PersonChoice
            form={form}
            name="staffId"
            words={{ label: 'Quién queda a cargo', hint: 'Tendrá la función de Coordinación además de la suya.' }}
            people={people}
          />
          <PeriodFields form={form} most={mostActingDays} />
          <TextControl
            form={form}
            name="memorandum"
            width="medium"
            label="Número de memorando"
            hint="El documento que encarga la Coordinación."
          />
        </div>
      </Panel>
      <ActionBar main={{ label: 'Proponer', busy: form.busy, onClick: () => void propose() }}>
        <PlainButton onClick={goBack}>Volver</PlainButton>
      </ActionBar>
    </>
  );
}
