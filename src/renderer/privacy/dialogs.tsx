import {
  accessReviewFields,
  dataIncidentFields,
  incidentEndFields,
  type DataIncidentView,
} from '../../shared/privacy/index.ts';
import { useCentreDay } from '../intake/index.ts';
import { FormDialog } from '../record/index.ts';
import { useRefreshPrivacy } from './queries.ts';

type Props = { readonly onDone: () => void };

/** «Registrar un incidente»: when it was known and what happened, never of whom. */
export function IncidentDialog({ onDone }: Props) {
  return (
    <FormDialog
      {...{
        fields: dataIncidentFields,
        id: 'data-incident',
        sentAs: 'incident',
        onDone,
      }}
      isWide
      start={{ on: useCentreDay().day }}
      words={{
        ...{ title: 'Registrar un incidente con datos personales', send: 'Registrar', sent: 'Incidente registrado.' },
      }}
      send={(incident, client) => client.recordDataIncident({ incident })}
      refresh={useRefreshPrivacy()}
    />
  );
}

/** «Cerrar»: when the authority was told and under which number, or why it need not be. */
export function CloseIncidentDialog({ incident, onDone }: Props & { readonly incident: DataIncidentView }) {
  const target = { incidentId: incident.id, version: incident.version };
  return (
    <FormDialog
      {...{ fields: incidentEndFields, id: 'incident-end', sentAs: 'end', onDone }}
      isWide
      start={{ on: useCentreDay().day }}
      words={{ title: 'Cerrar el incidente', send: 'Cerrar incidente', sent: 'Incidente cerrado.' }}
      send={(end, client) => client.closeDataIncident({ ...target, end })}
      refresh={useRefreshPrivacy()}
    />
  );
}

/** «Registrar revisión»: the day on which somebody looked at who may enter where. */
export function ReviewDialog({ onDone }: Props) {
  return (
    <FormDialog
      {...{ fields: accessReviewFields, id: 'access-review', sentAs: 'review', onDone }}
      start={{ on: useCentreDay().day }}
      words={{ title: 'Registrar una revisión de permisos', send: 'Registrar', sent: 'Revisión registrada.' }}
      send={(review, client) => client.recordAccessReview({ review })}
      refresh={useRefreshPrivacy()}
    />
  );
}
