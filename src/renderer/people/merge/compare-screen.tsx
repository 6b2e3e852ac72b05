import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MergeChoices, MergeComparison, MergeField, MergeSide } from '../../../shared/people/index.ts';
import { asOfNow, useRead } from '../../platform/query.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { hrefOf, useGo } from '../../platform/routes.ts';
import { useSession } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import { PlainButton, ActionBar, Notice, PageTitle, QueryState, Stores } from '../../platform/ui/index.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { Evidence } from './evidence.tsx';
import css from './merge.module.css';

type PairParams = { readonly params: { readonly personId: string; readonly otherId: string } };

const title = '¿Son la misma persona?';

/** Both records side by side: what speaks for one person and what against, what would stay, what would move. */
export function CompareScreen({ params: { personId, otherId } }: PairParams) {
  const comparison = useRead(
    ['people', 'compare', personId, otherId],
    (client) => client.comparePersons({ keptId: personId, absorbedId: otherId }),
    asOfNow,
  );
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <QueryState query={comparison}>
        {(data) => <Decision key={`${personId} ${otherId}`} comparison={data} />}
      </QueryState>
    </>
  );
}

/** The same for who is to decide a proposal: with its choices, nothing to change. */
export function MergeProposalScreen({ params: { proposalId } }: { readonly params: { readonly proposalId: string } }) {
  const comparison = useRead(
    ['people', 'merge-proposal', proposalId],
    (client) => client.getMergeProposal({ proposalId }),
    asOfNow,
  );
  return (
    <>
      <PageTitle aside={<a href={hrefOf('/aprobaciones')}>Volver a Aprobaciones</a>}>{title}</PageTitle>
      <QueryState query={comparison}>
        {(data) => (
          <>
            <p className={css.secondary}>{`Propuso unirlas ${data.proposedBy}, ${inLima(data.proposedAt)}.`}</p>
            <Evidence comparison={data} />
            <ComparisonTable comparison={data} choices={data.choices} onChoose={null} />
          </>
        )}
      </QueryState>
    </>
  );
}

const saidWords = {
  joined:
    'Propuesta enviada. Otra persona profesional la aprueba desde su sesión, en «Aprobaciones»; hasta entonces no cambia nada.',
  apart: 'Queda dicho que son dos personas. En sus fichas de hoy no se vuelve a preguntar.',
} as const;

function Decision({ comparison }: { readonly comparison: MergeComparison }) {
  const [said, setSaid] = useState<keyof typeof saidWords | null>(null);
  const go = useGo();
  if (said === null) return <Question comparison={comparison} onSaid={setSaid} />;
  const merges = { label: 'Ir a Uniones', onClick: () => go('/personas/uniones') };
  const search = {
    label: 'Comparar con otra persona',
    onClick: () => go('/personas/unir/$personId', { personId: comparison.kept.personId }),
  };
  return (
    <Notice tone="done" action={said === 'joined' ? merges : search}>
      {saidWords[said]}
    </Notice>
  );
}

type Said = (what: keyof typeof saidWords) => void;

/** Both acts; which of them the evidence points to is the filled one. */
function useActs({ kept, absorbed }: MergeComparison, choices: MergeChoices, onSaid: Said) {
  const act = useAct();
  const pair = { keptId: kept.personId, absorbedId: absorbed.personId };
  const join = () =>
    void act.run((client) => client.proposePersonMerge({ ...pair, choices }), {
      words: 'Propuesta enviada a Aprobaciones.',
      toTitle: true,
      done: () => onSaid('joined'),
    });
  const tellApart = () =>
    void act.run((client) => client.tellPersonsApart(pair), {
      words: saidWords.apart,
      toTitle: true,
      done: () => onSaid('apart'),
    });
  return {
    act,
    join: { label: 'Son la misma: proponer unión', onClick: join, busy: act.busy },
    tellApart: { label: 'Son dos personas', onClick: tellApart, busy: act.busy },
  };
}

/** To nobody who stands in other roles alone is anything asked in a ficha. */
function canTellApart({ kept, absorbed, isToldApart }: MergeComparison): boolean {
  return !isToldApart && [...kept.cases, ...absorbed.cases].some(({ role }) => role !== 'related');
}

function Question({ comparison, onSaid }: { readonly comparison: MergeComparison; readonly onSaid: Said }) {
  const go = useGo();
  const { choices, choose, forget } = useChoices(comparison);
  const { act, join, tellApart } = useActs(comparison, choices, (what) => {
    forget();
    onSaid(what);
  });
  const { obstacle, opinion, isToldApart } = comparison;
  const acts = [
    canTellApart(comparison) && { ...tellApart, isMain: obstacle !== null || opinion === 'two' },
    obstacle === null && { ...join, isMain: opinion === 'same' },
  ].filter((one) => one !== false);
  const main = acts.find(({ isMain }) => isMain);
  return (
    <>
      <ActProblem act={act} byBar />
      {obstacle !== null && <Notice tone="error">{obstacle}</Notice>}
      {isToldApart && <Notice>Ya se dijo, en una de sus fichas, que son dos personas.</Notice>}
      <Evidence comparison={comparison} />
      <ComparisonTable comparison={comparison} choices={choices} onChoose={obstacle === null ? choose : null} />
      <ActionBar {...(main && { main: { ...main, byControlEnter: true } })}>
        <Stores>
          {acts
            .filter((one) => one !== main)
            .map(({ label, onClick, busy }) => (
              <PlainButton key={label} aria-disabled={busy} onClick={onClick}>
                {label}
              </PlainButton>
            ))}
        </Stores>
        <Button variant="subtle" onClick={() => go('/personas/unir/$personId', { personId: comparison.kept.personId })}>
          Decidir después
        </Button>
        <span className={css.hint}>
          La unión la aprueba otra persona y se puede deshacer. «Dos personas» no se pregunta más en sus fichas de hoy.
        </span>
      </ActionBar>
    </>
  );
}

/**
 * What was chosen in a comparison and not proposed yet, by its author and the two records: fields and sides, nothing of
 * the records. In the memory of this window, as the place that a lock comes back to.
 */
const kept = new Map<string, Partial<MergeChoices>>();

/** The choices of a comparison; a lock, or a look elsewhere, undoes none of them. */
function useChoices(comparison: MergeComparison) {
  const key = [useSession().staff.id, comparison.kept.personId, comparison.absorbed.personId].join(' ');
  const [chosen, setChosen] = useState(() => kept.get(key) ?? {});
  const choose = (field: MergeField, side: MergeSide) => {
    const next = { ...chosen, [field]: side };
    kept.set(key, next);
    setChosen(next);
  };
  const forget = () => {
    kept.delete(key);
  };
  return { choices: { ...comparison.choices, ...chosen }, choose, forget };
}
