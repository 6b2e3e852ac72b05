import { useGo } from '../../platform/routes.ts';
import { ActionBar, Told, PageTitle } from '../../platform/ui/index.ts';

/** What happens next with a proposal; stays until the person leaves. */
export function ProposedNotice({ title, back = '/personal' }: { readonly title: string; readonly back?: string }) {
  const go = useGo();
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <Told role="status" tone="done">
        Otra persona profesional del centro debe aprobarlo desde su propia sesión, en «Aprobaciones». Hasta entonces no
        cambia nada.
      </Told>
      <ActionBar
        main={{
          reads: true,
          label: back === '/personal' ? 'Volver a Personal' : 'Ir a Aprobaciones',
          onClick: () => go(back),
        }}
      />
    </>
  );
}
