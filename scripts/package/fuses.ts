/** The fuses of the packaged program (security design §9.4): set before signing, then read back from the file. */
import {
  flipFuses,
  FuseState,
  FuseV1Options,
  FuseVersion,
  getCurrentFuseWire,
  type FuseV1Config,
} from '@electron/fuses';

export const wantedFuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies Record<FuseV1Options, boolean>;

/** What differs in the file, a line each («RunAsNode: ENABLE»); a fuse that we do not know counts too. */
export async function wrongFuses(program: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(program);
  const found = Object.entries(wire).filter(([key]) => key !== 'version' && key !== 'resetAdHocDarwinSignature');
  const wanted = new Map(
    Object.entries(wantedFuses).map(([key, on]) => [key, on ? FuseState.ENABLE : FuseState.DISABLE]),
  );
  const wrong = found.filter(([key, state]) => wanted.get(key) !== state);
  const missing = [...wanted.keys()].filter((key) => !found.some(([one]) => one === key));
  const nameOf = (key: string) => FuseV1Options[Number(key)] ?? `fuse ${key}`;
  return [
    ...wrong.map(([key, state]) => `${nameOf(key)}: ${FuseState[state as FuseState]}`),
    ...missing.map((key) => `${nameOf(key)}: not in this Electron`),
  ];
}

/** @throws when one cannot be set or reads otherwise afterwards: no package is better than an open one */
export async function setFuses(program: string): Promise<void> {
  const config: FuseV1Config = { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...wantedFuses };
  await flipFuses(program, config);
  const wrong = await wrongFuses(program);
  if (wrong.length > 0) throw new Error(`The fuses were not set: ${wrong.join(', ')}`);
}
