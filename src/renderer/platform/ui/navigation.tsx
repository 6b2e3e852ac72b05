import type { ReactNode } from 'react';
import { es } from '../es.ts';
import type { Entry } from '../entries.ts';
import { useDiscretion } from './discretion.tsx';
import { Disclosure } from './disclosure.tsx';
import { Icon } from './icons.tsx';
import css from './navigation.module.css';
import { Warnings } from './warnings.tsx';

export type NavigationProps = {
  readonly centreName: string;
  readonly staffName: string;
  readonly role: string;
  readonly practice: boolean;
  readonly loopback: boolean;
  /** `mark` is drawn after the word; its text belongs to the name of the link. */
  readonly entries: readonly (Entry & { readonly mark?: ReactNode })[];
  /** Names in tooltips only: what stands beside it needs the room. */
  readonly isRail: boolean;
  readonly search?: ReactNode;
  readonly warnings?: ReactNode;
  /** Pages that are about oneself. */
  readonly account: readonly { readonly href: string; readonly label: string }[];
  readonly onHelp: () => void;
  readonly onLock: () => void;
  /** Null where F12 itself closes the session. */
  readonly onSignOut: (() => void) | null;
};

/** At the left of every screen: where one may go, what waits, who one is. */
export function Navigation(props: NavigationProps) {
  const { centreName, entries, isRail, search, warnings, loopback } = props;
  return (
    <header
      className={[css.side, isRail ? css.rail : ''].join(' ')}
      data-region="header"
      tabIndex={-1}
      aria-label={es.regions.header}
    >
      <div className={css.centre} title={centreName}>
        <small>{es.app.service}</small>
        {centreName}
      </div>
      <div className={css.search} role="search">
        {search}
      </div>
      <nav data-region="navigation" tabIndex={-1} aria-label={es.regions.navigation}>
        <ul>
          {entries.map(({ href, label, icon, current, mark }) => (
            <li key={href}>
              <a href={href} className={css.entry} aria-current={current ? 'page' : undefined} title={label}>
                <Icon name={icon} />
                <span>{label}</span>
                {mark}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={css.low}>
        <Warnings warnings={warnings} inOrder={loopback && <p>{es.app.loopback}</p>} />
        <DiscretionSwitch />
        <Account {...props} />
        <button type="button" className={css.lock} onClick={props.onLock} title={lockWords(props)}>
          <Icon name="lock" size={18} />
          <span>{lockWords(props)}</span>
        </button>
      </div>
    </header>
  );
}

/** Says at every moment whether names stand on the screens. */
function DiscretionSwitch() {
  const { isOn, toggle } = useDiscretion();
  return (
    <button type="button" className={css.foot} aria-pressed={isOn} title={es.discretion.label} onClick={toggle}>
      <Icon name={isOn ? 'hidden' : 'seen'} size={18} />
      <span>{es.discretion.label}</span>
      <kbd className={css.key} aria-hidden="true">
        {es.discretion.key}
      </kbd>
    </button>
  );
}

const lockWords = ({ onSignOut }: Pick<NavigationProps, 'onSignOut'>) =>
  onSignOut === null ? es.lock.button : es.lock.pause;

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('');

/** One's own name: what is about oneself, and ending the session. */
function Account({ staffName, role, account, onHelp, onSignOut }: NavigationProps) {
  const face = (
    <>
      <span className={css.initials} aria-hidden="true">
        {initialsOf(staffName)}
      </span>
      <span className={css.who}>
        {staffName} <small>{role}</small>
      </span>
    </>
  );
  return (
    <Disclosure title={`${staffName}, ${role}`} face={face} label={es.regions.account}>
      <ul className={css.account}>
        {account.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li>
          <button type="button" onClick={onHelp}>
            {es.help}
          </button>
        </li>
        {onSignOut !== null && (
          <li>
            <button type="button" onClick={onSignOut}>
              {es.lock.signOut}
            </button>
          </li>
        )}
      </ul>
    </Disclosure>
  );
}
