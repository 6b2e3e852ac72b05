import { useEffect, useMemo, useState } from 'react';
import { useMay } from '../../platform/session.tsx';
import { EmptyState, PageTitle, QueryState } from '../../platform/ui/index.ts';
import { useOpenArrival } from '../../reception/index.ts';
import { readDraft } from '../draft-body.ts';
import { ArrivalForm } from '../forms/arrival-form.tsx';
import { blankArrival, type ArrivalValues } from '../forms/arrival-values.ts';
import { useDraft, type Draft } from '../queries.ts';
import { useCentreDay, useToday } from '../today.ts';

/** «Registrar llegada»: the arrival is opened with the page, or taken up where its draft was left. */
export function ArrivalScreen() {
  const may = useMay('case.open');
  return (
    <>
      <PageTitle>Registrar llegada</PageTitle>
      {may ? <Drafted /> : <EmptyState>Su función no abre fichas.</EmptyState>}
    </>
  );
}

function Drafted() {
  const draft = useDraft('section-a', null);
  return <QueryState query={draft}>{(opened) => <Arrival draft={opened} />}</QueryState>;
}

const shape = blankArrival('', 0);

function Arrival({ draft }: { readonly draft: Draft }) {
  const kept = useMemo(() => readDraft<ArrivalValues>(draft.body, shape), [draft.body]);
  const open = useOpenArrival();
  const today = useToday();
  const { ask } = useCentreDay();
  const { mutate } = open;
  const isNew = kept === null;
  useEffect(() => {
    if (isNew)
      void ask().then(() => {
        mutate();
      });
    // Once a page: a second arrival would be another person's.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, []);
  if (kept !== null) return <ArrivalForm start={kept.values} draftId={draft.draftId} today={today} />;
  return (
    <QueryState
      query={{
        data: open.data,
        error: open.error,
        refetch: () => {
          mutate();
        },
      }}
    >
      {(arrivalId) => <NewArrival arrivalId={arrivalId} draftId={draft.draftId} today={today} />}
    </QueryState>
  );
}

type NewProps = { readonly arrivalId: string; readonly draftId: string; readonly today: string };

function NewArrival({ arrivalId, draftId, today }: NewProps) {
  const { day } = useCentreDay();
  const [start] = useState(() => {
    const blank = blankArrival(arrivalId, Date.now());
    // The day of the application decides: a clock of this window that runs ahead would be refused.
    return { ...blank, admission: { ...blank.admission, admittedOn: day } };
  });
  return <ArrivalForm start={start} draftId={draftId} today={today} />;
}
