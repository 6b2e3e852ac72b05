import { participationSchema, type Participant } from '../../../shared/intake/index.ts';
import { z } from '../../../shared/platform/zod.ts';
import { ActProblem, useAct, useSectionForm } from '../../platform/forms/index.ts';
import { look, Dialog, useNamed } from '../../platform/ui/index.ts';
import { PartFields } from './part-fields.tsx';
import { useRefreshPersons } from './queries.ts';

type Props = { readonly caseId: string; readonly participant: Participant; readonly onClose: () => void };

const partSchema = z.strictObject({ part: participationSchema });

/** Another part in the same ficha; the person herself stays as she is. */
export function ChangePart({ caseId, participant, onClose }: Props) {
  const named = useNamed();
  const { role, bond, livesWithUser, participantId, version } = participant;
  const defaultValues = { part: { role, bond, livesWithUser } };
  const form = useSectionForm({
    ...{ schema: partSchema, defaultValues, id: 'change-part', refresh: useRefreshPersons(caseId) },
  });
  const save = () =>
    form.send(({ part }, client) => client.changeParticipant({ caseId, participantId, version, part }), {
      words: 'Participación cambiada.',
      done: onClose,
    });
  return (
    <Dialog
      title={`Participación de ${named(participant.name)}`}
      confirm={{ label: 'Guardar el cambio', onClick: () => void save() }}
      cancel={{ label: 'Cancelar', onClick: onClose }}
    >
      <div className={look.stack}>
        <PartFields form={form} />
        <ActProblem act={form} />
      </div>
    </Dialog>
  );
}

/** Out of this ficha; the person stays in the record. */
export function Removal({ caseId, participant, onClose }: Props) {
  const act = useAct({ refresh: useRefreshPersons(caseId) });
  const named = useNamed();
  const { participantId, version } = participant;
  const remove = () =>
    act.run((client) => client.removeParticipant({ caseId, participantId, version }), {
      words: 'Persona quitada de la ficha.',
      done: onClose,
    });
  return (
    <Dialog
      title={`¿Quitar a ${named(participant.name)} de esta ficha?`}
      confirm={{ label: 'Quitar de la ficha', onClick: () => void remove() }}
      cancel={{ label: 'Cancelar', onClick: onClose }}
    >
      <p>Deja de figurar en esta ficha. Sus datos no se borran y el cambio queda en el historial.</p>
      <ActProblem act={act} />
    </Dialog>
  );
}
