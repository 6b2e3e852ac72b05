import { hrefOf } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import css from './intake.module.css';
import { repeatPages } from './words.ts';

/** Lists of Coordinación over all fichas of the centre; `shown` is the one on the screen. */
export function RepeatLinks({ shown }: { readonly shown?: keyof typeof repeatPages }) {
  if (!useMay('person.readAggressorCases')) return null;
  return (
    <nav aria-label="Hechos que se repiten">
      <ul className={css.lists}>
        {Object.entries(repeatPages).map(([kind, { path, title }]) => (
          <li key={kind}>
            <a href={hrefOf(path)} aria-current={kind === shown ? 'page' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
