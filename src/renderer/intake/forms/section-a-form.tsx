import { useMemo, useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import {
  sectionAFormSchema,
  type Carried,
  type CaseOverview,
  type FormerContact,
} from '../../../shared/intake/index.ts';
import { blankInformant } from '../../../shared/people/index.ts';
import { civilDateSchema, completedYears, partialDateSchema } from '../../../shared/platform/dates.ts';
import { useClient } from '../../platform/client.ts';
import { type AnyForm, type BlockSlots } from '../../platform/forms/index.ts';
import { useMay } from '../../platform/session.tsx';
import { Notice, Panel } from '../../platform/ui/index.ts';
import {
  AddressFields,
  AggressorNameFields,
  BirthField,
  ContactFields,
  DocumentFields,
  NameFields,
  PreferredNameField,
} from '../../people/index.ts';
import { ContactFold, IdentityFold } from './person-folds.tsx';
import { HandOver } from '../hand-over.tsx';
import type { Draft } from '../queries.ts';
import { AdmissionFields } from './admission-fields.tsx';
import { CarriedFacts, FormerContactNotice } from './carried-facts.tsx';
import { SectionPage, SectionQuestions } from './section-page.tsx';
import { useSection } from './use-section.ts';
import { type SectionAValues } from './values.ts';

type Props = {
  readonly overview: CaseOverview;
  readonly saved: {
    readonly version: number;
    readonly form: SectionAValues;
    readonly changed: readonly string[];
    readonly carried: Carried | null;
    readonly formerContact: FormerContact | null;
    readonly isMoreKnown?: true | undefined;
  };
  readonly draft: Draft;
  readonly today: string;
};

/** Section A in the order and numbering of the paper, names and addresses between its questions. */
export function SectionAForm({ overview, saved, draft, today }: Props) {
  const { caseId } = overview;
  const client = useClient();
  const mayHandOver = useMay('case.handOver');
  const work = useSection<SectionAValues>({
    kind: 'section-a',
    caseId,
    schema: sectionAFormSchema,
    saved,
    draft,
    save: (over, acting) => acting.saveSectionA({ caseId, ...over }),
    reload: () => client.getSectionA({ caseId }),
  });
  const { form } = work;
  // A case that counts changes only by what somebody does.
  const isOn = overview.state === 'draft';
  useAgeFromBirth(form, { person: 'user', answer: 'answers.userAge', isOn });
  useAgeFromBirth(form, { person: 'aggressor', answer: 'answers.aggressorAge', isOn });
  const slots = useSlots(form, today, saved);
  const dates = useMemo(() => ({ min: '1900-01-01', max: today }), [today]);
  return (
    <SectionPage section="a" overview={overview} work={work}>
      <Panel title="Ingreso">
        <AdmissionFields form={form} today={today} />
      </Panel>
      <SectionQuestions section="a" form={form} slots={slots} dates={dates} />
      {mayHandOver && <HandOver overview={overview} save={async () => (await work.saveNow()) !== null} form={form} />}
    </SectionPage>
  );
}

/** Identity stands before the questions of its block; it is one element for as long as the form is. */
function useSlots(
  formNow: AnyForm,
  today: string,
  { carried, formerContact, isMoreKnown }: Pick<Props['saved'], 'carried' | 'formerContact' | 'isMoreKnown'>,
): BlockSlots {
  const { control } = formNow.untyped;
  return useMemo(
    () => ({
      'A.2': { after: <InformantFields form={formNow} /> },
      'A.4': {
        isWanting: carried !== null || formerContact !== null || isMoreKnown === true,
        before: (
          <>
            {isMoreKnown === true && (
              <Notice tone="accent">
                Hay datos de ella en otra ficha que usted no puede leer: pregúntele de nuevo.
              </Notice>
            )}
            <IdentityFold form={formNow} at="user" title="Identidad de la persona usuaria">
              <NameFields form={formNow} at="user" />
              <PreferredNameField form={formNow} at="user" />
              <BirthField form={formNow} at="user" today={today} />
              <DocumentFields form={formNow} at="user" />
            </IdentityFold>
            <ContactFold form={formNow} isAskedAnew={formerContact !== null}>
              {formerContact !== null && <FormerContactNotice form={formNow} former={formerContact} />}
              <ContactFields form={formNow} at="user" isRequired={formerContact !== null} />
              <AddressFields form={formNow} at="user" reservable />
            </ContactFold>
            {carried !== null && <CarriedFacts form={formNow} carried={carried} />}
          </>
        ),
      },
      'A.5': {
        before: (
          <>
            <IdentityFold form={formNow} at="aggressor" title="Identidad de la presunta persona agresora">
              <AggressorNameFields form={formNow} at="aggressor" />
              <BirthField form={formNow} at="aggressor" today={today} />
              <DocumentFields form={formNow} at="aggressor" />
              <AddressFields form={formNow} at="aggressor" />
            </IdentityFold>
          </>
        ),
      },
    }),
    // The fields use the control and the ids of the form, which stay the same while it stands.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
    [control, today, carried, formerContact, isMoreKnown],
  );
}

/** The age follows from a whole birth date by itself; one that somebody typed stays, and is warned of when it differs. */
function useAgeFromBirth(
  form: AnyForm,
  { person, answer, isOn }: { person: 'user' | 'aggressor'; answer: string; isOn: boolean },
): void {
  const { control, getValues, setValue } = form.untyped;
  const [birth, admittedOn] = useWatch({ control, name: [`${person}.birth`, 'admission.admittedOn'] }) as unknown[];
  const computed = useRef<number | null>(null);
  const [born, day] = [partialDateSchema.safeParse(birth), civilDateSchema.safeParse(admittedOn)];
  const years = born.success && day.success ? completedYears(born.data, day.data) : null;
  useEffect(() => {
    const now = getValues(answer) as unknown;
    const isOwn = now === null || now === computed.current;
    if (!isOn || years === null || years < 0 || years > 120 || !isOwn || now === years) return;
    computed.current = years;
    setValue(answer, years, { shouldDirty: true });
  }, [answer, getValues, isOn, setValue, years]);
}

/** Who informs, when that is not the user herself (A.2.2 = No). */
function InformantFields({ form }: { readonly form: AnyForm }) {
  const answer: unknown = useWatch({ control: form.untyped.control, name: 'answers.informantIsUser' });
  const informant: unknown = useWatch({ control: form.untyped.control, name: 'informant' });
  const isOther = answer === 0;
  const { setValue } = form.untyped;
  useEffect(() => {
    if (isOther && informant === null) setValue('informant', blankInformant(), { shouldDirty: true });
    if (answer === 1 && informant !== null) setValue('informant', null, { shouldDirty: true });
  }, [answer, informant, isOther, setValue]);
  if (!isOther || informant === null) return null;
  return (
    <>
      <h3>Identidad de la persona informante</h3>
      <NameFields form={form} at="informant" />
      <DocumentFields form={form} at="informant" />
      <ContactFields form={form} at="informant" />
      <AddressFields form={form} at="informant" reservable asksDistrict />
    </>
  );
}
