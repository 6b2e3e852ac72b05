import {
  hearingEndFields,
  metFields,
  metFormSchema,
  settleFields,
  settleFormSchema,
  type DeadlineView,
  type HearingView,
} from '../../shared/proceedings/index.ts';
import { useIsClosed } from '../intake/index.ts';
import { useDocuments } from '../papers/index.ts';
import { look } from '../platform/ui/index.ts';
import { FormDialog } from '../record/index.ts';
import { useRefreshProceedings } from './queries.ts';

type SettleProps = {
  readonly caseId: string;
  readonly today: string;
  readonly deadline: DeadlineView;
  readonly onDone: () => void;
};

/** Closing a term: with what it is proved, where the case has one with an issued paper. */
export function SettleDialog({ caseId, today, deadline, onDone }: SettleProps) {
  const { data: documents = [] } = useDocuments(caseId);
  const target = { caseId, deadlineId: deadline.id, version: deadline.version };
  const common = {
    ...{ id: 'settle', sentAs: 'settle', onDone, refresh: useRefreshProceedings() },
    choices: {
      documentId: documents.map(({ id, number, title }) => ({ code: id, label: `N.º ${number} · ${title}` })),
    },
    words: { title: `Cerrar el plazo: ${deadline.task}`, send: 'Cerrar plazo', sent: 'Plazo cerrado.' },
  };
  if (useIsClosed()) {
    return (
      <FormDialog
        {...{ ...common, fields: metFields, schema: metFormSchema }}
        start={{ on: today }}
        keeping={() => (
          <p className={look.secondary}>
            La ficha está cerrada: aquí se anota que se cumplió. Otra cosa pide reabrirla.
          </p>
        )}
        send={(met, client) => client.settleDeadline({ ...target, settle: { ...met, state: 'done' } })}
      />
    );
  }
  return (
    <FormDialog
      {...{ ...common, fields: settleFields, schema: settleFormSchema }}
      start={{ state: 'done', on: today }}
      send={(settle, client) => client.settleDeadline({ ...target, settle })}
    />
  );
}

type EndProps = { readonly caseId: string; readonly hearing: HearingView; readonly onDone: () => void };

/** How a hearing ended; what it decided is recorded as an act. */
export function EndHearingDialog({ caseId, hearing, onDone }: EndProps) {
  const target = { caseId, hearingId: hearing.id, version: hearing.version };
  return (
    <FormDialog
      {...{ fields: hearingEndFields, id: 'hearing-end', sentAs: 'end', onDone }}
      words={{ title: 'Cómo terminó la audiencia', send: 'Guardar', sent: 'Audiencia cerrada.' }}
      send={(end, client) => client.endHearing({ ...target, end })}
      refresh={useRefreshProceedings()}
    />
  );
}
