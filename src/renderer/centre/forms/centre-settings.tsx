import { useState } from 'react';
import { centreDetailsSchema, centreFields, type Centre, type CentreDetails } from '../../../shared/centre/index.ts';
import { announce } from '../../platform/announce.ts';
import { ActProblem, summaryOf, useSectionForm } from '../../platform/forms/index.ts';
import { useHolds, useMayStore } from '../../platform/session.tsx';
import {
  PlainButton,
  Facts,
  look,
  ErrorSummary,
  Notice,
  Panel,
  QueryState,
  ButtonRow,
} from '../../platform/ui/index.ts';
import { useValueWords } from '../../record/index.ts';
import { useRead, useRefresh } from '../../platform/query.ts';
import { draftOf } from './centre-draft.ts';
import { CentreFields } from './centre-fields.tsx';
import css from '../centre.module.css';

const names = Object.keys(centreFields) as (keyof CentreDetails)[];

function useShown(): (draft: CentreDetails, name: keyof CentreDetails) => string {
  const words = useValueWords();
  return (draft, name) => words(centreFields[name], draft[name]);
}

/** Names of the centre; a change counts from today and reaches the papers issued from then on. */
export function CentreSettings() {
  const centre = useCentre();
  const mayChange = useMayStore('settings.centre');
  return (
    <QueryState query={centre}>
      {(current) => (
        <>
          {mayChange ? <CentreForm current={current} /> : <CentreFacts current={current} />}
          <Panel title="Firma de los reportes">
            <Facts of={[['Huella de la clave', <span className={look.mono}>{current.fingerprint}</span>]]} />
            <p className={look.secondary}>
              Va al pie de cada reporte y en la hoja de la fundación. Quien recibe un reporte compara una con otra.
            </p>
          </Panel>
        </>
      )}
    </QueryState>
  );
}

function CentreFacts({ current }: { readonly current: Centre }) {
  const draft = draftOf(current);
  const shown = useShown();
  const mayChange = useHolds('settings.centre');
  return (
    <Panel>
      <Facts of={names.map((name) => [centreFields[name].label, shown(draft, name)])} />
      {!mayChange && <p>Solo Coordinación los cambia.</p>}
    </Panel>
  );
}

/** `conflict` names whose change stands in the record now. */
type Saving = { readonly kind: 'saved' } | { readonly kind: 'conflict'; readonly title: string } | null;

function CentreForm({ current }: { readonly current: Centre }) {
  const refresh = useRefreshCentre();
  const form = useSectionForm<CentreDetails>({
    ...{ schema: centreDetailsSchema, defaultValues: draftOf(current), id: 'centre', refresh },
  });
  const [version, setVersion] = useState(current.version);
  const [saving, setSaving] = useState<Saving>(null);
  const save = () => {
    setSaving(null);
    return form.send((draft, client) => client.changeCentre({ version, centre: draft }), {
      words: 'Cambios guardados.',
      done: (saved) => {
        setVersion(saved.version);
        form.reset(draftOf(saved));
        setSaving({ kind: 'saved' });
      },
      refused: async ({ code, reason }) => {
        if (code !== 'conflict') return;
        await refresh();
        const title =
          reason === 'stored-before' ? 'Lo que envió antes sí se guardó' : 'Otra persona cambió estos datos';
        setSaving({ kind: 'conflict', title });
        announce(`${title}. Lo que escribió sigue en pantalla.`, 'alert');
      },
    });
  };
  return (
    <form className={css.main} noValidate onSubmit={(event) => event.preventDefault()}>
      <ErrorSummary items={summaryOf(form, names)} attempt={form.attempt} />
      {saving?.kind !== 'conflict' && <ActProblem act={form} />}
      {saving?.kind === 'conflict' && (
        <Conflict
          title={saving.title}
          typed={form.getValues()}
          stored={draftOf(current)}
          onTheirs={() => {
            form.reset(draftOf(current));
            setVersion(current.version);
            setSaving(null);
          }}
          onMine={() => {
            setVersion(current.version);
            setSaving(null);
          }}
        />
      )}
      {saving?.kind === 'saved' && (
        <Notice tone="done">Guardado. Vale desde hoy para los papeles nuevos; los ya emitidos no cambian.</Notice>
      )}
      <Panel>
        <CentreFields form={form} />
      </Panel>
      <ButtonRow busy={form.busy} label="Guardar cambios" meanwhile="Guardando…" onClick={() => void save()} />
    </form>
  );
}

type ConflictProps = {
  readonly title: string;
  readonly typed: CentreDetails;
  readonly stored: CentreDetails;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
};

/** Both versions of each field that differs; the person says which goes on, nothing is overwritten before. */
function Conflict({ title, typed, stored, onTheirs, onMine }: ConflictProps) {
  const shown = useShown();
  const differing = names.filter((name) => shown(typed, name) !== shown(stored, name));
  return (
    <Panel title={title}>
      <p>Lo que usted escribió sigue abajo y todavía no se guardó.</p>
      <Facts
        of={differing.map((name) => [
          centreFields[name].label,
          <>
            <p>Guardado ahora: {shown(stored, name)}</p>
            <p>Lo que usted escribió: {shown(typed, name)}</p>
          </>,
        ])}
      />
      <ButtonRow plain label="Seguir con lo que escribí" onClick={onMine}>
        <PlainButton onClick={onTheirs}>Traer lo guardado</PlainButton>
      </ButtonRow>
    </Panel>
  );
}

const centreKey = ['centre', 'names'] as const;

const useCentre = () => useRead(centreKey, (client) => client.getCentre({}));

const useRefreshCentre = () => useRefresh(centreKey);
