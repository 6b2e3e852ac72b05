import { look, Notice, Secret, LineButton } from '../platform/ui/index.ts';
import type { Plan } from './queries.ts';

type Props = {
  readonly told: Plan['told'];
  /** What the part of the plan says already; a measure that stands there is told no more. */
  readonly inPlan?: string;
  readonly onAdd?: (words: string) => void;
};

/** What cannot wait today: the facts that are open, and the measures that were taken and stand in no plan; nothing under discretion. */
export function Told({ told, inPlan = '', onAdd }: Props) {
  const open = told.filter(({ words }) => words === null).map(({ fact }) => fact);
  const taken = told.flatMap(({ fact, words }) => (words === null || inPlan.includes(words) ? [] : [{ fact, words }]));
  if (open.length === 0 && taken.length === 0) return null;
  return (
    <Secret>
      <Notice>
        {open.length > 0 && <p>{`Pide respuesta hoy: ${open.join(' · ')}.`}</p>}
        {taken.map(({ fact, words }) => (
          <p key={`${fact} ${words}`} className={look.row}>
            <span>{`Ya se hizo (${fact}): ${words}`}</span>
            {onAdd !== undefined && <LineButton label="Llevar al plan" of={words} onClick={() => onAdd(words)} />}
          </p>
        ))}
      </Notice>
    </Secret>
  );
}
