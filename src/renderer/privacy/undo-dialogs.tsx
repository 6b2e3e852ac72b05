import { useState } from 'react';
import {
  reopenReasonLabels,
  withdrawReasonLabels,
  type AccessReviewView,
  type DataIncidentView,
  type ReopenReason,
  type WithdrawReason,
} from '../../shared/privacy/index.ts';
import { useOnce } from '../care/index.ts';
import { ChosenReasonDialog } from '../intake/index.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { Problem } from '../platform/ui/index.ts';
import { useRefreshPrivacy } from './queries.ts';

type Props = { readonly onDone: () => void };

/** Sends once; what is refused is said in the dialog, which stays open with what was written. */
function useUndoing(onDone: () => void) {
  const refresh = useRefreshPrivacy();
  const [problem, setProblem] = useState<string | null>(null);
  const { run } = useOnce();
  const undo = (work: (key: string) => Promise<unknown>, words: string) =>
    run(async (key) => {
      try {
        await work(key);
      } catch (error) {
        const failure = failureOf(error);
        // First the line as it is now: pressing again goes on over that one.
        await refresh();
        setProblem(failure.issues[0]?.message ?? wordsOf(failure));
        return;
      }
      await refresh();
      announce(words);
      onDone();
    });
  return { problem, undo };
}

/** «Reabrir»: closed by mistake, it is to be told of again, within the term that runs from the same hour. */
export function ReopenIncidentDialog({ incident, onDone }: Props & { readonly incident: DataIncidentView }) {
  const client = useClient();
  const { problem, undo } = useUndoing(onDone);
  return (
    <ChosenReasonDialog<ReopenReason>
      opened
      title="¿Reabrir este incidente?"
      label="Por qué se reabre"
      reasons={reopenReasonLabels}
      confirm="Reabrir incidente"
      cancel="Cancelar"
      onCancel={onDone}
      onChosen={(code, words) => {
        const target = { incidentId: incident.id, version: incident.version, reason: { code, words } };
        void undo((key) => client.reopenDataIncident(target, { key }), 'Incidente reabierto.');
      }}
    >
      <p>
        Vuelve a «Por avisar». El plazo corre desde la misma hora en que se conoció y puede estar vencido. Quién lo
        cerró, cuándo y cómo queda escrito.
      </p>
      <Problem words={problem} />
    </ChosenReasonDialog>
  );
}

/** «Retirar»: a review recorded by mistake stays in the list and no longer counts. */
export function WithdrawReviewDialog({ review, onDone }: Props & { readonly review: AccessReviewView }) {
  const client = useClient();
  const { problem, undo } = useUndoing(onDone);
  return (
    <ChosenReasonDialog<WithdrawReason>
      opened
      title="¿Retirar esta revisión de permisos?"
      label="Por qué se retira"
      reasons={withdrawReasonLabels}
      confirm="Retirar revisión"
      cancel="Cancelar"
      onCancel={onDone}
      onChosen={(code, words) => {
        const target = { reviewId: review.id, version: review.version, reason: { code, words } };
        void undo((key) => client.withdrawAccessReview(target, { key }), 'Revisión retirada.');
      }}
    >
      <p>No se borra: queda en la lista como retirada. La próxima revisión vence según la anterior.</p>
      <Problem words={problem} />
    </ChosenReasonDialog>
  );
}
