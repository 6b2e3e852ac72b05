import { useWatch } from 'react-hook-form';
import {
  coverFormSchema,
  coverReasonLabels,
  mostCoverDays,
  servicesOf,
  sharedService,
  type CoverForm,
  type StaffMember,
} from '../../../shared/access/index.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import { Controlled, FormHead, TextControl, useSectionForm } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { PlainButton, look, ActionBar, OneOfField, PageTitle, Panel, QueryState } from '../../platform/ui/index.ts';
import { PeriodFields, PersonChoice } from '../forms/period-fields.tsx';
import { GoesAlong } from '../goes-along.tsx';
import { useRefreshAccess, useStaff } from '../queries.ts';
import { useStatus } from '../status.tsx';

const order = ['absentId', 'substituteId', 'fromOn', 'untilOn', 'reason.code', 'reason.words'];

/** «Registrar un reemplazo»: the «casos a cargo» of one person in the hands of another, by the day. */
export function CoverScreen() {
  const staff = useStaff();
  return (
    <>
      <PageTitle>Registrar un reemplazo</PageTitle>
      <QueryState query={staff}>{(members) => <CoverForm members={members} />}</QueryState>
    </>
  );
}

function CoverForm({ members }: { readonly members: readonly StaffMember[] }) {
  const go = useGo();
  const refresh = useRefreshAccess();
  const today = useStatus().status?.today ?? '';
  const form = useSectionForm<CoverForm>({
    schema: coverFormSchema,
    defaultValues: {
      ...{ absentId: '', substituteId: '', fromOn: today, untilOn: null },
      reason: { code: null, words: null },
    },
    id: 'cover',
    sentAs: 'form',
    refresh,
  });
  const [absentId, reason] = useWatch({ control: form.control, name: ['absentId', 'reason.code'] });
  const inService = members.filter(({ roles }) => servicesOf(roles).length > 0);
  const absent = inService.find(({ id }) => id === absentId);
  const substitutes = inService.filter(
    ({ id, roles, state }) =>
      state === 'active' && id !== absentId && absent !== undefined && sharedService(absent.roles, roles) !== null,
  );
  const save = () =>
    form.send((filled, client) => client.startCover({ form: filled }), {
      words: 'Reemplazo registrado. Se avisó a las dos personas.',
      done: () => go('/personal'),
    });
  return (
    <>
      <FormHead form={form} order={order} byBar />
      <Panel>
        <div className={look.stack}>
          <PersonChoice form={form} name="absentId" words={{ label: 'A quién reemplazan' }} people={inService} />
          {absent !== undefined && substitutes.length > 0 && (
            <PersonChoice
              form={form}
              name="substituteId"
              words={{
                label: 'Quién reemplaza',
                hint: 'Del mismo servicio. Podrá ver y escribir en sus casos a cargo; las fichas reservadas y los conflictos de interés siguen cerrados.',
              }}
              people={substitutes}
            />
          )}
          {absent !== undefined && substitutes.length === 0 && (
            <p role="status">No hay otra persona del mismo servicio con acceso: nadie puede reemplazarla.</p>
          )}
          {absent !== undefined && substitutes.length > 0 && <GoesAlong staffId={absent.id} />}
          <PeriodFields form={form} most={mostCoverDays} />
          <Controlled form={form} name="reason.code" label="Motivo">
            {({ value, ...field }) => (
              <OneOfField
                {...field}
                options={optionsOf(coverReasonLabels)}
                value={value as CoverForm['reason']['code'] | null}
                onChange={(code) => {
                  field.onChange(code);
                  if (code !== 'other') form.setValue('reason.words', null);
                }}
              />
            )}
          </Controlled>
          {reason === 'other' && <TextControl form={form} name="reason.words" width="medium" nullable label="Cuál" />}
        </div>
      </Panel>
      <ActionBar main={{ label: 'Registrar', busy: form.busy, onClick: () => void save() }}>
        <PlainButton onClick={() => go('/personal')}>Volver a Personal</PlainButton>
      </ActionBar>
    </>
  );
}
