/** Both places of a computer in one folder: no register of the centre yet, and the template centre for practice, or none. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ApplicationOptions } from '../../src/main/application-options.ts';
import { createForPlaces } from '../../src/main/computers/this-computer.ts';
import { modeLimiter } from '../../src/main/platform/places/folder-rights.ts';
import { preparePlace } from '../../src/main/platform/places/prepare-place.ts';
import type { FixedClock } from './fixed-clock.ts';
import { cheapKdfPolicy, templateFolder, testPorts } from './start-application.ts';

type Options = { readonly host?: ApplicationOptions['host']; readonly isEmpty?: boolean };

/** @param base an empty folder */
export async function openTwoPlaces(
  base: string,
  clock: FixedClock,
  { host = 'direct', isEmpty = false }: Options = {},
) {
  const folders = {
    real: { folder: join(base, 'centro'), former: null },
    practice: { folder: join(base, 'practica'), former: null },
  };
  if (!isEmpty) {
    mkdirSync(folders.practice.folder, { mode: 0o700 });
    cpSync(await templateFolder(), folders.practice.folder, { recursive: true });
  }
  const ports = testPorts(clock);
  const drives = { ...ports.drives, limit: modeLimiter };
  const parts = { folders: () => Promise.resolve(folders), drives, policy: cheapKdfPolicy, clock };
  const options = { host, ports, kdfPolicy: cheapKdfPolicy };
  const application = await createForPlaces(options, (kind) => preparePlace(parts, kind));
  return { application, real: folders.real.folder, practice: folders.practice.folder };
}
