import { Button } from '@mantine/core';
import { use, useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { onAnnouncement } from '../announce.ts';
import { es } from '../es.ts';
import { isDialogOpen } from '../keys.ts';
import { focusTitle } from './focus.ts';
import css from './frame.module.css';
import { Icon, type IconName } from './icons.tsx';
import { ReadOnlyContext } from './read-only.ts';
import { PlainButton } from './plain-button.tsx';

export type NavigationItem = {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly current: boolean;
  /** Drawn after the word; its text belongs to the name of the link. */
  readonly mark?: ReactNode;
};

type FrameProps = {
  readonly centreName: string;
  readonly staffName: string;
  readonly role: string;
  readonly practice: boolean;
  readonly loopback: boolean;
  readonly idleWarning: boolean;
  readonly navigation: readonly NavigationItem[];
  readonly search?: ReactNode;
  /** Sentences over every screen (copy late, read only); draws nothing when there are none. */
  readonly banners?: ReactNode;
  readonly onLock: () => void;
  /** Null where F12 itself closes the session. */
  readonly onSignOut: (() => void) | null;
  readonly children: ReactNode;
};

/** Header, navigation and work area around every screen. */
export function Frame(props: FrameProps) {
  return (
    <div className={[css.frame, props.practice ? css.practice : ''].join(' ')}>
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
      <header className={css.header} data-region="header" tabIndex={-1} aria-label={es.regions.header}>
        <span className={css.centre}>{props.centreName}</span>
        {props.practice && (
          <span className={css.practiceWord} title={es.app.practiceHint}>
            {es.app.practice}
          </span>
        )}
        <div className={css.search} role="search">
          {props.search}
        </div>
        <div className={css.who}>
          <div>{props.staffName}</div>
          <div className={css.role}>{props.role}</div>
        </div>
        <PlainButton leftSection={<Icon name="lock" size={18} />} onClick={props.onLock}>
          {props.onSignOut === null ? es.lock.button : es.lock.pause}
        </PlainButton>
        {props.onSignOut !== null && <PlainButton onClick={props.onSignOut}>{es.lock.signOut}</PlainButton>}
      </header>
      <section className={css.banner} aria-label={es.regions.notice} data-calls-screens>
        {props.loopback && <p className={css.host}>{es.app.loopback}</p>}
        {props.banners}
      </section>
      <nav className={css.nav} data-region="navigation" tabIndex={-1} aria-label={es.regions.navigation}>
        <ul>
          {props.navigation.map((item) => (
            <li key={item.href}>
              <a href={item.href} className={css.link} aria-current={item.current ? 'page' : undefined}>
                <Icon name={item.icon} />
                {item.label}
                {item.mark}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main className={css.work} id="work" data-region="work" tabIndex={-1}>
        <div className={css.content}>{props.children}</div>
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

/** The one h1 of a screen; takes the focus when the screen opens. */
export function PageTitle({ children, aside }: { readonly children: string; readonly aside?: ReactNode }) {
  return (
    <div>
      <h1 tabIndex={-1} ref={focusTitle}>
        {children}
      </h1>
      {aside}
    </div>
  );
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
  };
  readonly saved?: SaveState;
  readonly children?: ReactNode;
};

function useControlEnter(main: ActionBarProps['main'], isRefused: boolean): void {
  const act = main?.byControlEnter === true && !isRefused && main.busy !== true ? main.onClick : null;
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (act === null || event.key !== 'Enter' || !event.ctrlKey || isDialogOpen()) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

export function ActionBar({ main, saved, children }: ActionBarProps) {
  const readOnly = use(ReadOnlyContext);
  const isRefused = readOnly !== null && main?.reads !== true;
  useControlEnter(main, isRefused);
  if (main && isRefused) {
    return (
      <div className={css.bar} data-region="actions" role="group" aria-label={es.regions.actions} tabIndex={-1}>
        {readOnly}
      </div>
    );
  }
  return (
    <div className={css.bar} data-region="actions" role="group" aria-label={es.regions.actions} tabIndex={-1}>
      {main && (
        <Button
          onClick={() => {
            if (main.busy !== true) main.onClick();
          }}
          aria-disabled={main.busy === true}
          aria-keyshortcuts={main.byControlEnter ? 'Control+Enter' : undefined}
        >
          {main.label}
          {main.byControlEnter && (
            <kbd className={css.key} aria-hidden="true">
              Ctrl Enter
            </kbd>
          )}
        </Button>
      )}
      {children}
      {saved && (
        <span className={css.saved} data-state={saved.kind}>
          {saveWords(saved)}
        </span>
      )}
    </div>
  );
}
