import type { Reason } from '../../shared/people/index.ts';
import { Icon, Secret } from '../platform/ui/index.ts';
import css from './people.module.css';

const sides = {
  for: { words: 'A favor: ', icon: 'check' },
  against: { words: 'En contra: ', icon: 'close' },
} as const;

/** What speaks for one person and what against, as the comparison says it. */
export function ReasonList({ reasons }: { readonly reasons: readonly Pick<Reason, 'text' | 'speaks'>[] }) {
  return (
    <ul className={css.reasons}>
      {reasons.map(({ text, speaks }) => (
        <li key={text} data-speaks={speaks}>
          <span className="visually-hidden">{sides[speaks].words}</span>
          <Icon name={sides[speaks].icon} size={16} />
          <Secret>
            <span>{text}</span>
          </Secret>
        </li>
      ))}
    </ul>
  );
}
