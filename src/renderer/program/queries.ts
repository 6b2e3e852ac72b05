import { useRead } from '../platform/query.ts';

/** The version of the program and its parts: they do not change while it runs. */
export const useNotices = () =>
  useRead(['program', 'notices'], (client) => client.listNotices({}), { staleTime: Infinity });

export const useNotice = (part: { readonly name: string; readonly version: string }) =>
  useRead(
    ['program', 'notice', part.name, part.version],
    async (client) => (await client.readNotice({ name: part.name, version: part.version })).texts,
    { staleTime: Infinity },
  );
