/** What an open centre is made with. */
import type { DataFolderOptions } from './data-folder.ts';
import type { RegisterOptions } from './start-register.ts';
import type { TypedOptions } from './typed.ts';

export type StrongroomOptions = RegisterOptions &
  DataFolderOptions &
  TypedOptions & {
    /** Measures the cost of a password on this computer when a centre is founded; every later slot takes the result. */
    readonly calibrates: boolean;
  };
