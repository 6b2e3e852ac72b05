/** Who looks over the shoulder reads no name and no risk: until the lock, what would tell it is not in the document. */
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { es } from '../es.ts';
import { useWindowKey } from '../keys.ts';
import { focusField } from './focus.ts';

type Discretion = { readonly isOn: boolean; readonly toggle: () => void };

const Context = createContext<Discretion>({ isOn: false, toggle: () => undefined });

const isDiscretionKey = (event: KeyboardEvent) =>
  event.altKey && !event.ctrlKey && !event.metaKey && event.key.toLowerCase() === 'm';

/** Around every screen of one session; goes with it. */
export function DiscretionProvider({ children }: { readonly children: ReactNode }) {
  const [isOn, setOn] = useState(false);
  const toggle = useCallback(() => setOn((now) => !now), []);
  useWindowKey((event) => {
    // A screen with a rule of its own for this key (the board of the desk) has taken it by then.
    if (event.defaultPrevented || !isDiscretionKey(event)) return;
    event.preventDefault();
    toggle();
  });
  return <Context value={useMemo(() => ({ isOn, toggle }), [isOn, toggle])}>{children}</Context>;
}

/** A key of one screen that comes before discretion: the board shows its names for a moment. */
export function useOwnDiscretionKey(act: () => void): void {
  const acted = useEffectEvent(act);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isDiscretionKey(event)) return;
      event.preventDefault();
      acted();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

export const useDiscretion = (): Discretion => use(Context);

/** «R. Q.»; of a longer name no more than the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 2 ? [words.at(0), words.at(-1)] : words;
  return ends.map((word = '') => `${word.charAt(0).toLocaleUpperCase('es')}.`).join(' ');
}

/** For a name inside a sentence, a label or a title. */
export function useNamed(): (name: string) => string {
  const { isOn } = useDiscretion();
  return useCallback((name: string) => (isOn ? initialsOf(name) : name), [isOn]);
}

/** The name of a person whom the record is about; initials while discretion is on. */
export const PersonName = ({ children }: { readonly children: string }) => useNamed()(children);

/** What nobody else is to read; nothing, or a neutral sentence, while discretion is on. */
export function Secret({ instead = null, children }: { readonly instead?: ReactNode; readonly children: ReactNode }) {
  return useDiscretion().isOn ? instead : children;
}

type SecretFieldsProps = { readonly className: string | undefined; readonly children: ReactNode };

/**
 * What is typed where nobody else is to read it: one closed line while discretion is on. The form around it keeps the
 * values, and the focus comes back to its field.
 */
export function SecretFields({ className, children }: SecretFieldsProps) {
  const { isOn } = useDiscretion();
  const closed = useRef<HTMLParagraphElement>(null);
  const field = useRef('');
  useEffect(() => {
    if (!isOn) return undefined;
    if (document.activeElement === document.body) closed.current?.focus();
    return () => {
      if (document.activeElement === document.body) focusField(field.current);
    };
  }, [isOn]);
  if (isOn) {
    return (
      <p ref={closed} tabIndex={-1}>
        {es.discretion.closed}
      </p>
    );
  }
  return (
    <div
      className={className}
      onFocusCapture={({ target }) => {
        field.current = target.id;
      }}
    >
      {children}
    </div>
  );
}
