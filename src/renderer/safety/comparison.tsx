import { useEffect, useRef } from 'react';
import { changedParts, type WordRun } from '../../shared/safety/index.ts';
import {
  Facts,
  focusOpened,
  focusTitleFrom,
  look,
  Panel,
  PlainButton,
  Secret,
  type Fact,
} from '../platform/ui/index.ts';
import css from './safety.module.css';

type Plans = Parameters<typeof changedParts>;
type Props = {
  readonly title: string;
  readonly before: Plans[0];
  readonly after: Plans[1];
  readonly onClose: () => void;
};

/** What was added and what was removed, part by part; her words no more in sight than in the plan itself. */
export function Comparison({ title, before, after, onClose }: Props) {
  const parts = changedParts(before, after);
  const whole = useRef<HTMLDivElement>(null);
  // It may open above what pressed it.
  useEffect(() => void focusOpened(whole.current), [title]);
  return (
    <div ref={whole} tabIndex={-1} className={css.compared}>
      <Panel title={title}>
        {parts.length === 0 ? (
          <p>Dicen lo mismo.</p>
        ) : (
          <>
            <p className={look.secondary}>Tachado: lo que se quitó. Subrayado: lo que se agregó.</p>
            <Facts of={parts.map(({ label, runs }): Fact => [label, <Runs runs={runs} />])} />
          </>
        )}
        <div className={look.row}>
          <PlainButton
            small
            onClick={(event) => {
              onClose();
              focusTitleFrom(event.currentTarget);
            }}
          >
            Dejar de comparar
          </PlainButton>
        </div>
      </Panel>
    </div>
  );
}

const marks = {
  same: { tag: 'span', said: '' },
  added: { tag: 'ins', said: 'Se agregó: ' },
  removed: { tag: 'del', said: 'Se quitó: ' },
} as const satisfies Record<WordRun['kind'], { readonly tag: string; readonly said: string }>;

function Runs({ runs }: { readonly runs: readonly WordRun[] }) {
  return (
    <Secret instead="—">
      <span className={css.runs}>
        {runs.map(({ kind, text }, at) => {
          const { tag: Tag, said } = marks[kind];
          return (
            <Tag key={at}>
              {said !== '' && <span className="visually-hidden">{said}</span>}
              {text}{' '}
            </Tag>
          );
        })}
      </span>
    </Secret>
  );
}
