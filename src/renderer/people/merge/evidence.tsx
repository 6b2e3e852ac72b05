import type { MergeComparison, MergeOpinion } from '../../../shared/people/index.ts';
import { Panel } from '../../platform/ui/index.ts';
import { ReasonList } from '../reason-list.tsx';
import css from './merge.module.css';
import { yearsApart } from './side-words.ts';

const sides = [
  { title: 'A favor', speaks: 'for', none: 'Nada de lo registrado coincide.' },
  { title: 'En contra', speaks: 'against', none: 'Nada de lo registrado se contradice.' },
] as const;

const opinions = {
  same: {
    opinion: 'Parecen la misma persona.',
    because: 'Lo que coincide no es solo el nombre, y nada se contradice.',
  },
  two: { opinion: 'Parecen dos personas.', because: 'Lo que está en contra pesa más que lo que coincide.' },
  open: { opinion: 'Lo registrado no basta para decidir.', because: 'Pregunte antes de unir.' },
} as const satisfies Record<MergeOpinion, { opinion: string; because: string }>;

/** So many years are a generation. */
const generation = 12;

/** What the program sees before anybody decides: the weight is the reader's. */
export function Evidence({ comparison }: { readonly comparison: MergeComparison }) {
  const { reasons, opinion, kept, absorbed } = comparison;
  const words = opinions[opinion];
  const apart = yearsApart(kept, absorbed);
  return (
    <div className={css.evidence}>
      {sides.map(({ title, speaks, none }) => {
        const said = reasons.filter((one) => one.speaks === speaks);
        return (
          <Panel key={speaks} title={title}>
            {said.length === 0 && <p className={css.secondary}>{none}</p>}
            <ReasonList reasons={said} />
          </Panel>
        );
      })}
      <p className={css.opinion} data-opinion={opinion}>
        <span>
          <strong>{words.opinion}</strong> {words.because}
          {apart >= generation && ` Hay unos ${apart} años entre una y otra: revise si son de una misma familia.`}
        </span>
      </p>
    </div>
  );
}
