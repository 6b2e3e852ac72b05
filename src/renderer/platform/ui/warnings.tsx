/** The one place of warnings: how many at the foot of the navigation, and what each says on asking. */
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { es } from '../es.ts';
import { Disclosure } from './disclosure.tsx';
import { Icon } from './icons.tsx';
import css from './navigation.module.css';

const Counting = createContext<(by: 1 | -1) => void>(() => undefined);

/** A sentence that waits for somebody, with its act. It counts as long as it is drawn. */
export function Warning({ isSevere = false, children }: { readonly isSevere?: boolean; readonly children: ReactNode }) {
  const count = use(Counting);
  useEffect(() => {
    count(1);
    return () => count(-1);
  }, [count]);
  return (
    <li className={css.warning} data-severe={isSevere || undefined}>
      {children}
    </li>
  );
}

type Props = {
  readonly warnings: ReactNode;
  /** What is so and asks for nothing. */
  readonly inOrder: ReactNode;
};

export function Warnings({ warnings, inOrder }: Props) {
  const [count, setCount] = useState(0);
  const add = useMemo(() => (by: 1 | -1) => setCount((now) => now + by), []);
  const words = count === 0 ? es.warnings.none : es.warnings.count(count);
  const face = (
    <>
      <Icon name={count === 0 ? 'check' : 'warning'} size={18} />
      <span>{words}</span>
    </>
  );
  return (
    <Disclosure title={words} face={face} label={es.warnings.title} waits={count > 0}>
      <Counting value={add}>
        <ul className={css.warnings}>{warnings}</ul>
      </Counting>
      {count === 0 && <p>{es.warnings.allInOrder}</p>}
      {inOrder}
    </Disclosure>
  );
}
