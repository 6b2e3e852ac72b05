/** The window around the screens: keys, navigation, lock page. Knows no domain. */
import {
  createHashHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
  useNavigate,
  useRouterState,
  type RouterHistory,
} from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { use, useCallback, useEffect, useMemo, useState, type ComponentType } from 'react';
import { ErrorBoundary } from './errors/error-boundary.tsx';
import { es } from './es.ts';
import { appKeyOf, cycleRegion, isDialogOpen, pressSave, useWindowKey } from './keys.ts';
import { AskHelp, type Place as HelpPlace } from './help/index.ts';
import { LockedPage } from './locked-page.tsx';
import { entriesOf, type Entry, type Place } from './entries.ts';
import type { Area, RouteModule } from './routes.ts';
import { useSession, useSessionAccess } from './session.tsx';
import type { LockReason } from './session-store.ts';
import { DiscretionProvider } from './ui/discretion.tsx';
import { Frame } from './ui/frame.tsx';
import { EmptyState, Notice, PageTitle, ReadOnlyContext } from './ui/index.ts';

export type ShellParts = {
  readonly modules: readonly RouteModule[];
  /** Form on the locked page, for sign-in, unlocking and founding a centre. */
  readonly SignIn: ComponentType<{ readonly reason: LockReason | null }>;
  /** At the head of the navigation; the button that searches carries the id `app-search`. */
  readonly Search?: ComponentType;
  /** Sentences over every screen: what the very next act must know. */
  readonly Banners?: ComponentType;
  /** What the team must know at once; above the screens, never on what visitors see. */
  readonly Danger?: ComponentType;
  /** Every other warning, each a `Warning`: counted at the foot of the navigation and read there. */
  readonly Warnings?: ComponentType;
  readonly workplacesOf: (roles: readonly string[]) => readonly Place[];
  /** Help of a screen by the path it was declared with; `sign-in` on the locked page. */
  readonly Help?: ComponentType<{
    readonly screen: string;
    readonly place?: HelpPlace | undefined;
    readonly onClose: () => void;
  }>;
  /** What everybody finds under her own name. */
  readonly account: readonly { readonly href: string; readonly label: string }[];
  /** What stands in the place of an act while the record may only be read. */
  readonly ReadOnly?: ComponentType;
  /** What stands after an entry of the navigation, by a path of its pages. */
  readonly marks?: Readonly<Record<string, ComponentType>>;
  readonly roleOf: (roles: readonly string[]) => string;
  readonly loopback: boolean;
  readonly report: (incident: string, errorClass: string) => void;
};

type RouterContext = { readonly parts: ShellParts };

/** The router of all modules; tests give a memory history. */
export function createAppRouter(parts: ShellParts, history: RouterHistory = createHashHistory()) {
  const root = createRootRouteWithContext<RouterContext>()({
    component: () => <Framed parts={parts} />,
    notFoundComponent: NotFound,
  });
  const routes = parts.modules
    .flatMap((module) => module.screens)
    .map(({ path, Screen, writes }) => {
      const route = createRoute({
        getParentRoute: () => root,
        path,
        component: function RoutedScreen() {
          const params: Readonly<Record<string, string>> = route.useParams();
          const readOnly = use(ReadOnlyContext);
          if (writes === null || readOnly === null) return <Screen params={params} />;
          return (
            <>
              <PageTitle>{writes}</PageTitle>
              <Notice tone="warning">{readOnly}</Notice>
            </>
          );
        },
      });
      return route;
    });
  return createRouter({ routeTree: root.addChildren(routes), history, context: { parts } });
}

function NotFound() {
  return (
    <EmptyState
      action={{
        label: es.screen.start,
        reads: true,
        onClick: () => {
          window.location.hash = '#/';
        },
      }}
    >
      {es.screen.notFound}
    </EmptyState>
  );
}

type Helped = { readonly screen: string; readonly isLocked: boolean; readonly place: HelpPlace | undefined };

/** Everything of the window; while locked nothing of the screens exists. */
export function Shell({ parts }: { readonly parts: ShellParts }) {
  const { state, leave } = useSessionAccess();
  const router = useMemo(() => createAppRouter(parts), [parts]);
  const isLocked = state.kind === 'locked';
  // Of the very screen that stands there; gone with it when the window locks.
  const [helped, setHelped] = useState<Helped | null>(null);
  const askHelp = useCallback(
    (place?: HelpPlace) =>
      setHelped({
        place,
        screen: isLocked ? 'sign-in' : String(router.state.matches.at(-1)?.fullPath ?? ''),
        isLocked,
      }),
    [isLocked, router],
  );
  const help = parts.Help !== undefined && helped?.isLocked === isLocked && (
    <parts.Help screen={helped.screen} place={helped.place} onClose={() => setHelped(null)} />
  );
  const acts = {
    lock: () => leave('asked'),
    search: () => document.getElementById('app-search')?.click(),
    save: pressSave,
    nextRegion: () => cycleRegion(1),
    previousRegion: () => cycleRegion(-1),
    help: () => askHelp(),
  };
  useWindowKey((event) => {
    const key = appKeyOf(event);
    if (key === null) return;
    // Also with a dialog open: none of these keys may fall to the browser.
    event.preventDefault();
    if (key === 'lock' || !isDialogOpen()) acts[key]();
  }, true);
  if (isLocked) {
    return (
      <>
        <LockedPage reason={state.reason} foot={<HelpButton onClick={() => askHelp()} />}>
          <parts.SignIn reason={state.reason} />
        </LockedPage>
        {help}
      </>
    );
  }
  return (
    <DiscretionProvider>
      <AskHelp value={askHelp}>
        <RouterProvider router={router} />
      </AskHelp>
      {help}
    </DiscretionProvider>
  );
}

function HelpButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button variant="subtle" size="compact-sm" onClick={onClick}>
      {es.help}
    </Button>
  );
}

function Framed({ parts }: { readonly parts: ShellParts }) {
  const session = useSession();
  const { lock, leave, idleWarning } = useSessionAccess();
  const askHelp = use(AskHelp);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // What the outlet draws: the path goes ahead of it, and would mount the screen that is left once more.
  const shown = useRouterState({ select: ({ matches }) => matches.at(-1)?.pathname });
  useEffect(() => {
    document.title = es.app.name;
  }, []);
  const areas = parts.modules.flatMap((module) => module.areas);
  const entries = entriesOf(parts.workplacesOf(session.staff.roles), { areas, actions: session.actions, path });
  useOwnHome(entries, path);
  return (
    <Frame
      centreName={session.centreName}
      staffName={session.staff.fullName}
      role={parts.roleOf(session.staff.roles)}
      practice={session.isPractice}
      loopback={parts.loopback}
      idleWarning={idleWarning}
      entries={entries.map((entry) => markedEntry(entry, parts.marks))}
      isInCase={/^\/casos\//.test(path)}
      account={[...parts.account, ...ownPages(areas, entries, session.actions)]}
      search={parts.Search && <parts.Search />}
      danger={parts.Danger && <parts.Danger />}
      banners={parts.Banners && <parts.Banners />}
      warnings={parts.Warnings && <parts.Warnings />}
      onHelp={() => askHelp()}
      onLock={() => leave('asked')}
      onSignOut={session.canPause ? () => lock('asked') : null}
    >
      <ReadOnlyContext value={session.isReadOnly && parts.ReadOnly ? <parts.ReadOnly /> : null}>
        <ErrorBoundary key={shown} report={parts.report}>
          <Outlet />
        </ErrorBoundary>
      </ReadOnlyContext>
    </Frame>
  );
}

function markedEntry(entry: Entry, marks: ShellParts['marks']) {
  const Mark = entry.links.map(({ href }) => marks?.[href.slice(1)]).find((one) => one !== undefined);
  return Mark === undefined ? entry : { ...entry, mark: <Mark /> };
}

/** Pages that no entry of hers has: of herself. */
function ownPages(areas: readonly Area[], entries: readonly Entry[], actions: readonly string[]) {
  const taken = new Set(entries.flatMap(({ links }) => links.map(({ href }) => href)));
  return areas
    .filter(({ path, action }) => !taken.has(`#${path}`) && (action === undefined || actions.includes(action)))
    .map(({ path, label }) => ({ href: `#${path}`, label }));
}

/** Whose day does not stand at the start opens on the first page of her own. */
function useOwnHome(entries: readonly Entry[], path: string): void {
  const navigate = useNavigate();
  const [first] = entries;
  const home =
    first === undefined || entries.some(({ links }) => links.some(({ href }) => href === '#/'))
      ? '/'
      : first.href.slice(1);
  useEffect(() => {
    if (path === '/' && home !== '/') void navigate({ to: home, replace: true });
  }, [home, navigate, path]);
}
