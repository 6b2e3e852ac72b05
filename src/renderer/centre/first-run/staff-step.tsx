import { useState } from 'react';
import { roleLabels, type StaffMember } from '../../../shared/access/index.ts';
import {
  atStaffFields,
  blankStaff,
  PassphraseControl,
  staffDraftSchema,
  StaffFields,
  staffOrder,
  useRefreshAccess,
  useStaff,
} from '../../access/index.ts';
import { withFailure } from '../../platform/failure-words.ts';
import { FormHead, useSectionForm } from '../../platform/forms/index.ts';
import { PlainButton, DataTable, Panel, QueryState, type Column, ButtonRow } from '../../platform/ui/index.ts';
import css from '../centre.module.css';
import { SetupPage } from './setup-page.tsx';

type Props = { readonly practice: boolean; readonly onBack: () => void; readonly onNext: () => void };

const columns: readonly Column<StaffMember>[] = [
  { title: 'Nombres y apellidos', cell: (member) => member.fullName },
  { title: 'Usuario', cell: (member) => member.login },
  { title: 'Funciones', cell: (member) => member.roles.map((role) => roleLabels[role]).join(' · ') },
];

export function StaffStep({ practice, onBack, onNext }: Props) {
  const staff = useStaff();
  const [adding, setAdding] = useState(false);
  return (
    <SetupPage step="staff" title="Primer personal" practice={practice}>
      <p>
        Registre ahora a las demás personas que usarán el programa; cada una escribe su propia contraseña. Después, una
        persona nueva necesita la aprobación de otra.
      </p>
      <QueryState query={staff}>
        {(members) => <DataTable caption={`Personal registrado: ${members.length}`} columns={columns} rows={members} />}
      </QueryState>
      {adding ? (
        <AddStaff onClose={() => setAdding(false)} />
      ) : (
        <ButtonRow label="Continuar" onClick={onNext}>
          <PlainButton onClick={() => setAdding(true)}>Agregar persona</PlainButton>
          <PlainButton onClick={onBack}>Volver</PlainButton>
        </ButtonRow>
      )}
    </SetupPage>
  );
}

function AddStaff({ onClose }: { readonly onClose: () => void }) {
  const refresh = useRefreshAccess();
  const form = useSectionForm({
    ...{ schema: staffDraftSchema, defaultValues: blankStaff, id: 'first-staff', refresh },
  });
  const add = () =>
    form.send(
      ({ passphrase, ...details }, client) =>
        withFailure(client.addFirstStaff({ details, passphrase }), (failure) => atStaffFields(failure, 'details.')),
      { words: 'Persona agregada.', done: onClose },
    );
  return (
    <form className={css.main} noValidate onSubmit={(event) => event.preventDefault()}>
      <FormHead form={form} order={staffOrder} />
      <Panel title="Agregar persona">
        <StaffFields form={form} />
        <PassphraseControl
          form={form}
          name="passphrase"
          suggest={4}
          label="Contraseña"
          hint="La escribe la propia persona, sin que otra mire. Al menos 15 caracteres."
        />
      </Panel>
      <ButtonRow busy={form.busy} label="Agregar al personal" meanwhile="Agregando…" onClick={() => void add()}>
        <PlainButton onClick={onClose}>Cerrar sin agregar</PlainButton>
      </ButtonRow>
    </form>
  );
}
