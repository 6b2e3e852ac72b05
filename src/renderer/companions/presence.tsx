/** Two people at one ficha see each other. */
import { useEffect, useEffectEvent } from 'react';
import type { Other } from '../../shared/companions/index.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client.ts';
import { useHolds } from '../platform/session.tsx';
import { timeInLima } from '../platform/times.ts';
import { Disclosure, Icon, useDiscretion, useNamed } from '../platform/ui/index.ts';
import css from './companions.module.css';
import { useLookAt } from './queries.ts';

/** Pages of cases that stand in this window, and who was said aloud to be at the case. */
const open = { count: 0, said: new Set<string>() };

/** Told when the last page of a case is gone: one page of it follows the other without leaving it. */
function useLeaveCase(enabled: boolean): void {
  const client = useClient();
  useEffect(() => {
    if (!enabled) return undefined;
    open.count += 1;
    return () => {
      open.count -= 1;
      setTimeout(() => {
        if (open.count > 0) return;
        open.said.clear();
        client.leaveCase({}).catch(() => undefined);
      });
    };
  }, [client, enabled]);
}

const label = 'También la tiene abierta';

const nobody: readonly Other[] = [];

/** Who else has this case open; nothing where nobody has. */
export function OthersHere({ caseId }: { readonly caseId: string }) {
  const may = useHolds('case.list');
  useLeaveCase(may);
  const { data: others = nobody } = useLookAt(caseId, may);
  const named = useNamed();
  const words = others.map(({ name, device }) => `${named(name)} · ${device}`).join(', ');
  useSaid(caseId, others, words);
  useUnsaid();
  if (others.length === 0) return null;
  return (
    <div className={css.others}>
      <Disclosure
        isBelow
        title={`${label}: ${words}`}
        label={label}
        face={
          <>
            <Icon name="people" size={18} />
            <span className={css.othersWords}>{`${label}: ${words}`}</span>
          </>
        }
      >
        <ul className={css.othersList}>
          {others.map(({ name, device, since }) => (
            <li key={`${name} ${device}`}>
              {`${named(name)} · ${device}, desde las ${timeInLima(Date.parse(since))}`}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

/** What was said stands in the document: not while discretion is on. */
function useUnsaid(): void {
  const { isOn } = useDiscretion();
  useEffect(() => {
    if (isOn) announce('');
  }, [isOn]);
}

/** Said aloud when somebody comes, once; not when she goes, nor again with each page of the case. */
function useSaid(caseId: string, others: readonly Other[], words: string): void {
  const ids = others.map(({ name, device }) => [caseId, name, device].join(' '));
  const say = useEffectEvent(() => {
    if (ids.some((id) => !open.said.has(id))) announce(`${label}: ${words}.`);
    open.said = new Set(ids);
  });
  const all = ids.join('\n');
  useEffect(() => say(), [all]);
}
