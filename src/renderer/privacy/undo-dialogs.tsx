import {
  reopenReasonLabels,
  withdrawReasonLabels,
  type AccessReviewView,
  type DataIncidentView,
  type ReopenReason,
  type WithdrawReason,
} from '../../shared/privacy/index.ts';
import { ChosenReasonDialog } from '../platform/ui/index.ts';
import { type ActClient, ActProblem, useAct } from '../platform/forms/index.ts';
import { useRefreshPrivacy } from './queries.ts';

type Props = { readonly onDone: () => void };

/** What is refused is said in the dialog, over the line as it is by then: pressing again goes on over that one. */
function useUndoing(onDone: () => void) {
  const refresh = useRefreshPrivacy();
  const act = useAct({ refresh });
  const undo = (work: (client: ActClient) => Promise<unknown>, words: string) =>
    act.run(work, { words, done: onDone, refused: refresh });
  const problem = act.issues[0]?.message ?? act.problem;
  return { act: { ...act, problem }, undo };
}

/** «Reabrir»: closed by mistake, it is to be told of again, within the term that runs from the same hour. */
export function ReopenIncidentDialog({ incident, onDone }: Props & { readonly incident: DataIncidentView }) {
  const { act, undo } = useUndoing(onDone);
  return (
    <ChosenReasonDialog<ReopenReason>
      title="¿Reabrir este incidente?"
      label="Por qué se reabre"
      reasons={reopenReasonLabels}
      confirm="Reabrir incidente"
      cancel="Cancelar"
      onCancel={onDone}
      onChosen={(code, words) => {
        const target = { incidentId: incident.id, version: incident.version, reason: { code, words } };
        void undo((client) => client.reopenDataIncident(target), 'Incidente reabierto.');
      }}
    >
      <p>
        Vuelve a «Por avisar». El plazo corre desde la misma hora en que se conoció y puede estar vencido. Quién lo
        cerró, cuándo y cómo queda escrito.
      </p>
      <ActProblem act={act} />
    </ChosenReasonDialog>
  );
}

/** «Retirar»: a review recorded by mistake stays in the list and no longer counts. */
export function WithdrawReviewDialog({ review, onDone }: Props & { readonly review: AccessReviewView }) {
  const { act, undo } = useUndoing(onDone);
  return (
    <ChosenReasonDialog<WithdrawReason>
      title="¿Retirar esta revisión de permisos?"
      label="Por qué se retira"
      reasons={withdrawReasonLabels}
      confirm="Retirar revisión"
      cancel="Cancelar"
      onCancel={onDone}
      onChosen={(code, words) => {
        const target = { reviewId: review.id, version: review.version, reason: { code, words } };
        void undo((client) => client.withdrawAccessReview(target), 'Revisión retirada.');
      }}
    >
      <p>No se borra: queda en la lista como retirada. La próxima revisión vence según la anterior.</p>
      <ActProblem act={act} />
    </ChosenReasonDialog>
  );
}
