import type { Output } from '../platform/client.ts';
import { useRefresh } from '../platform/query.ts';

export type Closing = Output<'getClosing'>;
export type Line = Closing['lines'][number];

/** A closing makes every page of the case one to read: all that was read is asked again. */
export const useRefreshClosing = () => useRefresh();
