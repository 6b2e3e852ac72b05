import { useEffect, useRef, useState } from 'react';
import type { Kept, RecordOf } from '../../shared/record/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { Facts, focusOpened, look, Notice, Panel, PlainButton, QueryState } from '../platform/ui/index.ts';
import { activeLabel, useKeptChanges, useTakeIn, useValueWords, type KeptThing } from './kept-thing.ts';
import css from './record.module.css';

type Props<K extends Kept> = { readonly of: KeptThing<K>; readonly record: RecordOf<K> };

/** Title of what stands beside the list: takes the focus when it is opened, unless the person has gone elsewhere meanwhile. */
export function PaneTitle({ children }: { readonly children: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    focusOpened(title.current);
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
      <div className={look.row}>
        {mayWrite && <PlainButton onClick={onChange}>Corregir</PlainButton>}
        {mayWrite && (
          <PlainButton onClick={() => void turn()}>{isActive ? 'Dejar de usar' : 'Volver a usar'}</PlainButton>
        )}
        {!isTelling && <PlainButton onClick={() => setIsTelling(true)}>Ver historial</PlainButton>}
      </div>
      {mayWrite && <p className={look.secondary}>{isActive ? words.whyRetire : words.whyReturn}</p>}
      <ActProblem act={act} />
      <Told of={of} record={record} />
      {isTelling && <Changes key={thing.kind} of={of} record={record} />}
    </>
  );
}

/** What was answered; the name stands above. */
function Told<K extends Kept>({ of: { thing }, record }: Props<K>) {
  const words = useValueWords();
  const values: Readonly<Record<string, unknown>> = record;
  const isTold = (name: string) => name !== thing.name && values[name] !== null && values[name] !== false;
  return (
    <Facts
      isNarrow
      of={Object.entries(thing.fields).map(
        ([name, field]) => isTold(name) && [field.label, words(field, values[name])],
      )}
    />
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
