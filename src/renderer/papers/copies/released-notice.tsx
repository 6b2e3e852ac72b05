import { Button } from '@mantine/core';
import { useState } from 'react';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { Notice, TickField } from '../../platform/ui/index.ts';
import { placeWarning } from '../copy-words.ts';
import css from '../papers.module.css';
import { useRefreshDocuments } from '../queries.ts';
import type { Released } from './use-copies.ts';

type Props = { readonly caseId: string; readonly released: Released; readonly onEnd: (words: string) => void };

/** «¿Se imprimió correctamente?», once a batch; a file that was saved needs no answer. */
export function ReleasedNotice({ caseId, released, onEnd }: Props) {
  const act = useAct({ refresh: useRefreshDocuments() });
  const [isNaming, setIsNaming] = useState(false);
  const [failed, setFailed] = useState<readonly string[]>([]);
  const { copies, batchId } = released;
  const sent = copies.filter(({ state }) => state === 'sent');
  const stuck = copies.length - sent.length;
  const settle = (which: readonly string[]) =>
    act.run((client) => client.settleCopies({ caseId, batchId, failed: which } as never), {
      done: (ended) => {
        onEnd(`Registrado: salieron bien ${ended.confirmed}, no salieron ${ended.failed + stuck}.`);
      },
    });
  if (copies[0]?.way !== 'print') {
    return (
      <Notice tone="done">
        <p>
          Copias registradas y guardadas en un solo archivo: {copies.length}. {copies[0] && placeWarning(copies[0])}
        </p>
      </Notice>
    );
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
              onChange={(isFailed) => {
                setFailed(isFailed ? [...failed, id] : failed.filter((one) => one !== id));
              }}
              onBlur={() => undefined}
            />
          ))}
        </fieldset>
      )}
      <div className={css.row}>
        {isNaming ? (
          <Button size="compact-sm" onClick={() => void settle(failed)}>
            Registrar
          </Button>
        ) : (
          <>
            <Button size="compact-sm" onClick={() => void settle([])}>
              Sí
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                setIsNaming(true);
              }}
            >
              Alguna no salió
            </Button>
          </>
        )}
      </div>
    </Notice>
  );
}
