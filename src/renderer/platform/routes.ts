/** How a domain says which screens it has; the root joins the lists of all domains. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback, type ComponentType } from 'react';

/** Parameters of a path: `/casos/$caseId` has `{ caseId }`. Only ids ever stand in a path. */
export type ParamsOf<Path extends string> = Path extends `${string}$${infer Name}/${infer Rest}`
  ? { readonly [Key in Name | keyof ParamsOf<`/${Rest}`>]: string }
  : Path extends `${string}$${infer Name}`
    ? { readonly [Key in Name]: string }
    : unknown;

export type ScreenRoute = {
  readonly path: string;
  readonly Screen: ComponentType<{ readonly params: Readonly<Record<string, string>> }>;
  /** Title of a screen that only writes: while the record may only be read, this and why stand in its place. */
  readonly writes: string | null;
};

export type Area = {
  readonly path: string;
  readonly label: string;
  /** Row of the permission table without which the word is not shown. */
  readonly action?: string;
};

export type RouteModule = { readonly screens: readonly ScreenRoute[]; readonly areas: readonly Area[] };

/** Declares a screen; its component gets exactly the parameters of its path. `writes`: title of one that only writes. */
export function screen<const Path extends string>(
  path: Path,
  Screen: ComponentType<{ readonly params: ParamsOf<Path> }>,
  { writes = null }: { readonly writes?: string | null } = {},
): ScreenRoute {
  return { path, Screen: Screen as ScreenRoute['Screen'], writes };
}

/** Goes to a screen: `go('/casos/$caseId', { caseId })`. */
export function useGo(): (path: string, params?: Readonly<Record<string, string>>) => void {
  const navigate = useNavigate();
  return useCallback(
    (path, params = {}) => {
      const filled = path.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
      void navigate({ to: filled });
    },
    [navigate],
  );
}

/** Goes to a screen at a key, as a link would: whoever guards what is typed there is asked first (`LeaveGuard`). */
export function follow(path: string, params: Readonly<Record<string, string>> = {}): void {
  const link = document.createElement('a');
  link.href = hrefOf(path, params);
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}

export function hrefOf(path: string, params: Readonly<Record<string, string>> = {}): string {
  return `#${path.replace(/\$(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}`;
}
