import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { participationSchema, type Participant } from '../../../shared/intake/index.ts';
import { z } from '../../../shared/platform/zod.ts';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { useSectionForm, type SectionForm } from '../../platform/forms/index.ts';
import { Dialog, Problem } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { PartFields } from './part-fields.tsx';
import { useRefreshPersons } from './queries.ts';

type Props = { readonly caseId: string; readonly participant: Participant; readonly onClose: () => void };

const partSchema = z.strictObject({ part: participationSchema });

/** Another part in the same ficha; the person herself stays as she is. */
export function ChangePart({ caseId, participant, onClose }: Props) {
  const client = useClient();
  const refresh = useRefreshPersons(caseId);
  const { role, bond, livesWithUser, participantId, version } = participant;
  const defaultValues = { part: { role, bond, livesWithUser } };
  const form = useSectionForm({ schema: partSchema, defaultValues, id: 'change-part' });
  const save = async () => {
    const sent = await form.send(async ({ part }) => {
      await client.changeParticipant({ caseId, participantId, version, part });
    });
    if (!sent) return;
    await refresh();
    announce('Participación cambiada.');
    onClose();
  };
  return (
    <Dialog
      opened
      title={`Participación de ${participant.name}`}
      confirm={{ label: 'Guardar el cambio', onClick: () => void save() }}
      cancel={{ label: 'Cancelar', onClick: onClose }}
    >
      <div className={css.stack}>
        <PartFields form={form as unknown as SectionForm<FieldValues>} />
        <Problem words={form.problem} />
      </div>
    </Dialog>
  );
}

/** Out of this ficha; the person stays in the record. */
export function Removal({ caseId, participant, onClose }: Props) {
  const client = useClient();
  const refresh = useRefreshPersons(caseId);
  const [problem, setProblem] = useState<string | null>(null);
  const remove = async () => {
    try {
      const { participantId, version } = participant;
      await client.removeParticipant({ caseId, participantId, version });
      await refresh();
      announce('Persona quitada de la ficha.');
      onClose();
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
    }
  };
  return (
    <Dialog
      opened
      title={`¿Quitar a ${participant.name} de esta ficha?`}
      confirm={{ label: 'Quitar de la ficha', onClick: () => void remove() }}
      cancel={{ label: 'Cancelar', onClick: onClose }}
    >
      <p>Deja de figurar en esta ficha. Sus datos no se borran y el cambio queda en el historial.</p>
      <Problem words={problem} />
    </Dialog>
  );
}
