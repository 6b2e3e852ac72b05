import { Button } from '@mantine/core';
import { useState } from 'react';
import { PasswordAgainDialog } from '../../access/index.ts';
import { type ActClient, ActProblem, useAct } from '../../platform/forms/index.ts';
import { PlainButton, look, OneOfField, Notice } from '../../platform/ui/index.ts';
import { useAllowedPrinters, useRefreshDocuments } from '../queries.ts';
import { usualPrinter } from './copies-choice.ts';
import { isEnded, type Released } from './use-copies.ts';

type Props = {
  readonly caseId: string;
  readonly failedBatchId: string;
  readonly words: string;
  readonly count: number;
  readonly printer: string | null;
  readonly bothSides: boolean;
  readonly onAgain: (released: Released) => void;
  readonly onEnd: () => void;
};

/** What did not come out of a batch, offered once more: to the same printer while it is there, or to another. */
export function PrintAgain({ caseId, failedBatchId, words, count, printer, bothSides, onAgain, onEnd }: Props) {
  const refresh = useRefreshDocuments();
  const act = useAct({ refresh });
  const [chosen, setChosen] = useState<string | null>(null);
  const [asksPassword, setAsksPassword] = useState(false);
  // The same until it is out: pressed again after no answer, it is the same batch.
  const [batchId, setBatchId] = useState(() => crypto.randomUUID());
  const printers = useAllowedPrinters();
  const same = printers.find(({ name }) => name === printer)?.name ?? null;
  const target = chosen ?? same ?? usualPrinter(printers);
  const repeat = async (by: ActClient, password: string | null) => {
    const asked = { caseId, failedBatchId, batchId, printer: target, bothSides };
    const released = await by.repeatCopies(asked, password === null ? {} : { password });
    return { ...released, batchId, bothSides };
  };
  const press = () =>
    act.run((by) => repeat(by, null), {
      words: ({ copies }) => `Copias registradas: ${copies.length}.`,
      done: onAgain,
      refused: (failure) => {
        if (failure.reason === 'password-again') setAsksPassword(true);
        else if (isEnded(failure)) setBatchId(crypto.randomUUID());
        return refresh();
      },
    });
  return (
    <Notice tone="warning">
      <p role="status">{words}</p>
      <ActProblem act={act} />
      <OneOfField
        words={{ label: 'Impresora', id: 'again-printer' }}
        options={printers.map(({ name }) => ({ code: name, label: name }))}
        value={target}
        onChange={setChosen}
      />
      <div className={look.row}>
        <Button size="compact-sm" disabled={act.busy} onClick={() => void press()}>
          {count === 1 ? 'Imprimir otra vez' : `Imprimir otra vez las ${count}`}
        </Button>
        <PlainButton small onClick={onEnd}>
          Ahora no
        </PlainButton>
      </div>
      {asksPassword && (
        <PasswordAgainDialog
          title="Imprimir otra vez"
          verb="Registrar e imprimir"
          onConfirm={async (password, by) => {
            onAgain(await repeat(by, password));
          }}
          onCancel={() => setAsksPassword(false)}
        />
      )}
    </Notice>
  );
}
