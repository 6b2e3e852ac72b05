/** After an older copy: what was published meanwhile has to be said, or brought back, before any month is closed. */
import { useRef, useState } from 'react';
import { restoredAnswerLabels } from '../../shared/reports/index.ts';
import { leavingNameSchema } from '../../shared/platform/file-names.ts';
import { PasswordAgainDialog } from '../access/index.ts';
import { announce } from '../platform/announce.ts';
import { base64Of } from '../platform/base64.ts';
import type { ActClient } from '../platform/forms/index.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { Notice, PlainButton, ButtonRow } from '../platform/ui/index.ts';
import { useRefreshMonths, useRestoredReports } from './queries.ts';

type Answer = keyof typeof restoredAnswerLabels;
type Asking = { readonly answer: Answer } | { readonly files: readonly File[] };

export function Restored() {
  const { data: asked } = useRestoredReports();
  const maySettle = useMay('report.settleRestored');
  const [asking, setAsking] = useState<Asking | null>(null);
  const input = useRef<HTMLInputElement>(null);
  if (asked === undefined || asked === null) return null;
  return (
    <Notice tone="warning">
      <p>
        El {inLima(asked.restoredAt)} el registro volvió a una copia del {inLima(asked.copyMadeAt)}. Antes de cerrar un
        mes, diga qué se publicó después de esa copia: un mes publicado dos veces con cifras distintas descubre casos.
      </p>
      {maySettle && (
        <ButtonRow plain label="Traer un reporte publicado…" onClick={() => input.current?.click()}>
          <input
            ref={input}
            type="file"
            hidden
            multiple
            accept=".json,.csv,.xlsx,.pdf"
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = '';
              if (files.length > 0) setAsking({ files });
            }}
          />
          {(['none', 'lost'] as const).map((answer) => (
            <PlainButton key={answer} onClick={() => setAsking({ answer })}>
              {restoredAnswerLabels[answer]}
            </PlainButton>
          ))}
        </ButtonRow>
      )}
      {asking !== null && <Settling asking={asking} onClose={() => setAsking(null)} />}
    </Notice>
  );
}

const meaning: Readonly<Record<Answer, string>> = {
  none: 'Los meses se cierran desde aquí como si la copia fuera lo último. Hágalo solo si está segura.',
  lost: 'Los meses que ya se habían publicado saldrán otra vez, con otras cifras y como «Revisión 2». Avise a quien los recibió.',
};

function Settling({ asking, onClose }: { readonly asking: Asking; readonly onClose: () => void }) {
  const refresh = useRefreshMonths();
  const confirm = async (password: string, client: ActClient) => {
    if ('answer' in asking) {
      await client.settleRestoredReports({ answer: asking.answer }, { password });
      announce('Respuesta guardada.');
    } else {
      const files = [];
      for (const file of asking.files)
        files.push({
          name: leavingNameSchema.parse(file.name.toLowerCase()),
          base64: base64Of(new Uint8Array(await file.arrayBuffer())),
        });
      await client.bringBackReport({ files }, { password });
      announce('Reporte traído de vuelta.');
    }
    await refresh();
    onClose();
  };
  return (
    <PasswordAgainDialog
      title={'answer' in asking ? `¿${restoredAnswerLabels[asking.answer]}?` : '¿Traer de vuelta este reporte?'}
      verb={'answer' in asking ? 'Guardar la respuesta' : 'Traer el reporte'}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p>
        {'answer' in asking
          ? meaning[asking.answer]
          : 'Elija juntos el archivo «reporte… .json» y su «lista-firmada… .json», del más antiguo al más nuevo.'}
      </p>
    </PasswordAgainDialog>
  );
}
