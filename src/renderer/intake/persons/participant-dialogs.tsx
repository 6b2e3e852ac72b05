import { participationSchema, type Participant } from '../../../shared/intake/index.ts';
import { z } from '../../../shared/platform/zod.ts';
import { ActDialog, ActProblem, useSectionForm } from '../../platform/forms/index.ts';
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
  const named = useNamed();
  const { participantId, version, name } = participant;
  return (
    <ActDialog
      words={{
        ...{ title: `¿Quitar a ${named(name)} de esta ficha?`, send: 'Quitar de la ficha', cancel: 'Cancelar' },
        sent: 'Persona quitada de la ficha.',
      }}
      send={(client) => client.removeParticipant({ caseId, participantId, version })}
      {...{ onClose, refresh: useRefreshPersons(caseId) }}
    >
      Deja de figurar en esta ficha. Sus datos no se borran y el cambio queda en el historial.
    </ActDialog>
  );
}
