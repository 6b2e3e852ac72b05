import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Contract } from '../../../shared/contract.ts';
import type { OutputOf } from '../../../shared/platform/contract.ts';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { Notice, Panel } from '../../platform/ui/index.ts';
import css from '../audit.module.css';

type Verdict = OutputOf<Contract['verifyRecord']>;

const sound = 'La bitácora está completa y cada registro coincide con su sello.';
const unsound = 'La revisión encontró problemas. No borre nada; avise a Coordinación y guarde las copias.';

/** «Revisar bitácora»: the chain without gaps and the seal of every record. */
export function VerifyPanel() {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const verify = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    announce('Revisando la bitácora…');
    try {
      const found = await client.verifyRecord({});
      setVerdict(found);
      announce(found.isSound ? sound : unsound, found.isSound ? 'status' : 'alert');
    } catch (error) {
      setVerdict(null);
      setProblem(wordsOf(failureOf(error)));
    }
    setBusy(false);
  };
  return (
    <Panel title="Revisión del registro">
      <div className={css.row}>
        <Button onClick={verify} aria-disabled={busy}>
          {busy ? 'Revisando…' : 'Revisar bitácora'}
        </Button>
        <span>Comprueba que no falte ni se haya cambiado nada.</span>
      </div>
      {problem !== null && (
        <Notice tone="error">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      {verdict !== null && <Result verdict={verdict} />}
    </Panel>
  );
}

function Result({ verdict }: { readonly verdict: Verdict }) {
  const { isSound, entries, records, head, problems } = verdict;
  return (
    <>
      <Notice tone={isSound ? 'done' : 'error'}>
        <p>{isSound ? sound : unsound}</p>
        {problems.length > 0 && (
          <ul className={css.problems}>
            {problems.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
      </Notice>
      <dl className={css.facts}>
        <div>
          <dt>Entradas</dt>
          <dd>{entries}</dd>
        </div>
        <div>
          <dt>Registros sellados</dt>
          <dd>{records}</dd>
        </div>
        <div>
          <dt>Última entrada y su sello, para la hoja del mes</dt>
          <dd>
            {head.seq} · <span className={css.seal}>{head.seal}</span>
          </dd>
        </div>
      </dl>
    </>
  );
}
