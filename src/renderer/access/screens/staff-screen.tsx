import { useState } from 'react';
import { roleLabels, staffStateLabels, type StaffMember } from '../../../shared/access/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay, useSession } from '../../platform/session.tsx';
import {
  PlainButton,
  ActionBar,
  DataTable,
  Told,
  PageTitle,
  QueryState,
  StateBadge,
  type Column,
} from '../../platform/ui/index.ts';
import css from '../access.module.css';
import { DisableDialog } from '../disable-dialog.tsx';
import { useStaff } from '../queries.ts';
import { ProposeAboutDialog } from '../propose-about-dialog.tsx';
import { StandInPanels } from '../stand-in-panels.tsx';

const roleWords = (member: StaffMember) => member.roles.map((role) => roleLabels[role]).join(' · ');

function professionWords({ profession, college, collegeNumber }: StaffMember): string {
  const number = collegeNumber === null ? null : `n.º ${collegeNumber}`;
  return [profession, [college, number].filter(Boolean).join(' ')].filter(Boolean).join(', ') || '—';
}

const columns: readonly Column<StaffMember>[] = [
  { title: 'Nombres y apellidos', cell: (member) => member.fullName },
  { title: 'Usuario', cell: (member) => member.login },
  { title: 'Funciones', cell: roleWords },
  { title: 'Profesión y colegiatura', cell: professionWords },
  {
    title: 'Estado',
    cell: (member) => (
      <StateBadge tone={member.state === 'active' ? 'done' : 'neutral'}>{staffStateLabels[member.state]}</StateBadge>
    ),
  },
];

type Asked = { readonly act: 'disable' | 'reset' | 'reactivate'; readonly member: StaffMember };

/** «Personal»: who works here, with what their functions allow the reader to do about them. */
export function StaffScreen() {
  const staff = useStaff();
  const go = useGo();
  const mayPropose = useMay('staff.create');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [left, setLeft] = useState<StaffMember | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <PageTitle>Personal</PageTitle>
      {left !== null && <LeftNotice member={left} />}
      <QueryState query={staff}>{(members) => <StaffTable members={members} onAsk={setAsked} />}</QueryState>
      <StandInPanels />
      {asked?.act === 'disable' && (
        <DisableDialog
          member={asked.member}
          onClose={close}
          onDone={() => {
            setLeft(asked.member);
            close();
          }}
        />
      )}
      {asked !== null && asked.act !== 'disable' && (
        <ProposeAboutDialog act={asked.act} member={asked.member} onClose={close} />
      )}
      {mayPropose && <ActionBar main={{ label: 'Proponer personal nuevo', onClick: () => go('/personal/nuevo') }} />}
    </>
  );
}

/** An access taken away keeps nobody from a copy of the folder: a new key does. */
function LeftNotice({ member }: { readonly member: StaffMember }) {
  const go = useGo();
  const mayRotate = useMay('key.rotate');
  const change = { label: 'Cambiar la llave del archivo', onClick: () => go('/ajustes/llave') };
  return (
    <Told tone="warning" {...(mayRotate ? { action: change } : {})}>
      {member.fullName} ya no tiene acceso. Si dejó el centro o alguien vio su contraseña, con una copia vieja de la
      carpeta todavía se puede leer lo nuevo: {mayRotate ? 'cambie' : 'pida a Coordinación que cambie'} la llave del
      archivo.
    </Told>
  );
}

type TableProps = { readonly members: readonly StaffMember[]; readonly onAsk: (asked: Asked) => void };

function StaffTable({ members, onAsk }: TableProps) {
  const mayAct = [useMay('staff.assignRole'), useMay('staff.disable'), useMay('staff.create')].includes(true);
  const acts: Column<StaffMember> = { title: 'Acciones', cell: (member) => <Acts member={member} onAsk={onAsk} /> };
  const active = members.filter((member) => member.state === 'active').length;
  return (
    <DataTable
      caption={`Personal del centro: ${active} con acceso, ${members.length - active} sin acceso`}
      columns={mayAct ? [...columns, acts] : columns}
      rows={members}
    />
  );
}

function Acts({ member, onAsk }: { readonly member: StaffMember } & Pick<TableProps, 'onAsk'>) {
  const go = useGo();
  const isOwn = useSession().staff.id === member.id;
  const may = {
    roles: useMay('staff.assignRole'),
    reset: useMay('staff.resetAccess'),
    disable: useMay('staff.disable'),
    reactivate: useMay('staff.create'),
  };
  const act = (words: string, about: string, onClick: () => void) => (
    <PlainButton small aria-label={`${about} ${member.fullName}`} onClick={onClick}>
      {words}
    </PlainButton>
  );
  const ask = (what: Asked['act']) => () => onAsk({ act: what, member });
  if (member.state === 'disabled')
    return may.reactivate && act('Devolver acceso', 'Devolver acceso a', ask('reactivate'));
  const goToRoles = () => go('/personal/$staffId', { staffId: member.id });
  return (
    <div className={css.acts}>
      {may.roles && act('Funciones', 'Cambiar funciones de', goToRoles)}
      {may.reset && !isOwn && act('Contraseña', 'Contraseña olvidada de', ask('reset'))}
      {may.disable && !isOwn && act('Deshabilitar', 'Deshabilitar a', ask('disable'))}
    </div>
  );
}
