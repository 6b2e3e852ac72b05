import { Button } from '@mantine/core';
import { useState } from 'react';
import { actingFormSchema, isProfessional, mostActingDays, type ActingForm } from '../../../shared/access/index.ts';
import { newKey } from '../../platform/client.ts';
import { useClient } from '../../platform/client-context.tsx';
import { withFailure } from '../../platform/failure-words.ts';
import { TextControl, useSectionForm } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { ActionBar, EmptyState, Notice, PageTitle, Panel, QueryState } from '../../platform/ui/index.ts';
import css from '../access.module.css';
import { FormTop, PeriodFields, PersonChoice, type NamedPerson } from '../forms/period-fields.tsx';
import { atForm } from '../forms/staff-draft.ts';
import { useRefreshAccess, useStaffNames } from '../queries.ts';
import { useStatus } from '../status.tsx';
import { ProposedNotice } from './proposed-notice.tsx';

/** «Proponer una encargatura»: Coordinación beforehand, or any professional with the recovery key while she is away. */
export function ActingScreen() {
  const names = useStaffNames();
  const [sent, setSent] = useState(false);
  const isCoordination = useMay('caseload.cover');
  const back = isCoordination ? '/personal' : '/aprobaciones';
  if (sent) return <ProposedNotice title="Encargatura propuesta" back={back} />;
  return (
    <>
      <PageTitle>Proponer una encargatura de Coordinación</PageTitle>
      {!isCoordination && (
        <Notice tone="warning">
          <p>
            Solo si Coordinación está ausente y no la dejó preparada. Quien la apruebe escribirá la clave de
            recuperación del sobre; se avisa a todo el personal y queda anotado para la próxima inspección.
          </p>
        </Notice>
      )}
      <QueryState query={names}>
        {(people) => (
          <ActingForm
            back={back}
            people={people.filter(({ roles }) => isProfessional(roles) && !roles.includes('coordinator'))}
            onSent={() => {
              setSent(true);
            }}
          />
        )}
      </QueryState>
    </>
  );
}

type Props = { readonly people: readonly NamedPerson[]; readonly back: string; readonly onSent: () => void };

function ActingForm({ people, back, onSent }: Props) {
  const client = useClient();
  const go = useGo();
  const refresh = useRefreshAccess();
  const today = useStatus().status?.today ?? '';
  const [key, setKey] = useState(newKey);
  const form = useSectionForm<ActingForm>({
    schema: actingFormSchema as never,
    defaultValues: { staffId: '', fromOn: today, untilOn: null, memorandum: '' } as unknown as ActingForm,
    id: 'acting',
  });
  const propose = async () => {
    const done = await form.send(async (filled) => {
      await withFailure(client.proposeActing({ form: filled }, { key }), atForm);
    });
    if (!done) return;
    setKey(newKey());
    await refresh();
    onSent();
  };
  const goBack = () => {
    go(back);
  };
  if (people.length === 0) {
    return (
      <EmptyState action={{ label: 'Volver', onClick: goBack }}>
        No hay otra persona profesional con acceso a quien encargar la Coordinación.
      </EmptyState>
    );
  }
  return (
    <>
      <FormTop form={form} order={['staffId', 'fromOn', 'untilOn', 'memorandum']} />
      <Panel>
        <div className={css.stack}>
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
            words={{ label: 'Número de memorando', hint: 'El documento que encarga la Coordinación.' }}
          />
        </div>
      </Panel>
      <ActionBar main={{ label: 'Proponer', busy: form.formState.isSubmitting, onClick: () => void propose() }}>
        <Button variant="default" onClick={goBack}>
          Volver
        </Button>
      </ActionBar>
    </>
  );
}
