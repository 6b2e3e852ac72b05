import type { ReactNode } from 'react';
import type { CaseOverview } from '../../../shared/intake/index.ts';
import type { CaseId } from '../../../shared/platform/ids.ts';
import { type AnyForm, FormHead } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { ActionBar, Notice, PageTitle, Panel } from '../../platform/ui/index.ts';
import { useToday } from '../today.ts';
import { AdmissionFields } from './admission-fields.tsx';

type Opened = { readonly caseId: CaseId; readonly number: string };

/** What follows once the ficha of the same event is registered: its Section A. */
export function useOpened({ number: from }: CaseOverview) {
  const go = useGo();
  return {
    words: ({ number }: Opened) => `Ficha ${number} registrada, enlazada a la ficha ${from}.`,
    done: ({ caseId }: Opened) => go('/casos/$caseId/seccion-a', { caseId }),
  };
}

type Props = {
  readonly title: string;
  readonly notice: string;
  readonly form: AnyForm;
  readonly order: readonly string[];
  readonly onOpen: () => void;
  /** Who is new. */
  readonly children: ReactNode;
};

/** Another ficha of the same event: who is new, and its own admission. */
export function LinkedFrame({ title, notice, form, order, onOpen, children }: Props) {
  const today = useToday();
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <Notice>{notice}</Notice>
      <FormHead form={form} order={order} byBar />
      {children}
      <Panel title="2. Ingreso">
        <AdmissionFields form={form} today={today} />
      </Panel>
      <ActionBar main={{ label: 'Registrar ficha enlazada', onClick: onOpen, busy: form.busy }} />
    </>
  );
}
