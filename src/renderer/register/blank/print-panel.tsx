import { Button } from '@mantine/core';
import { useState } from 'react';
import { optionsOf } from '../../../shared/record/index.ts';
import { blankKindLabels, mostCopies, type BlankKind } from '../../../shared/register/index.ts';
import { downloadBytes, fetchFile } from '../../platform/files.ts';
import { type ActClient, ActProblem, useAct } from '../../platform/forms/index.ts';
import { look, OneOfField, NumberField, Panel, Stores } from '../../platform/ui/index.ts';
import { useRefreshPapers } from '../queries.ts';

export type Printed = { readonly numbers: readonly string[]; readonly pages: number };

const options = optionsOf(blankKindLabels);

function copiesError(copies: number | string | null): string | undefined {
  const isRight = typeof copies === 'number' && copies >= 1 && copies <= mostCopies;
  return isRight ? undefined : `Escriba de 1 a ${mostCopies} copias. Para más, saque otro archivo.`;
}

/** «C-2026-0004 a C-2026-0008». */
export function rangeWords(numbers: readonly string[]): string {
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)];
  return first === last ? first : `${first} a ${last}`;
}

/** Which form, how many copies; each copy takes its number before the file leaves. */
export function PrintPanel({ onPrinted }: { readonly onPrinted: (printed: Printed) => void }) {
  const refresh = useRefreshPapers();
  const [kind, setKind] = useState<BlankKind>('ficha');
  const [copies, setCopies] = useState<number | string | null>(1);
  const [tried, setTried] = useState(false);
  const act = useAct({ refresh });
  const save = () => {
    setTried(true);
    if (copiesError(copies) !== undefined) {
      document.getElementById('blank-copies')?.focus();
      return;
    }
    const print = async (client: ActClient) => {
      const printed = await client.printBlankPapers({ kind, copies: Number(copies), way: 'save' });
      if (printed.file !== null) downloadBytes(await fetchFile(client, printed.file), printed.file);
      return printed;
    };
    void act.run(print, {
      words: ({ numbers }) => `Se guardó: ${rangeWords(numbers)}.`,
      done: (printed) => {
        onPrinted(printed);
        setTried(false);
      },
      // The numbers are spent and stand in the list as annulled.
      refused: refresh,
    });
  };
  return (
    <Panel title="Sacar formularios">
      <ActProblem act={act} />
      <div className={look.stack}>
        <OneOfField
          words={{ label: 'Formulario', id: 'blank-kind' }}
          options={options}
          value={kind}
          onChange={setKind}
        />
        <NumberField
          words={{
            label: 'Copias',
            hint: `Cada copia lleva su propio número de contingencia al pie. Hasta ${mostCopies} por archivo.`,
            id: 'blank-copies',
            error: tried ? copiesError(copies) : undefined,
          }}
          value={copies}
          onChange={setCopies}
        />
      </div>
      <div className={look.row}>
        <Stores>
          <Button aria-disabled={act.busy} onClick={save}>
            Guardar PDF para imprimir
          </Button>
        </Stores>
      </div>
    </Panel>
  );
}
