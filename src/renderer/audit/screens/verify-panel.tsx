import { useState } from 'react';
import type { Output } from '../../platform/client.ts';
import { announce } from '../../platform/announce.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { Facts, look, Notice, Panel, Lines, ButtonRow } from '../../platform/ui/index.ts';

type Verdict = Output<'verifyRecord'>;

const sound = 'La bitácora está completa y cada registro coincide con su sello.';
const unsound = 'La revisión encontró problemas. No borre nada; avise a Coordinación y guarde las copias.';

/** «Revisar bitácora»: the chain without gaps and the seal of every record. */
export function VerifyPanel() {
  const act = useAct();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const verify = async () => {
    if (act.busy) return;
    setVerdict(null);
    announce('Revisando la bitácora…');
    await act.run((client) => client.verifyRecord({}), {
      done: (found) => {
        setVerdict(found);
        announce(found.isSound ? sound : unsound, found.isSound ? 'status' : 'alert');
      },
    });
  };
  return (
    <Panel title="Revisión del registro">
      <ButtonRow plain busy={act.busy} label="Revisar bitácora" meanwhile="Revisando…" onClick={() => void verify()}>
        <span>Comprueba que no falte ni se haya cambiado nada.</span>
      </ButtonRow>
      <ActProblem act={act} />
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
        <Lines of={problems} />
      </Notice>
      <Facts
        of={[
          ['Entradas', entries],
          ['Registros sellados', records],
          [
            'Última entrada y su sello, para anotarlos en papel',
            <>
              {head.seq} · <span className={look.mono}>{head.seal}</span>
            </>,
          ],
        ]}
      />
    </>
  );
}
