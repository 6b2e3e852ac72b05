import { useState } from 'react';
import type { Registration } from '../../../shared/register/index.ts';
import { fichaNumberWords } from '../../../shared/register/index.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { inLima } from '../../platform/times.ts';
import { PlainButton, look, DataTable, Notice, Panel, StateBadge, type Column } from '../../platform/ui/index.ts';
import type { Sheet } from '../queries.ts';
import { isToPass, sheetStateWords, sheetTones } from '../words.ts';
import { RegistrationForm } from './registration-form.tsx';

type Props = { readonly caseId: string; readonly sheet: Sheet; readonly mayRegister: boolean };

const columns: readonly Column<Registration>[] = [
  { title: 'N.º oficial', cell: ({ fichaNumber }) => fichaNumberWords(fichaNumber) },
  { title: 'Fecha', right: true, cell: ({ registeredOn }) => formatCivilDate(registeredOn) },
  { title: 'Motivo de la corrección', cell: ({ reason }) => reason ?? '—' },
  { title: 'Anotada', cell: ({ recordedBy, recordedAt }) => `${inLima(recordedAt)}, ${recordedBy}` },
];

/** State of the ficha in the central register, and the act that says «Registrada». */
export function RegistrationPanel({ caseId, sheet, mayRegister }: Props) {
  const { progress, registrations } = sheet;
  return (
    <Panel title="En el registro central">
      <Standing sheet={sheet} />
      {progress.state === 'changed' && (
        <Notice tone="warning">
          La ficha ya está registrada y algo es nuevo o cambió. Páselo también al registro central y márquelo aquí.
        </Notice>
      )}
      {registrations.length > 1 && (
        <DataTable
          caption="Registros y correcciones, lo más reciente primero"
          columns={columns}
          rows={registrations}
          keyOf={({ recordedAt }) => recordedAt}
        />
      )}
      {mayRegister && <Registering caseId={caseId} sheet={sheet} />}
    </Panel>
  );
}

function Standing({ sheet: { progress, fichaNumber, registrations } }: Pick<Props, 'sheet'>) {
  const { state, done, total, changed } = progress;
  return (
    <div className={look.row}>
      <StateBadge tone={sheetTones[state]}>
        {sheetStateWords(state, fichaNumber, registrations[0]?.registeredOn ?? null)}
      </StateBadge>
      <span>{`${done} de ${total} respuestas pasadas`}</span>
      {changed > 0 && <span>{`${changed} ${changed === 1 ? 'cambió' : 'cambiaron'} después de pasarse`}</span>}
    </div>
  );
}

/** The form of the first registration stands open; that of a correction is asked for. */
function Registering({ caseId, sheet: { progress, fichaNumber, registrations, lines } }: Omit<Props, 'mayRegister'>) {
  const last = registrations[0] ?? null;
  const [isCorrecting, setCorrecting] = useState(false);
  return (
    <>
      {(last === null || isCorrecting) && (
        <RegistrationForm
          caseId={caseId}
          number={fichaNumber}
          last={last}
          seen={lines.filter((line) => isToPass(line) && !line.isWithheld).map(({ id, mark }) => ({ id, mark }))}
          left={progress.total - progress.done}
          onDone={() => setCorrecting(false)}
        />
      )}
      {last !== null && (
        <div className={look.row}>
          <PlainButton aria-expanded={isCorrecting} onClick={() => setCorrecting(!isCorrecting)}>
            {isCorrecting ? 'Dejar como estaba' : 'Corregir número o fecha'}
          </PlainButton>
        </div>
      )}
    </>
  );
}
