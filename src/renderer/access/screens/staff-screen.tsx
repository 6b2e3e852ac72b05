import { Button } from '@mantine/core';
import { useState } from 'react';
import { roleLabels, staffStateLabels, type StaffMember } from '../../../shared/access/index.ts';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import {
  ActionBar,
  DataTable,
  Dialog,
  Notice,
  PageTitle,
  QueryState,
  StateBadge,
  type Column,
} from '../../platform/ui/index.ts';
import css from '../access.module.css';
import { useRefreshAccess, useStaff } from '../queries.ts';

const roleWords = (member: StaffMember) => member.roles.map((role) => roleLabels[role]).join(' · ');

function professionWords({ profession, college, collegeNumber }: StaffMember): string {
  const number = collegeNumber === null ? null : `n.º ${collegeNumber}`;
  return [profession, [college, number].filter(Boolean).join(' ')].filter(Boolean).join(', ') || '—';
}

const columns: readonly Column<StaffMember>[] = [
  { id: 'name', title: 'Nombres y apellidos', cell: (member) => member.fullName },
  { id: 'login', title: 'Usuario', cell: (member) => member.login },
  { id: 'roles', title: 'Funciones', cell: roleWords },
  { id: 'profession', title: 'Profesión y colegiatura', cell: professionWords },
  {
    id: 'state',
    title: 'Estado',
    cell: (member) => (
      <StateBadge tone={member.state === 'active' ? 'done' : 'neutral'}>{staffStateLabels[member.state]}</StateBadge>
    ),
  },
];

/** «Personal»: who works here, with what their functions allow the reader to do about them. */
export function StaffScreen() {
  const staff = useStaff();
  const go = useGo();
  const mayPropose = useMay('staff.create');
  const [leaving, setLeaving] = useState<StaffMember | null>(null);
  return (
    <>
      <PageTitle>Personal</PageTitle>
      <QueryState query={staff}>{(members) => <StaffTable members={members} onDisable={setLeaving} />}</QueryState>
      {leaving !== null && (
        <DisableDialog
          member={leaving}
          onClose={() => {
            setLeaving(null);
          }}
        />
      )}
      {mayPropose && (
        <ActionBar
          main={{
            label: 'Proponer personal nuevo',
            onClick: () => {
              go('/personal/nuevo');
            },
          }}
        />
      )}
    </>
  );
}

type TableProps = { readonly members: readonly StaffMember[]; readonly onDisable: (member: StaffMember) => void };

function StaffTable({ members, onDisable }: TableProps) {
  const go = useGo();
  const mayChangeRoles = useMay('staff.assignRole');
  const mayDisable = useMay('staff.disable');
  const acts: Column<StaffMember> = {
    id: 'acts',
    title: 'Acciones',
    cell: (member) =>
      member.state === 'active' && (
        <div className={css.acts}>
          {mayChangeRoles && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Cambiar funciones de ${member.fullName}`}
              onClick={() => {
                go('/personal/$staffId', { staffId: member.id });
              }}
            >
              Cambiar funciones
            </Button>
          )}
          {mayDisable && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Deshabilitar a ${member.fullName}`}
              onClick={() => {
                onDisable(member);
              }}
            >
              Deshabilitar
            </Button>
          )}
        </div>
      ),
  };
  const active = members.filter((member) => member.state === 'active').length;
  return (
    <DataTable
      caption={`Personal del centro: ${active} con acceso, ${members.length - active} sin acceso`}
      columns={mayChangeRoles || mayDisable ? [...columns, acts] : columns}
      rows={members}
      keyOf={(member) => member.id}
    />
  );
}

function DisableDialog({ member, onClose }: { readonly member: StaffMember; readonly onClose: () => void }) {
  const client = useClient();
  const refresh = useRefreshAccess();
  const [problem, setProblem] = useState<string | null>(null);
  const disable = async () => {
    try {
      await client.disableStaff({ staffId: member.id, version: member.version });
      announce(`Se retiró el acceso de ${member.fullName}.`);
      await refresh();
      onClose();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'conflict') await refresh();
      setProblem(
        failure.code === 'conflict' ? 'Estos datos cambiaron. Cierre este aviso y revise la lista.' : wordsOf(failure),
      );
    }
  };
  return (
    <Dialog
      opened
      title={`¿Retirar el acceso de ${member.fullName}?`}
      confirm={{ label: 'Retirar el acceso', dangerous: true, onClick: () => void disable() }}
      cancel={{ label: 'Dejar como está', onClick: onClose }}
    >
      <p>Su sesión se cierra en la siguiente acción y ya no podrá entrar. Sus registros y firmas se conservan.</p>
      {problem !== null && (
        <Notice tone="error">
          <p role="alert">{problem}</p>
        </Notice>
      )}
    </Dialog>
  );
}
