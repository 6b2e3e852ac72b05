import { useState } from 'react';
import type { BlankPaperLine } from '../../../shared/register/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { SheetForm, ChoiceField, Dialog, TextField } from '../../platform/ui/index.ts';
import { useRefreshPapers } from '../queries.ts';
import { voidReasons } from '../words.ts';
import { rangeWords } from './print-panel.tsx';

type Paper = Pick<BlankPaperLine, 'id' | 'number'>;
type Reason = (typeof voidReasons)[number]['code'];

type Props = { readonly papers: readonly Paper[]; readonly onClose: () => void };

/** Annuls papers that are not used any more, each with the same reason. */
export function VoidDialog({ papers, onClose }: Props) {
  const refresh = useRefreshPapers();
  const act = useAct({ refresh });
  const [reason, setReason] = useState<Reason | null>(null);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const lacksWords = reason === 'other' && words.trim() === '';
  const annul = async () => {
    setTried(true);
    if (reason === null || lacksWords) return;
    const said = reason === 'other' ? words.trim() : (voidReasons.find(({ code }) => code === reason)?.label ?? '');
    await act.run(
      async (client) => {
        for (const { id } of papers)
          await client.settleBlankPaper({ paperId: id, end: { kind: 'voided', reason: said } });
      },
      {
        words: papers.length === 1 ? 'Formulario anulado.' : 'Formularios anulados.',
        done: onClose,
        refused: refresh,
      },
    );
  };
  return (
    <Dialog
      title={`¿Anular ${rangeWords(papers.map(({ number }) => number))}?`}
      confirm={{ label: 'Anular', onClick: () => void annul(), dangerous: true }}
      cancel={{ label: 'Volver sin cambios', onClick: onClose }}
    >
      <p>El número no se vuelve a usar. Si el papel aparece después, no se podrá registrar con él.</p>
      <ActProblem act={act} />
      <ChoiceField
        clearable={false}
        words={{ label: 'Motivo', id: 'void-reason', error: tried && reason === null ? 'Elija el motivo.' : undefined }}
        options={voidReasons}
        value={reason}
        onChange={setReason}
      />
      {reason === 'other' && (
        <TextField
          words={{
            label: 'Escriba el motivo',
            hint: 'Sin nombres ni datos de personas.',
            id: 'void-words',
            error: tried && lacksWords ? 'Escriba el motivo.' : undefined,
          }}
          maxLength={120}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
    </Dialog>
  );
}

/** Says to which ficha a paper that came back belongs. */
export function BelongsDialog({ paper, onClose }: { readonly paper: BlankPaperLine; readonly onClose: () => void }) {
  const refresh = useRefreshPapers();
  const act = useAct({ refresh });
  const [number, setNumber] = useState('');
  const save = async () => {
    if (number.trim() === '') {
      act.say('Escriba el número de la ficha, por ejemplo 2026-0012.');
      return;
    }
    const end = { kind: 'used', caseNumber: number.trim() } as const;
    await act.run((client) => client.settleBlankPaper({ paperId: paper.id, end }), {
      words: 'Formulario anotado en la ficha.',
      done: onClose,
      refused: refresh,
    });
  };
  return (
    <Dialog
      title={`¿De qué ficha es ${paper.number}?`}
      confirm={{ label: 'Anotar', onClick: () => void save() }}
      cancel={{ label: 'Volver sin cambios', onClick: onClose }}
    >
      <SheetForm onSend={save}>
        <TextField
          words={{
            ...{ label: 'N.º de ficha', hint: 'El nuestro, por ejemplo 2026-0012.', id: 'paper-case' },
            error: act.issues[0]?.message ?? act.problem ?? undefined,
          }}
          width="medium"
          maxLength={12}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
      </SheetForm>
    </Dialog>
  );
}
