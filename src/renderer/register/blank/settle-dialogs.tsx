import { useState } from 'react';
import type { BlankPaperLine } from '../../../shared/register/index.ts';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { ChoiceField, Dialog, Problem, TextField } from '../../platform/ui/index.ts';
import { useRefreshPapers } from '../queries.ts';
import { voidReasons } from '../words.ts';
import { rangeWords } from './print-panel.tsx';

type Paper = Pick<BlankPaperLine, 'id' | 'number'>;
type Reason = (typeof voidReasons)[number]['code'];

type Props = { readonly papers: readonly Paper[]; readonly onClose: () => void };

/** Annuls papers that are not used any more, each with the same reason. */
export function VoidDialog({ papers, onClose }: Props) {
  const client = useClient();
  const refresh = useRefreshPapers();
  const [reason, setReason] = useState<Reason | null>(null);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const lacksWords = reason === 'other' && words.trim() === '';
  const annul = async () => {
    setTried(true);
    if (reason === null || lacksWords) return;
    const said = reason === 'other' ? words.trim() : (voidReasons.find(({ code }) => code === reason)?.label ?? '');
    try {
      for (const { id } of papers)
        await client.settleBlankPaper({ paperId: id, end: { kind: 'voided', reason: said } });
      announce(papers.length === 1 ? 'Formulario anulado.' : 'Formularios anulados.');
      onClose();
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
    }
    await refresh();
  };
  return (
    <Dialog
      opened
      title={`¿Anular ${rangeWords(papers.map(({ number }) => number))}?`}
      confirm={{ label: 'Anular', onClick: () => void annul(), dangerous: true }}
      cancel={{ label: 'Volver sin cambios', onClick: onClose }}
    >
      <p>El número no se vuelve a usar. Si el papel aparece después, no se podrá registrar con él.</p>
      <Problem words={problem} />
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
          onChange={(event) => {
            setWords(event.target.value);
          }}
        />
      )}
    </Dialog>
  );
}

/** Says to which ficha a paper that came back belongs. */
export function BelongsDialog({ paper, onClose }: { readonly paper: BlankPaperLine; readonly onClose: () => void }) {
  const client = useClient();
  const refresh = useRefreshPapers();
  const [number, setNumber] = useState('');
  const [error, setError] = useState<string | undefined>();
  const save = async () => {
    if (number.trim() === '') {
      setError('Escriba el número de la ficha, por ejemplo 2026-0012.');
      return;
    }
    try {
      await client.settleBlankPaper({ paperId: paper.id, end: { kind: 'used', caseNumber: number.trim() } });
      announce('Formulario anotado en la ficha.');
      onClose();
    } catch (thrown) {
      const failure = failureOf(thrown);
      setError(failure.issues[0]?.message ?? wordsOf(failure));
    }
    await refresh();
  };
  return (
    <Dialog
      opened
      title={`¿De qué ficha es ${paper.number}?`}
      confirm={{ label: 'Anotar', onClick: () => void save() }}
      cancel={{ label: 'Volver sin cambios', onClick: onClose }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          words={{ label: 'N.º de ficha', hint: 'El nuestro, por ejemplo 2026-0012.', id: 'paper-case', error }}
          width="medium"
          maxLength={12}
          value={number}
          onChange={(event) => {
            setNumber(event.target.value);
          }}
        />
      </form>
    </Dialog>
  );
}
