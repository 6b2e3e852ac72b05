/** The one place of the window that knows every domain. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import districts from '../../resources/places/districts.json';
import { accessRoutes, PauseScreen, StatusProvider } from './access/index.ts';
import { DangerBar } from './alerts/index.ts';
import { attachmentsRoutes, CaseFiles } from './attachments/index.ts';
import { auditRoutes, CaseAccessPage, ReadOnlyWords, SheetCheck } from './audit/index.ts';
import { careRoutes } from './care/index.ts';
import { Entry } from './entry.tsx';
import { setUpRoutes } from './centre/index.ts';
import { closingRoutes } from './closing-day.tsx';
import { roleLabels, type Role } from '../shared/access/index.ts';
import { contract, type Contract } from '../shared/contract.ts';
import { under } from '../shared/platform/codes-of.ts';
import type { Client, ProcedureSpec } from '../shared/platform/contract.ts';
import { refusedWhileClosed, storingPermissions } from '../shared/storing.ts';
import { SessionBanners, SessionWarnings } from './session-banners.tsx';
import { workplacesOf } from './workplaces.ts';
import { SignInPage } from './sign-in-page.tsx';
import { DayCount, dayRoutes } from './day/index.ts';
import { directoryRoutes } from './directory/index.ts';
import { CasePresenting, filingsRoutes } from './filings/index.ts';
import { casePage, caseSection, intakeRoutes } from './intake/index.ts';
import { counterpartsRoutes } from './counterparts/index.ts';
import { hearChanges } from './heard.ts';
import { ScreenHelp } from './help-pages.tsx';
import { importsRoutes } from './imports/index.ts';
import { conflictsRoutes } from './conflicts/index.ts';
import { CaseDocuments, papersRoutes, VerifyScreen } from './papers/index.ts';
import { DeadlineCount, NoveltyKey, proceedingsRoutes, useMeasuresGoOn } from './proceedings/index.ts';
import { peopleRoutes } from './people/index.ts';
import { ArrivalKey, PublicFeed, receptionRoutes } from './reception/index.ts';
import { monitoringRoutes, MonitoringStrip } from './monitoring/index.ts';
import { PreventionCount, preventionRoutes } from './prevention/index.ts';
import { pairsRoutes } from './pairs/index.ts';
import { referralsRoutes, WaitingCount } from './referrals/index.ts';
import { registerRoutes } from './register/index.ts';
import { IntakeSoFar, MonthToClose, reportsRoutes } from './reports/index.ts';
import { reserveRoutes } from './reserve/index.ts';
import { riskRoutes } from './risk/index.ts';
import { TakeUpdate } from './program/index.ts';
import { OwnDataPage } from './subject/index.ts';
import { ClosingPage } from './closing/index.ts';
import { ReintegrationPage } from './reintegration/index.ts';
import { PlanPage } from './plan/index.ts';
import { SafetyPlanPage } from './safety/index.ts';
import { BodyMapPage } from './injuries/index.ts';
import { PaletteDoor } from './palette.tsx';
import { timelineRoutes } from './timeline/index.ts';
import { settingsRoutes } from './settings.tsx';
import { holdWhilePaused } from './platform/held-calls.ts';
import { ClientProvider, makeClient } from './platform/client.ts';
import { LineProvider, LineRefused } from './platform/line/index.ts';
import { Look } from './platform/providers.tsx';
import { createQueryClient, watchStores } from './platform/query.ts';
import { screen, type RouteModule } from './platform/routes.ts';
import { createSessionStore } from './platform/session-store.ts';
import { SessionProvider } from './platform/session.tsx';
import { Shell, type ShellParts } from './platform/shell.tsx';
import type { Host } from './platform/transport.ts';
import { PlacesProvider, type PlaceOption } from './platform/ui/index.ts';

/** Pages of a case that a later domain draws inside its frame. */
const casePages: RouteModule = {
  screens: [
    caseSection('documents', ({ caseId }) => <CaseDocuments caseId={caseId} />),
    casePage('plan', ({ caseId }) => <PlanPage caseId={caseId} />),
    casePage('reintegration', ({ caseId }) => <ReintegrationPage caseId={caseId} />),
    casePage('closing', ({ caseId }) => <ClosingPage caseId={caseId} />),
    casePage('safety', ({ caseId }) => <SafetyPlanPage caseId={caseId} />),
    casePage('access', ({ caseId }) => <CaseAccessPage caseId={caseId} />),
    casePage('injuries', ({ caseId }) => <BodyMapPage caseId={caseId} />),
    casePage('ownData', ({ caseId }) => <OwnDataPage caseId={caseId} />),
    casePage('files', ({ caseId, state }) => <Files caseId={caseId} isClosed={state === 'closed'} />),
    casePage('presenting', ({ caseId }) => <CasePresenting caseId={caseId} />),
  ],
  areas: [],
};

function Files({ caseId, isClosed }: { readonly caseId: string; readonly isClosed: boolean }) {
  const goOn = useMeasuresGoOn(caseId, isClosed);
  return <CaseFiles caseId={caseId} takes={!isClosed || goOn} />;
}

/** The screens of every domain, one `routes.tsx` each; the order of the navigation stands in its areas. */
const verifyRoutes: RouteModule = { screens: [screen('/verificar', VerifyPage)], areas: [] };

const modules: readonly RouteModule[] = [
  accessRoutes,
  dayRoutes({ ToClose: MonthToClose, Intake: IntakeSoFar, Figures: MonitoringStrip }),
  intakeRoutes,
  receptionRoutes,
  peopleRoutes,
  riskRoutes,
  careRoutes,
  proceedingsRoutes,
  casePages,
  timelineRoutes,
  pairsRoutes,
  auditRoutes,
  papersRoutes,
  verifyRoutes,
  filingsRoutes,
  referralsRoutes,
  counterpartsRoutes,
  registerRoutes,
  reportsRoutes,
  monitoringRoutes,
  preventionRoutes,
  conflictsRoutes,
  reserveRoutes,
  importsRoutes,
  directoryRoutes,
  attachmentsRoutes,
  settingsRoutes,
  closingRoutes,
  setUpRoutes,
];

const areas = modules.flatMap((module) => module.areas);

function HeaderTools() {
  return (
    <>
      <ArrivalKey />
      <NoveltyKey />
      <PaletteDoor areas={areas} />
    </>
  );
}

type WindowParts = {
  readonly sessions: ReturnType<typeof createSessionStore>;
  readonly queries: ReturnType<typeof createQueryClient>;
  readonly client: Client<Contract>;
  readonly transport: Host['transport'];
  readonly parts: ShellParts;
  readonly keepSession: () => Promise<unknown>;
};

/** What is answered while the session is paused: coming back, ending, and what needs no session at all. */
function passesPause(name: string): boolean {
  const spec = under<ProcedureSpec>(contract, name);
  return spec?.whilePaused === true || spec?.permission === 'anyone';
}

/** What one window is made of; a test builds one over its own transport. */
export function createApp({ kind, transport }: Host): WindowParts {
  const sessions = createSessionStore();
  const queries = createQueryClient();
  const specOf = (name: string) => under<ProcedureSpec>(contract, name);
  // What is typed and kept meanwhile changes no count.
  const stores = (name: string) => specOf(name)?.changes === true && !name.endsWith('Draft');
  const watched = watchStores(transport, stores, queries);
  const client = makeClient(contract, holdWhilePaused(watched, sessions, passesPause), sessions);
  const parts: ShellParts = {
    modules,
    SignIn: SignInPage,
    Search: HeaderTools,
    Help: ScreenHelp,
    Danger: DangerBar,
    Banners: SessionBanners,
    Warnings: SessionWarnings,
    workplacesOf: (roles) => workplacesOf(roles as readonly Role[]),
    account: [
      { href: '#/ajustes/contrasena', label: 'Mi contraseña y mi PIN' },
      { href: '#/ajustes/vinculos', label: 'Mis vínculos' },
    ],
    ReadOnly: ReadOnlyWords,
    marks: { '/': DayCount, '/plazos': DeadlineCount, '/derivaciones': WaitingCount, '/prevencion': PreventionCount },
    roleOf: (roles) => roles.map((role) => under<string>(roleLabels, role) ?? role).join(' · '),
    loopback: kind === 'loopback',
    report: () => undefined,
  };
  const keepSession = () => client.keepSession({});
  return { sessions, queries, client, transport, parts, keepSession };
}

export function App({ host }: { readonly host: Host }) {
  const app = useMemo(() => createApp(host), [host]);
  useEffect(() => hearChanges(app.transport, app.queries), [app]);
  return (
    <Look>
      <QueryClientProvider client={app.queries}>
        <ClientProvider value={app.client}>
          <LineProvider transport={app.transport}>
            <SessionProvider
              store={app.sessions}
              transport={app.transport}
              keepSession={app.keepSession}
              pauseSession={async (why) => Date.parse((await app.client.pauseSession({ why })).endsAt)}
              pausePage={<PauseScreen />}
              storing={storingPermissions}
              refusedWhileClosed={refusedWhileClosed}
              endSession={async (reason) => {
                await app.client.lock({ why: reason === 'idle' ? 'idle' : 'asked' });
              }}
            >
              <StatusProvider transport={app.transport}>
                <PlacesProvider value={placeOptions}>
                  <PublicFeed />
                  <LineRefused Update={TakeUpdate} />
                  <Entry>
                    <Shell parts={app.parts} />
                  </Entry>
                </PlacesProvider>
              </StatusProvider>
            </SessionProvider>
          </LineProvider>
        </ClientProvider>
      </QueryClientProvider>
    </Look>
  );
}

const placeOptions: readonly PlaceOption[] = districts.map((row) => {
  const [code = '', district = '', province = '', department = ''] = row;
  return { code, label: `${district}, ${province}, ${department}` };
});

/** «Verificar código»: papers by their number or file, the audit by an entry. */
function VerifyPage() {
  return (
    <VerifyScreen>
      <SheetCheck />
    </VerifyScreen>
  );
}
