import { setUpSteps } from '../../shared/centre/index.ts';
import { asOfNow, useRead } from '../platform/query.ts';
import { useGo } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { PlainButton, Warning } from '../platform/ui/index.ts';
import { setUpPath } from './set-up-screen.tsx';

/** While something is missing that a centre needs before its first person; what can wait a week is on the list alone. */
export function SetUpWarning() {
  const may = useMay('settings.centre');
  const go = useGo();
  const { data } = useRead(['centre', 'set-up'], (client) => client.readSetUp({}), { ...asOfNow, enabled: may });
  const left = data === undefined ? [] : setUpSteps(data).filter(({ isDone }) => !isDone);
  if (!left.some(({ group }) => group === 'first')) return null;
  return (
    <Warning>
      <span>
        {left.length === 1 ? 'Puesta en marcha: falta 1 paso.' : `Puesta en marcha: faltan ${left.length} pasos.`}
      </span>
      <PlainButton small onClick={() => go(setUpPath)}>
        Ver los pasos
      </PlainButton>
    </Warning>
  );
}
