import { Button } from '@mantine/core';
import { useState } from 'react';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { PlainButton, look, Notice, Told, TickField } from '../../platform/ui/index.ts';
import { placeWarning } from '../copy-words.ts';
import css from '../papers.module.css';
import { useRefreshDocuments } from '../queries.ts';
import { PrintAgain } from './print-again.tsx';
import type { Released } from './use-copies.ts';

type Props = {
  readonly caseId: string;
  readonly released: Released;
  readonly onEnd: (words: string) => void;
  readonly onAgain: (released: Released) => void;
};

/** «¿Se imprimió correctamente?», once a batch, and only a failure asks for more; a file that was saved needs no answer. */
export function ReleasedNotice({ caseId, released, onEnd, onAgain }: Props) {
  const act = useAct({ refresh: useRefreshDocuments() });
  const [isNaming, setIsNaming] = useState(false);
  const [failed, setFailed] = useState<readonly string[]>([]);
  const [ended, setEnded] = useState<{ readonly words: string; readonly count: number } | null>(null);
  const { copies, batchId, bothSides } = released;
  const sent = copies.filter(({ state }) => state === 'sent');
  const stuck = copies.length - sent.length;
  const settle = (which: readonly string[]) =>
    act.run((client) => client.settleCopies({ caseId, batchId, failed: [...which] }), {
      done: ({ confirmed, failed: unprinted }) => {
        const count = unprinted + stuck;
        const words = confirmed + count === 0 ? 'Ya estaba registrado.' : `Registrado: ${outcome(confirmed, count)}.`;
        if (count === 0) onEnd(words);
        else setEnded({ words, count });
      },
    });
  if (copies[0]?.way !== 'print') {
    return (
      <Told tone="done">
        Copias registradas y guardadas en un solo archivo: {copies.length}. {copies[0] && placeWarning(copies[0])}
      </Told>
    );
  }
  if (ended !== null) {
    const { printer } = copies[0];
    const end = () => onEnd(ended.words);
    return <PrintAgain {...{ caseId, printer, bothSides, onAgain, ...ended }} failedBatchId={batchId} onEnd={end} />;
  }
  return (
    <Notice tone={stuck > 0 ? 'warning' : 'done'}>
      <p>
        Enviadas a «{copies[0].printer}»: {sent.length} de {copies.length}. <strong>¿Se imprimió correctamente?</strong>
      </p>
      <ActProblem act={act} />
      {isNaming && (
        <fieldset className={css.choices}>
          <legend>Cuáles no salieron</legend>
          {sent.map(({ id, number, recipient }, at) => (
            <TickField
              key={id}
              words={{ label: `${number} · ${recipient}`, id: `copy-failed-${at}` }}
              value={failed.includes(id)}
              onChange={(isFailed) => setFailed(isFailed ? [...failed, id] : failed.filter((one) => one !== id))}
            />
          ))}
        </fieldset>
      )}
      <div className={look.row}>
        {isNaming ? (
          <Button size="compact-sm" onClick={() => void settle(failed)}>
            Registrar
          </Button>
        ) : (
          <>
            <Button size="compact-sm" onClick={() => void settle([])}>
              Sí
            </Button>
            <PlainButton small onClick={() => setIsNaming(true)}>
              Alguna no salió
            </PlainButton>
          </>
        )}
      </div>
    </Notice>
  );
}

/** «3 salieron bien, 1 no salió»; of what did not happen nothing is said. */
function outcome(well: number, not: number): string {
  const said = [
    well > 0 && (well === 1 ? '1 salió bien' : `${well} salieron bien`),
    not > 0 && (not === 1 ? '1 no salió' : `${not} no salieron`),
  ];
  return said.filter(Boolean).join(', ');
}
