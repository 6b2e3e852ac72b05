import { Button } from '@mantine/core';
import { use, useState } from 'react';
import { categoryLabels, type Centre } from '../../../shared/centre/index.ts';
import { announce } from '../../platform/announce.ts';
import { newKey } from '../../platform/client.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf } from '../../platform/failure-words.ts';
import { summaryOf, useSectionForm } from '../../platform/forms/index.ts';
import { useMay } from '../../platform/session.tsx';
import { ErrorSummary, Notice, Panel, PlacesProvider, QueryState } from '../../platform/ui/index.ts';
import css from '../centre.module.css';
import { useCentre, useRefreshCentre } from '../queries.ts';
import { centreDetailsOf, centreDraftSchema, centreOrder, draftOf, type CentreDraft } from './centre-draft.ts';
import { CentreFields } from './centre-fields.tsx';

const words: Readonly<Record<keyof CentreDraft, string>> = {
  name: 'Nombre del centro',
  code: 'Código del centro',
  districtCode: 'Distrito',
  category: 'Categoría',
  proceduralAddress: 'Domicilio procesal',
  acronym: 'Siglas',
  phone: 'Teléfono',
  ministry: 'Ministerio',
  programme: 'Programa',
  yearSlogan: 'Lema del año',
};
const names = Object.keys(words) as (keyof CentreDraft)[];

/** Says a fact of the centre in words: the district by its name, never by its code. */
function useShown(): (draft: CentreDraft, name: keyof CentreDraft) => string {
  const places = use(PlacesProvider);
  return (draft, name) => {
    if (name === 'category') return draft.category === null ? '—' : categoryLabels[draft.category];
    const text = draft[name] ?? '—';
    return name === 'districtCode' ? (places.find(({ code }) => code === text)?.label ?? text) : text;
  };
}

/** Names of the centre; a change counts from today and reaches the papers issued from then on. */
export function CentreSettings() {
  const centre = useCentre();
  const mayChange = useMay('settings.centre');
  return (
    <QueryState query={centre}>
      {(current) => (mayChange ? <CentreForm current={current} /> : <CentreFacts current={current} />)}
    </QueryState>
  );
}

function CentreFacts({ current }: { readonly current: Centre }) {
  const draft = draftOf(current);
  const shown = useShown();
  return (
    <Panel>
      <dl className={css.facts}>
        {names.map((name) => (
          <div key={name}>
            <dt>{words[name]}</dt>
            <dd>{shown(draft, name)}</dd>
          </div>
        ))}
      </dl>
      <p>Solo Coordinación los cambia.</p>
    </Panel>
  );
}

type Saving = { readonly kind: 'saved' } | { readonly kind: 'conflict' } | null;

function CentreForm({ current }: { readonly current: Centre }) {
  const client = useClient();
  const refresh = useRefreshCentre();
  const form = useSectionForm<CentreDraft>({
    schema: centreDraftSchema,
    defaultValues: draftOf(current),
    id: 'centre',
  });
  const [key, setKey] = useState(newKey);
  const [version, setVersion] = useState(current.version);
  const [saving, setSaving] = useState<Saving>(null);
  const busy = form.formState.isSubmitting;
  const save = async () => {
    if (busy) return;
    setSaving(null);
    const done = await form.send(async (draft) => {
      const centre = centreDetailsOf(draft);
      if (centre === null) return;
      try {
        const saved = await client.changeCentre({ version, centre }, { key });
        setVersion(saved.version);
        form.reset(draftOf(saved));
      } catch (error) {
        if (failureOf(error).code === 'conflict') {
          await refresh();
          setSaving({ kind: 'conflict' });
          announce('Otra persona cambió estos datos. Lo que escribió sigue en pantalla.', 'alert');
        }
        throw error;
      }
    });
    setKey(newKey());
    if (!done) return;
    announce('Cambios guardados.');
    await refresh();
    setSaving({ kind: 'saved' });
  };
  return (
    <form
      className={css.main}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <ErrorSummary items={summaryOf(form, centreOrder)} attempt={form.attempt} />
      {form.problem !== null && saving?.kind !== 'conflict' && (
        <Notice tone="error">
          <p role="alert">{form.problem}</p>
        </Notice>
      )}
      {saving?.kind === 'conflict' && (
        <Conflict
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
      <div className={css.row}>
        <Button onClick={save} aria-disabled={busy}>
          {busy ? 'Guardando…' : 'Guardar cambios'}
        </Button>
      </div>
    </form>
  );
}

type ConflictProps = {
  readonly typed: CentreDraft;
  readonly stored: CentreDraft;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
};

/** Both versions of each field that differs; the person says which goes on, nothing is overwritten before. */
function Conflict({ typed, stored, onTheirs, onMine }: ConflictProps) {
  const shown = useShown();
  const differing = names.filter((name) => shown(typed, name) !== shown(stored, name));
  return (
    <Panel title="Otra persona cambió estos datos">
      <p>Nada se guardó todavía. Lo que usted escribió sigue abajo.</p>
      <dl className={css.facts}>
        {differing.map((name) => (
          <div key={name}>
            <dt>{words[name]}</dt>
            <dd>Guardado ahora: {shown(stored, name)}</dd>
            <dd>Lo que usted escribió: {shown(typed, name)}</dd>
          </div>
        ))}
      </dl>
      <div className={css.row}>
        <Button variant="default" onClick={onMine}>
          Seguir con lo que escribí
        </Button>
        <Button variant="default" onClick={onTheirs}>
          Traer lo guardado
        </Button>
      </div>
    </Panel>
  );
}
