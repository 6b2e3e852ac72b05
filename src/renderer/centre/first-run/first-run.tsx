/** First run: makes the record of a centre step by step. Nothing typed is lost when a step is refused. */
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/platform/failures.ts';
import {
  atStaffFields,
  BlockedNotice,
  blankStaff,
  PlaceDoor,
  staffDraftSchema,
  useIsPracticeDoor,
  useStatus,
  type StaffDraft,
} from '../../access/index.ts';
import { useClient, type Output } from '../../platform/client.ts';
import { failureOf } from '../../platform/failure-words.ts';
import { useSectionForm, type ActClient } from '../../platform/forms/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { useSessionAccess } from '../../platform/session.tsx';
import { saveFile } from '../../platform/files.ts';
import { Notice, Panel, ButtonRow } from '../../platform/ui/index.ts';
import { blankCentre, newCentreSchema, type NewCentreDraft } from '../forms/centre-draft.ts';
import { setUpPath } from '../set-up-screen.tsx';
import { CentreStep } from './centre-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { CoordinatorStep } from './coordinator-step.tsx';
import { SetupPage, type SetupStep } from './setup-page.tsx';
import { StaffStep } from './staff-step.tsx';
import { StartStep } from './start-step.tsx';
import { KeyGroups, SaveSheet } from './key-groups.tsx';

type Founded = Omit<Output<'foundCentre'>, 'session'>;

type Props = {
  /** Form of «Recuperar desde una copia», by password or by paper; told when the person turns back. */
  readonly restore: (onBack: () => void, byPaper: boolean) => ReactNode;
  /** Form that connects this computer to the one that keeps the record. */
  readonly join: (onBack: () => void) => ReactNode;
};

/** What is done instead of founding a record, by the title of its page. */
const ways = {
  restore: 'Recuperar desde una copia',
  'restore-by-paper': 'Recuperar desde una copia',
  join: 'Conectar esta computadora',
} as const;

type Way = keyof typeof ways;
type Place = SetupStep | Way;

const isWay = (place: Place): place is Way => Object.hasOwn(ways, place);

const coordinator: StaffDraft = { ...blankStaff, roles: ['coordinator'] };

export function FirstRun(props: Props) {
  const { status } = useStatus();
  const { state } = useSessionAccess();
  const isPractice = useIsPracticeDoor();
  if (status !== null && status.blocked !== null && state.kind === 'locked') {
    return (
      <SetupPage step={null} title="Aquí no se puede guardar el registro" practice={isPractice}>
        <BlockedNotice reason={status.blocked} />
        <PlaceDoor />
      </SetupPage>
    );
  }
  return <Wizard {...props} />;
}

/** The two forms of the founding and what the application answered; told which step a refusal belongs to. */
function useFounding(goTo: (step: SetupStep) => void) {
  const { open } = useSessionAccess();
  const { status } = useStatus();
  const place = status?.place ?? null;
  const isPracticePlace = place === null ? null : place.kind === 'practice';
  const client = useClient();
  const [founded, setFounded] = useState<Founded | null>(null);
  const [waitsForBrowser, setWaits] = useState(false);
  const centre = useSectionForm<NewCentreDraft>({
    ...{ schema: newCentreSchema, defaultValues: { ...blankCentre, isPractice: isPracticePlace }, id: 'centre' },
  });
  const person = useSectionForm({ schema: staffDraftSchema, defaultValues: coordinator, id: 'coordinator' });

  /** Says a refusal where it belongs: a field of an earlier step brings that step back. */
  const refuse = (failure: Failure) => {
    if (failure.reason === 'confirm-browser') {
      setWaits(true);
      return;
    }
    const ofCentre = failure.issues.filter((issue) => issue.path.startsWith('centre.'));
    if (ofCentre.length === 0) {
      person.showFailure(atStaffFields(failure, 'coordinator.'));
      return;
    }
    const issues = ofCentre.map((issue) => ({ ...issue, path: issue.path.slice('centre.'.length) }));
    centre.showFailure({ ...failure, issues });
    goTo('centre');
  };

  const found = async () => {
    setWaits(false);
    await person.send(async ({ passphrase, ...details }) => {
      const checked = newCentreSchema.safeParse(centre.getValues());
      if (!checked.success) {
        goTo('centre');
        return;
      }
      const { isPractice, ...names } = checked.data;
      try {
        const { session, ...key } = await client.foundCentre({
          centre: names,
          isPractice,
          coordinator: details,
          passphrase,
        });
        setFounded(key);
        person.reset(coordinator);
        open(session);
        goTo('key');
      } catch (error) {
        refuse(failureOf(error));
      }
    });
  };
  return { centre, person, found, founded, waitsForBrowser, hasPlaces: place !== null };
}

/** Of the centre that is open, else as it was marked in the form. */
function useIsPractice(centre: ReturnType<typeof useFounding>['centre']): boolean {
  const { state } = useSessionAccess();
  const marked = centre.watch('isPractice') as boolean | null;
  return state.kind === 'open' ? state.session.isPractice : marked === true;
}

function Wizard({ restore, join }: Props) {
  const { reload } = useStatus();
  const { state } = useSessionAccess();
  const [step, setStep] = useState<Place>(state.kind === 'open' ? 'key' : 'start');
  const { centre, person, found, founded, waitsForBrowser, hasPlaces } = useFounding(setStep);
  const practice = useIsPractice(centre);
  const to = (next: Place) => () => setStep(next);
  const begin = () => {
    window.location.hash = hrefOf(setUpPath);
    void reload();
  };
  if (isWay(step)) {
    return (
      <SetupPage step={null} title={ways[step]} practice={practice}>
        {step === 'join' ? join(to('start')) : restore(to('start'), step === 'restore-by-paper')}
      </SetupPage>
    );
  }
  switch (step) {
    case 'start':
      return (
        <StartStep
          {...{ practice, hasPlaces }}
          onCreate={to('centre')}
          onRestore={to('restore')}
          onRestoreByPaper={to('restore-by-paper')}
          onJoin={to('join')}
        />
      );
    case 'centre':
      return (
        <CentreStep
          form={centre}
          {...{ practice, isDecided: hasPlaces }}
          onBack={to('start')}
          onNext={to('coordinator')}
        />
      );
    case 'coordinator':
      return (
        <CoordinatorStep
          form={person}
          practice={practice}
          waitsForBrowser={waitsForBrowser}
          onBack={to('centre')}
          onFound={found}
        />
      );
    case 'key':
      return <KeyStep groups={founded?.recoveryKey ?? null} practice={practice} onNext={to('staff')} />;
    case 'staff':
      return <StaffStep practice={practice} onBack={to('key')} onNext={to('confirm')} />;
    case 'confirm':
      return <ConfirmStep founded={founded} practice={practice} onBack={to('staff')} onDone={begin} />;
  }
}

type KeyStepProps = {
  /** The 14 groups; null where the installation goes on after a lock, because they are shown once. */
  readonly groups: readonly string[] | null;
  readonly practice: boolean;
  readonly onNext: () => void;
};

const savedWords =
  'Hoja guardada. Imprímala, guárdela bajo llave fuera de esta oficina, borre el archivo PDF y márquelo como eliminado en «Registro de impresiones». El registro anota que se guardó, no dónde.';

async function saveSheet(client: ActClient): Promise<void> {
  const { file } = await client.printRecoverySheet({});
  await saveFile(client, file);
}

function KeyStep({ groups, practice, onNext }: KeyStepProps) {
  return (
    <SetupPage step="key" title="Clave de recuperación" practice={practice}>
      <p>
        Abre el registro si todas las personas olvidan su contraseña: en la entrada, «Olvidamos las contraseñas». Se
        muestra una sola vez y el programa no la guarda.
      </p>
      <Panel>
        {groups === null ? (
          <Notice>
            La clave ya se mostró. Si tiene la hoja en papel, continúe. Si no cerró el programa, aún puede guardar la
            hoja.
          </Notice>
        ) : (
          <KeyGroups groups={groups} />
        )}
        <SaveSheet savedWords={savedWords} save={saveSheet} />
      </Panel>
      <ButtonRow label="Ya la tengo en papel" onClick={onNext} />
    </SetupPage>
  );
}
