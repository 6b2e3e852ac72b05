import { Button } from '@mantine/core';
import { useState } from 'react';
import { staffDetailsSchema, type StaffMember } from '../../../shared/access/index.ts';
import { z } from '../../../shared/platform/zod.ts';
import { newKey } from '../../platform/client.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf } from '../../platform/failure-words.ts';
import { summaryOf, useSectionForm } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { ActionBar, EmptyState, ErrorSummary, Notice, PageTitle, Panel, QueryState } from '../../platform/ui/index.ts';
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
            <EmptyState
              action={{
                reads: true,
                label: 'Volver a Personal',
                onClick: () => {
                  go('/personal');
                },
              }}
            >
              Esta persona no está en el personal con acceso.
            </EmptyState>
          </>
        );
      }}
    </QueryState>
  );
}

function ChangeRoles({ member }: { readonly member: StaffMember }) {
  const client = useClient();
  const go = useGo();
  const refresh = useRefreshAccess();
  const form = useSectionForm({ schema: draftSchema, defaultValues: { roles: member.roles }, id: 'change-roles' });
  const [key, setKey] = useState(newKey);
  const [state, setState] = useState<'typing' | 'changed' | 'sent'>('typing');
  const propose = async () => {
    const done = await form.send(async ({ roles }) => {
      try {
        const { id: staffId, version } = member;
        await client.proposeStaffChange({ staffChange: { change: 'roles', staffId, version, roles } }, { key });
      } catch (error) {
        if (failureOf(error).code === 'conflict') setState('changed');
        throw error;
      }
    });
    setKey(newKey());
    if (!done) return;
    await refresh();
    setState('sent');
  };
  if (state === 'sent') return <ProposedNotice title="Cambio de funciones propuesto" />;
  return (
    <>
      <PageTitle>{`Cambiar funciones de ${member.fullName}`}</PageTitle>
      <ErrorSummary items={summaryOf(form, ['roles'])} attempt={form.attempt} />
      {form.problem !== null && (
        <Notice
          tone="error"
          {...(state === 'changed' && { action: { label: 'Traer los datos de ahora', onClick: () => void refresh() } })}
        >
          <p role="alert">{form.problem}</p>
        </Notice>
      )}
      <Panel>
        <RolesControl form={form} name="roles" />
      </Panel>
      <ActionBar main={{ label: 'Proponer', busy: form.formState.isSubmitting, onClick: () => void propose() }}>
        <Button
          variant="default"
          onClick={() => {
            go('/personal');
          }}
        >
          Volver a Personal
        </Button>
      </ActionBar>
    </>
  );
}
