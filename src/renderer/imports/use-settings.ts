import { useState } from 'react';
import type { ImportView, ListSettings } from '../../shared/imports/index.ts';
import { newKey } from '../platform/client.ts';
import { useClient } from '../platform/client-context.tsx';
import { useRefreshImports } from './queries.ts';
import { useAct } from './use-act.ts';

/** Changes how the list is read; each change shows at once what the file says under it. */
export function useSettings(view: ImportView) {
  const client = useClient();
  const refresh = useRefreshImports();
  const act = useAct();
  const [settings, setSettings] = useState(view.settings);
  // What the application answers is the truth: it may have read other columns anew.
  const [version, setVersion] = useState(view.version);
  if (version !== view.version) {
    setVersion(view.version);
    setSettings(view.settings);
  }
  const change = (some: Partial<ListSettings>) => {
    const next = { ...settings, ...some };
    setSettings(next);
    return act.run(async () => {
      try {
        await client.setImportSettings(
          { importId: view.importId, version: view.version, settings: next },
          { key: newKey() },
        );
        await refresh();
      } catch (error) {
        setSettings(view.settings);
        throw error;
      }
    });
  };
  return { settings, change, problem: act.problem, isBusy: act.isBusy };
}
