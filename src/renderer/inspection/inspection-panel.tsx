import { useState } from 'react';
import { addMonths, civilDateSchema, type CivilDate } from '../../shared/platform/dates.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import { isSomebody, nobodyBeside, PasswordAgainDialog, SecondPersonFields, toldSecond } from '../access/index.ts';
import { useCentreDay } from '../intake/index.ts';
import { WorkingPaperDialog } from '../papers/index.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client.ts';
import { downloadBytes, fetchFile } from '../platform/files.ts';
import { onlyFor } from '../platform/session.tsx';
import { OneOfField, DateField, look, Notice, Panel, PlainButton, ButtonRow, optionsOf } from '../platform/ui/index.ts';

type Period = { readonly from: string; readonly to: string };
type Whole = { readonly from: CivilDate; readonly to: CivilDate };

/** Null while a day is missing, or they are the wrong way round. */
function wholePeriod({ from, to }: Period): Whole | null {
  const [start, end] = [civilDateSchema.safeParse(from), civilDateSchema.safeParse(to)];
  return start.success && end.success && start.data <= end.data ? { from: start.data, to: end.data } : null;
}

/** «Paquete de auditoría»: how the record was kept in a period, and nothing of any case. */
export const InspectionPanel = onlyFor('inspection.read', function Pack() {
  const client = useClient();
  const { day } = useCentreDay();
  const [period, setPeriod] = useState<Period>({ from: `${addMonths(monthOf(day), -6)}-01`, to: day });
  const [open, setOpen] = useState<'show' | 'release' | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const whole = wholePeriod(period);
  return (
    <Panel title="Paquete de auditoría">
      <p>
        Para quien inspecciona: permisos, accesos, copias, incidentes, llaves, meses cerrados y prueba de la bitácora de
        un periodo. No lleva nada de ningún caso ni el nombre de ninguna persona usuaria.
      </p>
      {done !== null && <Notice tone="done">{done}</Notice>}
      <div className={look.fields}>
        <DateField
          words={{ label: 'Desde', id: 'pack-from' }}
          value={period.from}
          onChange={(from) => setPeriod({ ...period, from: from ?? '' })}
        />
        <DateField
          words={{ label: 'Hasta', id: 'pack-to', error: whole === null ? 'Termina antes de empezar.' : undefined }}
          value={period.to}
          onChange={(to) => setPeriod({ ...period, to: to ?? '' })}
        />
      </div>
      <ButtonRow plain label="Ver" onClick={() => whole !== null && setOpen('show')}>
        <PlainButton onClick={() => whole !== null && setOpen('release')}>Sacar con una segunda persona</PlainButton>
      </ButtonRow>
      {open === 'show' && whole !== null && (
        <WorkingPaperDialog
          title="Borrador del paquete de auditoría"
          paper={['inspection', whole.from, whole.to]}
          make={() => client.showInspection({ period: whole })}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'release' && whole !== null && (
        <Release
          period={whole}
          onClose={(words) => {
            setOpen(null);
            setDone(words);
          }}
        />
      )}
    </Panel>
  );
});

const ways = optionsOf({ print: 'Imprimir', save: 'Guardar en PDF, con sus tablas en CSV' });

function Release({ period, onClose }: { readonly period: Whole; readonly onClose: (words: string | null) => void }) {
  const [second, setSecond] = useState(nobodyBeside);
  const [way, setWay] = useState<'print' | 'save'>('print');
  const [tried, setTried] = useState(false);
  return (
    <PasswordAgainDialog
      title="¿Sacar el paquete de auditoría?"
      verb="Registrar y sacar"
      isReady={() => {
        setTried(true);
        return isSomebody(second);
      }}
      onConfirm={async (password, by) => {
        const input = { period, second: toldSecond(second), way, printer: null };
        const { number, file, tables } = await by.releaseInspection(input, { password });
        for (const one of [file, tables?.file ?? null]) if (one !== null) downloadBytes(await fetchFile(by, one), one);
        announce('Paquete registrado.');
        onClose(
          tables === null ? `Copia ${number} registrada.` : `Copias ${number} y ${tables.number} (tablas) registradas.`,
        );
      }}
      onCancel={() => onClose(null)}
    >
      <OneOfField inline words={{ label: 'Cómo sale' }} options={ways} value={way} onChange={setWay} />
      <SecondPersonFields id="pack" value={second} onChange={setSecond} tried={tried} />
    </PasswordAgainDialog>
  );
}
