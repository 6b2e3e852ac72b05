import { Button } from '@mantine/core';
import { use, useState } from 'react';
import { categoryLabels, centreDetailsSchema, type Centre } from '../../../shared/centre/index.ts';
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
  PlacesProvider,
  QueryState,
} from '../../platform/ui/index.ts';
import css from '../centre.module.css';
import { useCentre, useRefreshCentre } from '../queries.ts';
import { centreDraftSchema, centreOrder, draftOf, type CentreDraft } from './centre-draft.ts';
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
  const mayChange = useMayStore('settings.centre');
  return (
    <QueryState query={centre}>
      {(current) => (mayChange ? <CentreForm current={current} /> : <CentreFacts current={current} />)}
    </QueryState>
  );
}

function CentreFacts({ current }: { readonly current: Centre }) {
  const draft = draftOf(current);
  const shown = useShown();
  const mayChange = useHolds('settings.centre');
  return (
    <Panel>
      <Facts of={names.map((name) => [words[name], shown(draft, name)])} />
      {!mayChange && <p>Solo Coordinación los cambia.</p>}
    </Panel>
  );
}

/** `conflict` names whose change stands in the record now. */
type Saving = { readonly kind: 'saved' } | { readonly kind: 'conflict'; readonly title: string } | null;

function CentreForm({ current }: { readonly current: Centre }) {
  const refresh = useRefreshCentre();
  const form = useSectionForm<CentreDraft>({
    ...{ schema: centreDraftSchema, defaultValues: draftOf(current), id: 'centre', refresh },
  });
  const [version, setVersion] = useState(current.version);
  const [saving, setSaving] = useState<Saving>(null);
  const save = () => {
    setSaving(null);
    return form.send((draft, client) => client.changeCentre({ version, centre: centreDetailsSchema.parse(draft) }), {
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
      <ErrorSummary items={summaryOf(form, centreOrder)} attempt={form.attempt} />
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
      <div className={look.row}>
        <Button onClick={() => void save()} aria-disabled={form.busy}>
          {form.busy ? 'Guardando…' : 'Guardar cambios'}
        </Button>
      </div>
    </form>
  );
}

type ConflictProps = {
  readonly title: string;
  readonly typed: CentreDraft;
  readonly stored: CentreDraft;
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
          words[name],
          <>
            <p>Guardado ahora: {shown(stored, name)}</p>
            <p>Lo que usted escribió: {shown(typed, name)}</p>
          </>,
        ])}
      />
      <div className={look.row}>
        <PlainButton onClick={onMine}>Seguir con lo que escribí</PlainButton>
        <PlainButton onClick={onTheirs}>Traer lo guardado</PlainButton>
      </div>
    </Panel>
  );
}
