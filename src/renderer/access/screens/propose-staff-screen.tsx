import { useState } from 'react';
import { withFailure } from '../../platform/failure-words.ts';
import { FormHead, useSectionForm } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { PlainButton, ActionBar, PageTitle, Panel } from '../../platform/ui/index.ts';
import { staffDetailsSchema } from '../../../shared/access/index.ts';
import { atStaffFields, blankDetails, staffOrder } from '../forms/staff-draft.ts';
import { StaffFields } from '../forms/staff-fields.tsx';
import { useRefreshAccess } from '../queries.ts';
import { ProposedNotice } from './proposed-notice.tsx';

/** «Proponer personal nuevo»: another professional approves it before the person can enter. */
export function ProposeStaffScreen() {
  const go = useGo();
  const refresh = useRefreshAccess();
  const form = useSectionForm({
    ...{ schema: staffDetailsSchema, defaultValues: blankDetails, id: 'new-staff', refresh },
  });
  const [sent, setSent] = useState(false);
  const propose = () =>
    form.send(
      (details, client) =>
        withFailure(client.proposeStaffChange({ staffChange: { change: 'create', details } }), (failure) =>
          atStaffFields(failure, 'staffChange.details.'),
        ),
      { done: () => setSent(true) },
    );
  if (sent) return <ProposedNotice title="Personal propuesto" />;
  return (
    <>
      <PageTitle>Proponer personal nuevo</PageTitle>
      <FormHead form={form} order={staffOrder} byBar />
      <Panel>
        <StaffFields form={form} />
      </Panel>
      <ActionBar main={{ label: 'Proponer', busy: form.busy, onClick: () => void propose() }}>
        <PlainButton onClick={() => go('/personal')}>Volver a Personal</PlainButton>
      </ActionBar>
    </>
  );
}
