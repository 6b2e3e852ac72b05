import { useState } from 'react';
import { staffDetailsSchema, type StaffMember } from '../../../shared/access/index.ts';
import { z } from '../../../shared/platform/zod.ts';
import { ActProblem, summaryOf, useSectionForm } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import {
  PlainButton,
  ActionBar,
  EmptyState,
  ErrorSummary,
  PageTitle,
  Panel,
  QueryState,
} from '../../platform/ui/index.ts';
import { RolesControl } from '../forms/staff-fields.tsx';
import { useRefreshAccess, useStaff } from '../queries.ts';
import { ProposedNotice } from './proposed-notice.tsx';

const draftSchema = z.strictObject({ roles: staffDetailsSchema.shape.roles });

export function ChangeRolesScreen({ params }: { readonly params: { readonly staffId: string } }) {
  const staff = useStaff();
  const go = useGo();
  return (
    <QueryState query={staff}>
      {(members) => {
        const member = members.find((one) => one.id === params.staffId && one.state === 'active');
        if (member !== undefined) return <ChangeRoles key={member.id} member={member} />;
        return (
          <>
            <PageTitle>Cambiar funciones</PageTitle>
            <EmptyState action={{ reads: true, label: 'Volver a Personal', onClick: () => go('/personal') }}>
              Esta persona no está en el personal con acceso.
            </EmptyState>
          </>
        );
      }}
    </QueryState>
  );
}

function ChangeRoles({ member }: { readonly member: StaffMember }) {
  const go = useGo();
  const refresh = useRefreshAccess();
  const form = useSectionForm({
    ...{ schema: draftSchema, defaultValues: { roles: member.roles }, id: 'change-roles', refresh },
  });
  const [state, setState] = useState<'typing' | 'changed' | 'sent'>('typing');
  const { id: staffId, version } = member;
  const propose = () =>
    form.send(
      ({ roles }, client) => client.proposeStaffChange({ staffChange: { change: 'roles', staffId, version, roles } }),
      {
        done: () => setState('sent'),
        refused: ({ code }) => {
          if (code === 'conflict') setState('changed');
        },
      },
    );
  if (state === 'sent') return <ProposedNotice title="Cambio de funciones propuesto" />;
  return (
    <>
      <PageTitle>{`Cambiar funciones de ${member.fullName}`}</PageTitle>
      <ErrorSummary items={summaryOf(form, ['roles'])} attempt={form.attempt} />
      <ActProblem
        byBar
        act={form}
        action={state === 'changed' ? { label: 'Traer los datos de ahora', onClick: () => void refresh() } : undefined}
      />
      <Panel>
        <RolesControl form={form} />
      </Panel>
      <ActionBar main={{ label: 'Proponer', busy: form.busy, onClick: () => void propose() }}>
        <PlainButton onClick={() => go('/personal')}>Volver a Personal</PlainButton>
      </ActionBar>
    </>
  );
}
