import {
  hearingEndFields,
  hearingEndSchema,
  settleFields,
  settleFormSchema,
  type DeadlineView,
  type HearingView,
} from '../../shared/proceedings/index.ts';
import { useDocuments } from '../papers/index.ts';
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
  return (
    <FormDialog
      {...{ fields: settleFields, schema: settleFormSchema, id: 'settle', sentAs: 'settle', onDone }}
      start={{ state: 'done', on: today }}
      choices={{
        documentId: documents.map(({ id, number, title }) => ({ code: id, label: `N.º ${number} · ${title}` })),
      }}
      words={{ title: `Cerrar el plazo: ${deadline.task}`, send: 'Cerrar plazo', sent: 'Plazo cerrado.' }}
      send={(settle, client) => client.settleDeadline({ ...target, settle })}
      refresh={useRefreshProceedings()}
    />
  );
}

type EndProps = { readonly caseId: string; readonly hearing: HearingView; readonly onDone: () => void };

/** How a hearing ended; what it decided is recorded as an act. */
export function EndHearingDialog({ caseId, hearing, onDone }: EndProps) {
  const target = { caseId, hearingId: hearing.id, version: hearing.version };
  return (
    <FormDialog
      {...{ fields: hearingEndFields, schema: hearingEndSchema, id: 'hearing-end', sentAs: 'end', onDone }}
      words={{ title: 'Cómo terminó la audiencia', send: 'Guardar', sent: 'Audiencia cerrada.' }}
      send={(end, client) => client.endHearing({ ...target, end })}
      refresh={useRefreshProceedings()}
    />
  );
}
