import { useState } from 'react';
import { admissionNow, type CaseOverview } from '../../../shared/intake/index.ts';
import { blankAggressor } from '../../../shared/people/index.ts';
import type { z } from '../../../shared/platform/zod.ts';
import { useSectionForm } from '../../platform/forms/index.ts';
import { useSession } from '../../platform/session.tsx';
import { AggressorPanel } from '../forms/aggressor-panel.tsx';
import { arrivalOrder, arrivalSchema, wireLink } from '../forms/arrival-values.ts';
import { LinkedFrame, useOpened } from '../forms/linked-frame.tsx';
import { useRefreshCase } from '../queries.ts';
import { useCentreDay } from '../today.ts';

const otherSchema = arrivalSchema.pick({ aggressorLink: true, aggressor: true, admission: true });
type Values = z.input<typeof otherSchema>;

const order = arrivalOrder.filter((name) => !name.startsWith('user'));

/** «Otra persona agresora…»: who; her facts, the event, the account and who informs come from this ficha (U22). */
export function OtherAggressorPage({ overview }: { readonly overview: CaseOverview }) {
  const { now } = useCentreDay();
  // The desk finds nobody without an arrival (D2): it writes him down.
  const isDesk = useSession().staff.roles.every((role) => role === 'admission');
  const [start] = useState<Values>(() => ({
    aggressorLink: isDesk ? { kind: 'new' } : null,
    aggressor: isDesk ? { ...blankAggressor(), nameState: 'known' } : blankAggressor(),
    admission: admissionNow({ now }),
  }));
  const form = useSectionForm<Values>({
    ...{ schema: otherSchema, defaultValues: start, id: 'other-aggressor', refresh: useRefreshCase() },
  });
  const opened = useOpened(overview);
  const open = () =>
    form.send(({ aggressorLink: link, aggressor, admission }, client) => {
      const { caseId } = overview;
      return client.openCaseAgainstAnother({ caseId, admission, aggressor, aggressorLink: wireLink(link) });
    }, opened);
  return (
    <LinkedFrame
      title="Otra persona agresora"
      notice={`La nueva ficha toma de la ficha ${overview.number} a la persona usuaria con sus datos, el hecho, el relato, el lugar y quien informa. De la otra persona agresora y del vínculo se pregunta todo; la valoración es propia.`}
      form={form}
      order={order}
      onOpen={() => void open()}
    >
      <AggressorPanel
        form={form}
        arrivalId={null}
        title="1. La otra persona agresora"
        label="Busque a la otra presunta persona agresora"
      />
    </LinkedFrame>
  );
}
