import { Button } from '@mantine/core';
import { useState } from 'react';
import { newKey } from '../../platform/client.ts';
import { useClient } from '../../platform/client-context.tsx';
import { withFailure } from '../../platform/failure-words.ts';
import { summaryOf, useSectionForm } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { ActionBar, ErrorSummary, Notice, PageTitle, Panel } from '../../platform/ui/index.ts';
import { atStaffFields, blankDetails, detailsDraftSchema, staffOrder } from '../forms/staff-draft.ts';
import { StaffFields } from '../forms/staff-fields.tsx';
import { useRefreshAccess } from '../queries.ts';
import { ProposedNotice } from './proposed-notice.tsx';

/** «Proponer personal nuevo»: another professional approves it before the person can enter. */
export function ProposeStaffScreen() {
  const client = useClient();
  const go = useGo();
  const refresh = useRefreshAccess();
  const form = useSectionForm({ schema: detailsDraftSchema, defaultValues: blankDetails, id: 'new-staff' });
  const [key, setKey] = useState(newKey);
  const [sent, setSent] = useState(false);
  const propose = async () => {
    const done = await form.send(async (details) => {
      const change = client.proposeStaffChange({ staffChange: { change: 'create', details } }, { key });
      await withFailure(change, (failure) => atStaffFields(failure, 'staffChange.details.'));
    });
    setKey(newKey());
    if (!done) return;
    await refresh();
    setSent(true);
  };
  if (sent) return <ProposedNotice title="Personal propuesto" />;
  return (
    <>
      <PageTitle>Proponer personal nuevo</PageTitle>
      <ErrorSummary items={summaryOf(form, staffOrder)} attempt={form.attempt} />
      {form.problem !== null && (
        <Notice tone="error">
          <p role="alert">{form.problem}</p>
        </Notice>
      )}
      <Panel>
        <StaffFields form={form} />
      </Panel>
      <ActionBar main={{ label: 'Proponer', busy: form.formState.isSubmitting, onClick: () => void propose() }}>
        <Button
          variant="default"
          onClick={() => {
            go('/personal');
          }}
        >
          Volver a Personal
        </Button>
      </ActionBar>
    </>
  );
}
