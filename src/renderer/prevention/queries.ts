import type { Month } from '../../shared/platform/dates.ts';
import type { PreventionFileId } from '../../shared/prevention/index.ts';
import type { Output } from '../platform/client.ts';
import { fetchFile } from '../platform/files.ts';
import { readOnce, useRead, useRefresh, useScreenRead } from '../platform/query.ts';

export type Prevention = Output<'readPrevention'>;

/** A month with what still waits, whatever its month; null: the month of today. */
export const usePrevention = (month: Month | null) =>
  useRead(['prevention', month ?? 'now'], (client) => client.readPrevention({ month }), {
    ...{ staleTime: 0, placeholderData: (before: Prevention | undefined) => before },
  });

export type PreventionGroup = Output<'readPreventionGroup'>;

/** Each reading is registered: it is never read again by itself. */
export const usePreventionFile = (id: PreventionFileId) =>
  useRead(
    ['prevention-file', id],
    async (client) => {
      const view = await client.viewPreventionFile({ id });
      return { ...view, bytes: view.file === null ? null : await fetchFile(client, view.file) };
    },
    readOnce,
  );

export const useRefreshPrevention = () => useRefresh(['prevention']);

export const usePreventionCount = (enabled: boolean) =>
  useScreenRead(['prevention', 'count'], (client) => client.countPrevention({}), enabled);

type Changed = { readonly activityId: string; readonly result: boolean };

/** Who changed the plan, or what was written of how it ended. */
export const useActivityChanges = ({ activityId, result }: Changed) =>
  useRead(
    ['prevention', 'changes', activityId, result],
    async (client) =>
      (result
        ? await client.listPreventionResultChanges({ activityId })
        : await client.listPreventionActivityChanges({ id: activityId })
      ).changes,
    { staleTime: 0 },
  );

export const useProgrammeChanges = (id: string) =>
  useRead(
    ['prevention', 'programme-changes', id],
    async (client) => (await client.listPreventionProgrammeChanges({ id })).changes,
    { staleTime: 0 },
  );
