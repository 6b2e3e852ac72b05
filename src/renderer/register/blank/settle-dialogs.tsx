import { useState } from 'react';
import { type Fields } from '../../../shared/record/index.ts';
import type { BlankPaperLine } from '../../../shared/register/index.ts';
import { useAct } from '../../platform/forms/index.ts';
import { Dialog, TextField } from '../../platform/ui/index.ts';
import { FormDialog } from '../../record/index.ts';
import { useRefreshPapers } from '../queries.ts';
import { voidReasons } from '../words.ts';
import { rangeWords } from './print-panel.tsx';

type Paper = Pick<BlankPaperLine, 'id' | 'number'>;

type Props = { readonly papers: readonly Paper[]; readonly onClose: () => void };

const voidFields = {
  reason: {
    ...{ kind: 'choice', label: 'Motivo', options: voidReasons, required: true, missing: 'Elija el motivo.' },
  },
  words: {
    ...{ kind: 'text', label: 'Escriba el motivo', max: 120, required: true, missing: 'Escriba el motivo.' },
    ...{ hint: 'Sin nombres ni datos de personas.', askedWhen: { question: 'reason', is: ['other'] } },
  },
} as const satisfies Fields;

/** Annuls papers that are not used any more, each with the same reason. */
export function VoidDialog({ papers, onClose }: Props) {
  return (
    <FormDialog
      {...{ fields: voidFields, id: 'void', isShort: true, dangerous: true }}
      words={{
        ...{ title: `¿Anular ${rangeWords(papers.map(({ number }) => number))}?`, send: 'Anular' },
        ...{
          sent: papers.length === 1 ? 'Formulario anulado.' : 'Formularios anulados.',
          cancel: 'Volver sin cambios',
        },
      }}
      send={async ({ reason, words }, client) => {
        const said = reason === 'other' ? words : voidReasons.find(({ code }) => code === reason)?.label;
        for (const { id } of papers)
          await client.settleBlankPaper({ paperId: id, end: { kind: 'voided', reason: said ?? '' } });
      }}
      refresh={useRefreshPapers()}
      onDone={() => onClose()}
    >
      <p>El número no se vuelve a usar. Si el papel aparece después, no se podrá registrar con él.</p>
    </FormDialog>
  );
}

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
      isForm
      title={`¿De qué ficha es ${paper.number}?`}
      confirm={{ label: 'Anotar', onClick: () => void save() }}
      cancel={{ label: 'Volver sin cambios', onClick: onClose }}
    >
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
    </Dialog>
  );
}
