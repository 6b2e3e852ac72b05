import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ImportView, ListSettings } from '../../shared/imports/index.ts';
import { importKey, useRefreshImports } from './queries.ts';
import { type ActClient, useAct } from '../platform/forms/index.ts';

type Change = Partial<ListSettings> | ((now: ListSettings) => Partial<ListSettings>);

const after = (now: ListSettings, change: Change): ListSettings => ({
  ...now,
  ...(typeof change === 'function' ? change(now) : change),
});

export type SettingsUse = ReturnType<typeof useSettings>;

/**
 * Changes how the list is read; each change shows at once what the file says under it.
 *
 * Whoever answers faster than the file is read loses no answer: changes are sent one after the other, each over what
 * the application answered to the one before.
 */
export function useSettings(view: ImportView) {
  const queries = useQueryClient();
  const refresh = useRefreshImports();
  const act = useAct({ refresh });
  const [settings, setSettings] = useState(view.settings);
  // What the application answers is the truth: it may have read other columns anew.
  const [version, setVersion] = useState(view.version);
  const waiting = useRef(0);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const [isSending, setSending] = useState(false);
  if (version !== view.version && !isSending) {
    setVersion(view.version);
    setSettings(view.settings);
  }
  const now = () => queries.getQueryData<ImportView>(importKey(view.importId)) ?? view;
  const send = async (client: ActClient, change: Change): Promise<void> => {
    const { version: over, settings: before } = now();
    await client.setImportSettings({ importId: view.importId, version: over, settings: after(before, change) });
  };
  const change = (one: Change) => {
    setSettings((shown) => after(shown, one));
    setSending(true);
    waiting.current += 1;
    const sent = last.current.then(() => act.run((client) => send(client, one)));
    last.current = sent.then(async (isDone) => {
      // Refused, because another person changed it perhaps: what stands is read again.
      if (!isDone) await refresh();
      waiting.current -= 1;
      if (waiting.current > 0) return;
      setSending(false);
      setSettings(now().settings);
    });
    return sent;
  };
  /** The list as it stands once every change was answered. */
  const settled = async (): Promise<ImportView> => {
    await last.current;
    return now();
  };
  return { settings, change, settled, problem: act.problem };
}
