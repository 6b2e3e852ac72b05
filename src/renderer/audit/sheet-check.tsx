import { useState } from 'react';
import { codeLength, normalCode } from '../../shared/audit/index.ts';
import type { Output } from '../platform/client.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { inLima } from '../platform/times.ts';
import { SheetForm, Told, Panel, TextField, ButtonRow } from '../platform/ui/index.ts';

type Answer = Output<'compareWitness'>;

const tones = { held: 'done', different: 'error', beyond: 'error' } as const;

function wordsOf({ verdict, at, sheet }: Answer): string {
  const of = sheet === null ? '' : ` Es la de la hoja ${sheet}.`;
  if (verdict === 'held') return `Coincide: la bitácora tiene esa entrada, del ${inLima(at ?? '')}.${of}`;
  const next = 'Revise lo que escribió. Si el papel dice eso, no borre nada y avise a la entidad.';
  if (verdict === 'beyond') return `La bitácora no llega a esa entrada. ${next}`;
  return `No coincide: la bitácora tiene otra entrada con ese número.${of} ${next}`;
}

/** Too short is a slip of who types; whether it is the right one the record says. */
function lackOf(code: string): string | undefined {
  const signs = normalCode(code).length;
  if (signs === 0) return 'Escriba el código.';
  return signs < codeLength ? `El código tiene ${codeLength} caracteres: aquí hay ${signs}.` : undefined;
}

/** By the number of an entry and the ten characters beside it, as sheets, papers and months carry them. */
export function SheetCheck() {
  const act = useAct();
  const [seq, setSeq] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const number = /^\d{1,9}$/.test(seq.trim()) ? Number(seq.trim()) : 0;
  const lacksNumber = tried && number < 1 ? 'Escriba el número de la entrada, solo cifras.' : undefined;
  const lacksCode = tried ? lackOf(code) : undefined;
  const compare = () => {
    setTried(true);
    setAnswer(null);
    if (number < 1 || lackOf(code) !== undefined) {
      document.getElementById(number < 1 ? 'sheet-entry' : 'sheet-entry-code')?.focus();
      return;
    }
    void act.run((client) => client.compareWitness({ seq: number, code }), { words: wordsOf, done: setAnswer });
  };
  return (
    <Panel title="Por la entrada de la bitácora">
      <p>De una hoja semanal, del pie de un papel o del reporte del mes.</p>
      <SheetForm onSend={compare}>
        <ActProblem act={act} />
        <TextField
          words={{
            label: 'Entrada',
            hint: 'El número que está junto al código.',
            id: 'sheet-entry',
            error: lacksNumber,
          }}
          width="short"
          inputMode="numeric"
          maxLength={9}
          value={seq}
          onChange={(event) => setSeq(event.target.value)}
        />
        <TextField
          words={{ label: 'Código', hint: 'Diez caracteres.', id: 'sheet-entry-code', error: lacksCode }}
          width="medium"
          spellCheck={false}
          maxLength={80}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <ButtonRow plain busy={act.busy} label="Comparar código" />
      </SheetForm>
      {answer !== null && <Told tone={tones[answer.verdict]}>{wordsOf(answer)}</Told>}
    </Panel>
  );
}
