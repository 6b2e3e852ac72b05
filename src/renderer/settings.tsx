/** «Ajustes»: what several domains let a person set, one page each. */
import { useState, type ReactNode } from 'react';
import { LockRules, OwnLock, OwnPassphraseForm } from './access/index.ts';
import { CopiesPanel } from './backup/index.ts';
import { CentreSettings } from './centre/index.ts';
import { ComputersPanel } from './companions/index.ts';
import { DeclarationsPanel } from './conflicts/index.ts';
import { CounterpartPosts } from './counterparts/index.ts';
import { OwnModelEditor, TemplateEditor } from './filings/index.ts';
import { announce } from './platform/announce.ts';
import { hrefOf, screen, useGo, type RouteModule } from './platform/routes.ts';
import { useMayStore, useSession } from './platform/session.tsx';
import { Notice, PageTitle, Panel, Stores } from './platform/ui/index.ts';
import { PrivacyPanels, privacyPath } from './privacy/index.ts';
import { InspectionPanel } from './inspection/index.ts';
import { AboutPanel } from './program/index.ts';
import { LetterEditor } from './referrals/index.ts';
import { filingTemplateTable, ownModelTable } from '../shared/filings/index.ts';
import { referralTemplateTable } from '../shared/referrals/index.ts';
import { ruleTables } from '../shared/rule-tables.ts';
import { RuleRowPanel, type RuleEditor, rowPath, RuleTablePanel, tablePath, tablesPath } from './rulebook/index.ts';
import { RulesTable } from './rules-table.tsx';
import css from './settings.module.css';

type SettingsTab = {
  readonly path: string;
  readonly label: string;
  readonly title: string;
  readonly action?: string;
};

const computersPath = '/ajustes/computadoras';

/** `action`: shown to those alone who hold it. */
const pages: readonly SettingsTab[] = [
  { path: '/ajustes', label: 'Centro', title: 'Ajustes: centro' },
  { path: '/ajustes/contrasena', label: 'Mi contraseña', title: 'Ajustes: mi contraseña' },
  { path: '/ajustes/vinculos', label: 'Mis vínculos', title: 'Ajustes: mis vínculos' },
  { path: '/ajustes/copias', label: 'Copias', title: 'Ajustes: copias' },
  { path: computersPath, label: 'Computadoras', title: 'Ajustes: computadoras', action: 'companions.read' },
  { path: privacyPath, label: 'Datos personales', title: 'Ajustes: datos personales' },
  { path: '/ajustes/tablas', label: 'Tablas y reglas', title: 'Ajustes: tablas y reglas' },
  { path: '/ajustes/acerca', label: 'Acerca de', title: 'Ajustes: acerca de' },
];

function SettingsPage({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  const { actions } = useSession();
  const shown = pages.filter(({ action }) => action === undefined || actions.includes(action));
  const title = pages.find((page) => page.path === path)?.title ?? 'Ajustes';
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <nav aria-label="Páginas de ajustes">
        <ul className={css.tabs}>
          {shown.map((page) => (
            <li key={page.path}>
              <a className={css.tab} href={hrefOf(page.path)} aria-current={page.path === path ? 'page' : undefined}>
                {page.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </>
  );
}

function CentrePage() {
  const mayChange = useMayStore('settings.centre');
  return (
    <SettingsPage path="/ajustes">
      <CentreSettings />
      {mayChange && <CounterpartPosts />}
      {mayChange && <LockRules />}
    </SettingsPage>
  );
}

function PassphrasePage() {
  const [changed, setChanged] = useState(false);
  return (
    <SettingsPage path="/ajustes/contrasena">
      {changed && <Notice tone="done">Contraseña cambiada. Desde ahora entre con la nueva.</Notice>}
      <Stores>
        <Panel>
          <OwnPassphraseForm
            currentLabel="Contraseña actual"
            verb="Cambiar contraseña"
            onChanged={() => {
              setChanged(true);
              announce('Contraseña cambiada.');
            }}
          />
        </Panel>
        <OwnLock />
      </Stores>
    </SettingsPage>
  );
}

/** The address behind «Cambiar la llave del archivo» in «Personal». */
function KeyPage() {
  const go = useGo();
  return (
    <SettingsPage path="/ajustes/copias">
      <CopiesPanel onRotationClosed={() => go('/ajustes/copias')} />
    </SettingsPage>
  );
}

/** Tables whose rows have a form of their own. */
const editors: Readonly<Record<string, RuleEditor>> = {
  [filingTemplateTable.id]: TemplateEditor,
  [ownModelTable.id]: OwnModelEditor,
  [referralTemplateTable.id]: LetterEditor,
};

const tableOf = (tableId: string) => ruleTables.find(({ id }) => id === tableId);

function RuleTablePage({ params }: { readonly params: { readonly tableId: string } }) {
  const table = tableOf(params.tableId);
  return (
    <SettingsPage path={tablesPath}>
      {table === undefined ? <p>No existe o no tiene acceso.</p> : <RuleTablePanel table={table} />}
    </SettingsPage>
  );
}

function RuleRowPage({ params }: { readonly params: { readonly tableId: string; readonly rowId: string } }) {
  const table = tableOf(params.tableId);
  return (
    <SettingsPage path={tablesPath}>
      {table === undefined ? (
        <p>No existe o no tiene acceso.</p>
      ) : (
        <RuleRowPanel table={table} rowId={params.rowId} Editor={editors[table.id]} />
      )}
    </SettingsPage>
  );
}

const page = (path: string, content: ReactNode) =>
  screen(path, function Page() {
    return <SettingsPage path={path}>{content}</SettingsPage>;
  });

export const settingsRoutes: RouteModule = {
  screens: [
    screen('/ajustes', CentrePage),
    screen('/ajustes/contrasena', PassphrasePage),
    page('/ajustes/vinculos', <DeclarationsPanel />),
    page('/ajustes/copias', <CopiesPanel />),
    page(computersPath, <ComputersPanel />),
    screen('/ajustes/llave', KeyPage),
    page(
      privacyPath,
      <>
        <PrivacyPanels />
        <InspectionPanel />
      </>,
    ),
    page(tablesPath, <RulesTable />),
    screen(tablePath, RuleTablePage),
    screen(rowPath, RuleRowPage),
    page('/ajustes/acerca', <AboutPanel />),
  ],
  areas: [
    { path: '/ajustes', label: 'Ajustes', action: 'settings.read' },
    { path: tablesPath, label: 'Tablas y reglas', action: 'settings.read' },
  ],
};
