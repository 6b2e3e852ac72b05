import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  createContext,
  use,
  useEffect,
  useState,
  useSyncExternalStore,
  type KeyboardEvent as ReactKeyboardEvent,
  type ReactNode,
} from 'react';
import { createPortal } from 'react-dom';
import { onAnnouncement } from '../announce.ts';
import { es } from '../es.ts';
import { isDialogOpen, useWindowKey } from '../keys.ts';
import { LineBand, Unsent } from '../line/band.tsx';
import { useWaitWords } from '../line/line.tsx';
import { focusTitle } from './focus.ts';
import css from './frame.module.css';
import { Navigation, type NavigationProps } from './navigation.tsx';
import { ReadOnlyContext } from './read-only.ts';

/** Where the title of the screen is drawn; null where it stands in its own place. */
const PageBar = createContext<HTMLElement | null>(null);

type FrameProps = Omit<NavigationProps, 'isRail'> & {
  readonly idleWarning: boolean;
  /** A case needs the room. */
  readonly isInCase: boolean;
  /** Sentences over every screen (read only, an access that runs); draws nothing when there are none. */
  readonly banners?: ReactNode;
  /** What the team must know at once, above everything. */
  readonly danger?: ReactNode;
  readonly children: ReactNode;
};

/** Navigation, bar of the page and work area around every screen. */
export function Frame(props: FrameProps) {
  const { practice, entries, isInCase } = props;
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const isNarrow = useMediaQuery('(max-width: 75rem)');
  const isOneColumn = useMediaQuery('(max-width: 48rem)');
  const isRail = (isInCase || isNarrow) && !isOneColumn;
  const here = entries.find(({ current }) => current);
  return (
    <div className={[css.frame, practice ? css.practice : ''].join(' ')} data-rail={isRail || undefined}>
      <a
        className={css.skip}
        href="#work"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('work')?.focus();
        }}
      >
        {es.app.skip}
      </a>
      {practice && (
        <section className={css.hatch} aria-label={es.regions.practice}>
          <b>{es.app.practice}</b> {es.app.practiceHint}
        </section>
      )}
      <Navigation {...props} isRail={isRail} />
      <section className={css.danger} aria-label={es.regions.danger} aria-live="polite">
        {props.danger}
      </section>
      <section className={css.line} aria-label={es.regions.line}>
        <LineBand />
      </section>
      <section className={css.banner} aria-label={es.regions.notice} data-calls-screens>
        {props.banners}
      </section>
      <main className={css.work} id="work" data-region="work" tabIndex={-1}>
        {!isInCase && (
          <div className={css.pageBar}>
            <div className={css.title} ref={setBar} />
            <PageLinks entry={here} />
          </div>
        )}
        <div className={css.content} data-in-case={isInCase || undefined}>
          <PageBar value={isInCase ? null : bar}>{props.children}</PageBar>
        </div>
        <div className={css.unsent}>
          <Unsent />
        </div>
      </main>
      {props.idleWarning && (
        <section className={css.idle} aria-label={es.regions.idle}>
          {es.lock.warning}
        </section>
      )}
      <LiveRegions />
    </div>
  );
}

/** The other pages of a workplace; its first is behind its entry, unless it has a tab of its own. */
function PageLinks({ entry }: { readonly entry: NavigationProps['entries'][number] | undefined }) {
  const [first, ...rest] = entry?.links ?? [];
  const others = rest.filter(({ isSilent }) => !isSilent);
  if (entry === undefined || first === undefined || others.length === 0) return null;
  const links = entry.firstTab === undefined ? others : [{ ...first, label: entry.firstTab }, ...others];
  return (
    <nav className={css.pages} aria-label={es.regions.pages(entry.label)}>
      {links.map(({ href, label, current }) => (
        <a key={href} href={href} aria-current={current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

/** The two places that screen readers listen to. */
export function LiveRegions() {
  const [texts, setTexts] = useState({ status: '', alert: '' });
  useEffect(() => onAnnouncement(({ tone, text }) => setTexts((now) => ({ ...now, [tone]: text }))), []);
  return (
    <div className="visually-hidden">
      <div role="status">{texts.status}</div>
      <div role="alert">{texts.alert}</div>
    </div>
  );
}

type TitleProps = { readonly children: string; readonly before?: ReactNode; readonly aside?: ReactNode };

/** The one h1 of a screen; takes the focus when the screen opens. */
export function PageTitle({ children, before, aside }: TitleProps) {
  const bar = use(PageBar);
  const title = (
    <>
      {before}
      <h1 tabIndex={-1} ref={focusTitle}>
        {children}
      </h1>
      {aside}
    </>
  );
  return bar === null ? <div>{title}</div> : createPortal(title, bar);
}

export type SaveState =
  | { readonly kind: 'idle' | 'waiting' | 'saving' }
  | { readonly kind: 'saved'; readonly time: string }
  | { readonly kind: 'failed'; readonly reason: string | null };

export function saveWords(state: SaveState): string {
  if (state.kind === 'idle') return '';
  if (state.kind === 'saved') return es.save.saved(state.time);
  if (state.kind === 'failed') return [es.save.failed, state.reason].filter(Boolean).join(' ');
  return es.save[state.kind];
}

/** Buttons that store, in a panel: while the record may only be read, what stands in their place. */
export function Stores({ children }: { readonly children: ReactNode }) {
  return use(ReadOnlyContext) ?? children;
}

/** Bars on the screen that have its one filled button. */
const mains = new Set<symbol>();
const mainListeners = new Set<() => void>();

function changeMains(change: () => void): void {
  change();
  for (const tell of mainListeners) tell();
}

function useHasMain(has: boolean): void {
  useEffect(() => {
    if (!has) return undefined;
    const own = Symbol('main');
    changeMains(() => mains.add(own));
    return () => changeMains(() => mains.delete(own));
  }, [has]);
}

function listenToMains(tell: () => void) {
  mainListeners.add(tell);
  return () => void mainListeners.delete(tell);
}

/** Whether the bar at the foot has the filled button of the screen: that of a panel is a plain one meanwhile. */
export const useMainTaken = () => useSyncExternalStore(listenToMains, () => mains.size > 0);

type ActionBarProps = {
  /** The one filled button of the screen. */
  readonly main?: {
    readonly label: string;
    readonly onClick: () => void;
    readonly busy?: boolean;
    /** It stays while the record may only be read: it goes somewhere, or ends that state. */
    readonly reads?: true;
    /** From anywhere on the screen, and the button says so. */
    readonly byControlEnter?: true;
    /** Does the same from any screen, and is heard elsewhere; as it is said: «Alt N». */
    readonly byKey?: string;
  };
  readonly saved?: SaveState;
  readonly children?: ReactNode;
};

/**
 * Ctrl Enter from anywhere on the screen, or only from inside the part that takes the properties it answers; null while
 * there is nothing to do.
 */
export function useControlEnter(act: (() => void) | null, isEverywhere: boolean) {
  const press = (event: KeyboardEvent) => {
    if (act === null || event.defaultPrevented || event.key !== 'Enter' || !event.ctrlKey || isDialogOpen()) return;
    event.preventDefault();
    // A key that is held does it once.
    if (!event.repeat) act();
  };
  useWindowKey((event) => {
    if (isEverywhere) press(event);
  });
  return isEverywhere ? {} : { onKeyDown: (event: ReactKeyboardEvent) => press(event.nativeEvent) };
}

function heardAct(main: ActionBarProps['main']): (() => void) | null {
  return main?.byControlEnter === true && main.busy !== true ? main.onClick : null;
}

function MainButton({ main }: { readonly main: NonNullable<ActionBarProps['main']> }) {
  const { label, onClick, busy = false, byControlEnter, byKey } = main;
  const key = byControlEnter ? 'Ctrl Enter' : byKey;
  return (
    <>
      <Button
        onClick={() => {
          if (!busy) onClick();
        }}
        aria-disabled={busy}
        aria-keyshortcuts={key?.replace('Ctrl', 'Control').replaceAll(' ', '+')}
      >
        {label}
        {key !== undefined && (
          <kbd className={css.key} aria-hidden="true">
            {key}
          </kbd>
        )}
      </Button>
      {busy && <BarWait />}
    </>
  );
}

/** Beside the button that was pressed. */
function BarWait() {
  const words = useWaitWords('saving');
  if (words === null) return null;
  return (
    <span className={css.waits} role="status">
      {words}
    </span>
  );
}

export function ActionBar({ main, saved, children }: ActionBarProps) {
  const readOnly = use(ReadOnlyContext);
  const isRefused = readOnly !== null && main?.reads !== true;
  useHasMain(main !== undefined && !isRefused);
  useControlEnter(isRefused ? null : heardAct(main), true);
  if (main && isRefused) {
    return (
      <div className={css.bar} data-region="actions" role="group" aria-label={es.regions.actions} tabIndex={-1}>
        {readOnly}
      </div>
    );
  }
  return (
    <div className={css.bar} data-region="actions" role="group" aria-label={es.regions.actions} tabIndex={-1}>
      {main && <MainButton main={main} />}
      {children}
      {saved && (
        <span className={css.saved} data-state={saved.kind}>
          {saveWords(saved)}
        </span>
      )}
    </div>
  );
}
