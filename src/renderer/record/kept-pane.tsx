import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Kept, RecordOf } from '../../shared/record/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { Notice, Panel, QueryState } from '../platform/ui/index.ts';
import { activeLabel, useKeptChanges, useTakeIn, useValueWords, type KeptThing } from './kept-thing.ts';
import css from './record.module.css';

type Props<K extends Kept> = { readonly of: KeptThing<K>; readonly record: RecordOf<K> };

/** Title of what stands beside the list: takes the focus when it is opened. */
export function PaneTitle({ children }: { readonly children: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <h2 tabIndex={-1} ref={title}>
      {children}
    </h2>
  );
}

/** The chosen one: what it says, what can be done with it, how it changed. */
export function KeptPane<K extends Kept>({ of, record, onChange }: Props<K> & { readonly onChange: () => void }) {
  const { thing, words, retire } = of;
  const mayWrite = useMay(of.write);
  const takeIn = useTakeIn(of);
  const act = useAct();
  const [isTelling, setIsTelling] = useState(false);
  const { id, version, isActive } = record;
  const turn = () =>
    act.run((client) => retire(client, { id, version, isActive: !isActive }), {
      words: isActive ? 'Ya no se ofrece.' : 'Se ofrece otra vez.',
      done: takeIn,
    });
  return (
    <>
      {!isActive && <Notice>{words.retired}</Notice>}
      <div className={css.row}>
        {mayWrite && (
          <Button variant="default" onClick={onChange}>
            Corregir
          </Button>
        )}
        {mayWrite && (
          <Button variant="default" onClick={() => void turn()}>
            {isActive ? 'Dejar de usar' : 'Volver a usar'}
          </Button>
        )}
        {!isTelling && (
          <Button variant="default" onClick={() => setIsTelling(true)}>
            Ver historial
          </Button>
        )}
      </div>
      {mayWrite && <p className={css.why}>{isActive ? words.whyRetire : words.whyReturn}</p>}
      <ActProblem act={act} />
      <Facts of={of} record={record} />
      {isTelling && <Changes key={thing.kind} of={of} record={record} />}
    </>
  );
}

/** What was answered; the name stands above. */
function Facts<K extends Kept>({ of: { thing }, record }: Props<K>) {
  const words = useValueWords();
  const values: Readonly<Record<string, unknown>> = record;
  const isTold = (name: string) => name !== thing.name && values[name] !== null && values[name] !== false;
  return (
    <dl className={css.facts}>
      {Object.entries(thing.fields)
        .filter(([name]) => isTold(name))
        .map(([name, field]) => (
          <div key={name}>
            <dt>{field.label}</dt>
            <dd>{words(field, values[name])}</dd>
          </div>
        ))}
    </dl>
  );
}

function Changes<K extends Kept>(props: Props<K>) {
  const words = useValueWords();
  const { fields } = props.of.thing;
  return (
    <Panel title="Historial">
      <QueryState query={useKeptChanges(props.of, props.record)}>
        {(all) => (
          <ul className={css.changes}>
            {all.map(({ changedBy, changedAt, isFirst, fields: changed }) => (
              <li key={changedAt}>
                {inLima(changedAt)}, {changedBy}: {isFirst && 'agregó la entrada.'}
                {changed.map(({ field, before, after }) => (
                  <div key={field}>
                    {fields[field]?.label ?? activeLabel}: {words(fields[field], before)} →{' '}
                    {words(fields[field], after)}
                  </div>
                ))}
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </Panel>
  );
}
