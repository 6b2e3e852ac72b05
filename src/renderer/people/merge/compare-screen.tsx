import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  mergeFieldLabels,
  mergeFields,
  type MergeChoices,
  type MergeComparison,
  type MergeField,
  type MergeSide,
} from '../../../shared/people/index.ts';
import { useClient } from '../../platform/client-context.tsx';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { hrefOf, useGo } from '../../platform/routes.ts';
import { ActionBar, Notice, PageTitle, Panel, QueryState, StateBadge } from '../../platform/ui/index.ts';
import css from '../people.module.css';
import { ReasonList } from '../reason-list.tsx';
import { aliasWords, caseWords, sideWords } from './side-words.ts';

type PairParams = { readonly params: { readonly personId: string; readonly otherId: string } };

/** Both records side by side: what differs, which value stays, what will move. Nothing changes here. */
export function CompareScreen({ params: { personId, otherId } }: PairParams) {
  const client = useClient();
  const comparison = useQuery({
    queryKey: ['people', 'compare', personId, otherId],
    queryFn: () => client.comparePersons({ keptId: personId, absorbedId: otherId }),
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <>
      <PageTitle>Unir dos registros de una persona</PageTitle>
      <QueryState query={comparison}>
        {(data) => <Proposal key={`${personId} ${otherId}`} comparison={data} />}
      </QueryState>
    </>
  );
}

/** The same for who is to decide a proposal: with its choices, nothing to change. */
export function MergeProposalScreen({ params: { proposalId } }: { readonly params: { readonly proposalId: string } }) {
  const client = useClient();
  const comparison = useQuery({
    queryKey: ['people', 'merge-proposal', proposalId],
    queryFn: () => client.getMergeProposal({ proposalId }),
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <>
      <PageTitle aside={<a href={hrefOf('/aprobaciones')}>Volver a Aprobaciones</a>}>
        Propuesta de unión, lado a lado
      </PageTitle>
      <QueryState query={comparison}>
        {(data) => (
          <>
            <ForAndAgainst comparison={data} />
            <Comparison comparison={data} choices={data.choices} onChoose={null} />
            <Moves comparison={data} />
          </>
        )}
      </QueryState>
    </>
  );
}

function Proposal({ comparison }: { readonly comparison: MergeComparison }) {
  const act = useAct();
  const go = useGo();
  const [choices, setChoices] = useState<MergeChoices>(comparison.choices);
  const [sent, setSent] = useState(false);
  const keptId = comparison.kept.personId;
  const absorbedId = comparison.absorbed.personId;
  const propose = () =>
    act.run((client) => client.proposePersonMerge({ keptId, absorbedId, choices }), {
      words: 'Propuesta enviada a Aprobaciones.',
      done: () => {
        setSent(true);
      },
    });
  if (sent) {
    return (
      <Notice
        tone="done"
        action={{
          label: 'Ir a Uniones',
          onClick: () => {
            go('/personas/uniones');
          },
        }}
      >
        Propuesta enviada. Otra persona profesional la aprueba desde su sesión, en «Aprobaciones»; hasta entonces no
        cambia nada.
      </Notice>
    );
  }
  const choose = (field: MergeField, side: MergeSide) => {
    setChoices((before) => ({ ...before, [field]: side }));
  };
  return (
    <>
      {comparison.obstacle !== null && <Notice tone="error">{comparison.obstacle}</Notice>}
      <ForAndAgainst comparison={comparison} />
      <Comparison comparison={comparison} choices={choices} onChoose={choose} />
      <Moves comparison={comparison} />
      <ActProblem act={act} />
      {comparison.obstacle === null && (
        <ActionBar main={{ label: 'Proponer la unión', onClick: () => void propose(), busy: act.busy }}>
          <Button
            variant="default"
            onClick={() => {
              go('/personas/unir/$personId/$otherId', { personId: absorbedId, otherId: keptId });
            }}
          >
            Conservar el otro registro
          </Button>
        </ActionBar>
      )}
    </>
  );
}

/** What the program sees before anybody decides: the weight is the reader's. */
function ForAndAgainst({ comparison: { reasons } }: { readonly comparison: MergeComparison }) {
  const sides = [
    { title: 'A favor', speaks: 'for', none: 'Nada de lo registrado coincide.' },
    { title: 'En contra', speaks: 'against', none: 'Nada de lo registrado se contradice.' },
  ] as const;
  return (
    <div className={css.sides}>
      {sides.map(({ title, speaks, none }) => {
        const said = reasons.filter((one) => one.speaks === speaks);
        return (
          <Panel key={speaks} title={title}>
            {said.length === 0 && <p className={css.secondary}>{none}</p>}
            <ReasonList reasons={said} />
          </Panel>
        );
      })}
    </div>
  );
}

type ComparisonProps = {
  readonly comparison: MergeComparison;
  readonly choices: MergeChoices;
  /** Null where nothing can be chosen any more. */
  readonly onChoose: ((field: MergeField, side: MergeSide) => void) | null;
};

function Comparison({ comparison, choices, onChoose }: ComparisonProps) {
  const { kept, absorbed, differs } = comparison;
  return (
    <Panel title="Lado a lado">
      <table className={css.compare}>
        <caption className="visually-hidden">Los dos registros, dato por dato</caption>
        <thead>
          <tr>
            <th scope="col">Dato</th>
            <th scope="col">Registro que se conserva</th>
            <th scope="col">Registro que se une a él</th>
          </tr>
        </thead>
        <tbody>
          {mergeFields.map((field) => (
            <tr key={field} data-differs={differs.includes(field)}>
              <th scope="row">
                {mergeFieldLabels[field]}
                {differs.includes(field) && (
                  <>
                    {' '}
                    <StateBadge tone="warning">Distinto</StateBadge>
                  </>
                )}
              </th>
              {(['kept', 'absorbed'] as const).map((side) => (
                <td key={side}>
                  <Value
                    field={field}
                    side={side}
                    words={sideWords(side === 'kept' ? kept : absorbed, field)}
                    isChosen={choices[field] === side}
                    isOpen={differs.includes(field)}
                    onChoose={onChoose}
                  />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">Alias</th>
            <td>{aliasWords(kept)}</td>
            <td>{aliasWords(absorbed)}</td>
          </tr>
          <tr>
            <th scope="row">Fichas</th>
            <td>{caseWords(kept)}</td>
            <td>{caseWords(absorbed)}</td>
          </tr>
        </tbody>
      </table>
    </Panel>
  );
}

type ValueProps = {
  readonly field: MergeField;
  readonly side: MergeSide;
  readonly words: string;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly onChoose: ComparisonProps['onChoose'];
};

function Value({ field, side, words, isChosen, isOpen, onChoose }: ValueProps) {
  if (!isOpen) return words;
  if (onChoose === null) {
    return (
      <>
        {words} {isChosen && <StateBadge tone="done">Se conserva</StateBadge>}
      </>
    );
  }
  return (
    <label className={css.option}>
      <input
        type="radio"
        name={`merge-${field}`}
        aria-label={`${mergeFieldLabels[field]}: ${words}`}
        checked={isChosen}
        onChange={() => {
          onChoose(field, side);
        }}
      />
      {words}
    </label>
  );
}

function countWords(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function Moves({ comparison: { moves, absorbed } }: { readonly comparison: MergeComparison }) {
  return (
    <Panel title="Qué se moverá">
      <p>
        {`Pasan al registro que se conserva: ${countWords(moves.cases, 'ficha', 'fichas')} y ${countWords(moves.arrivals, 'llegada', 'llegadas')}.`}
      </p>
      <p>
        {`Los alias, documentos y teléfonos de los dos se conservan; el nombre que no se elige queda como alias. El registro de ${absorbed.name} no se borra y la unión se puede deshacer.`}
      </p>
    </Panel>
  );
}
