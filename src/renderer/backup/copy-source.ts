import type { ReactNode } from 'react';
import type { CopyKey, RestorePreview } from '../../shared/backup/index.ts';
import type { Failure } from '../../shared/platform/failures.ts';
import type { z } from '../../shared/platform/zod.ts';
import type { ReadClient } from '../platform/client.ts';
import type { SectionForm } from '../platform/forms/index.ts';

/** What is typed to open a copy; of password and paper one is empty. */
export type CopyDraft = {
  /** Which copy, as its source names it. */
  readonly copy: string;
  readonly login: string;
  readonly password: string;
  readonly key: string;
};

export type OpenedCopy = { readonly copy: string; readonly by: CopyKey; readonly preview: RestorePreview };

type Second = { readonly login: string; readonly password: string };

/** Where the copy comes from that takes the place of what is here, and what is said of it. */
export type CopySource = {
  readonly lead: ReactNode;
  /** Below the form of the first step. */
  readonly foot?: ReactNode;
  readonly schema: z.ZodType<string>;
  readonly first: string;
  readonly Field: (props: { readonly form: SectionForm<CopyDraft> }) => ReactNode;
  readonly who: string;
  /** A refusal that belongs to its field. */
  readonly wordsAtField: (failure: Failure) => string | undefined;
  readonly preview: (client: ReadClient, copy: string, by: CopyKey) => Promise<RestorePreview>;
  /** What changes, in sentences. */
  readonly words: (preview: RestorePreview) => readonly string[];
  /** Whether something is lost by it: two people, and said as a warning. */
  readonly isOver: (preview: RestorePreview) => boolean;
  readonly verb: (preview: RestorePreview) => string;
  /** @returns folder with what was there; null when nothing was */
  readonly restore: (client: ReadClient, opened: OpenedCopy, second: Second | null) => Promise<string | null>;
  /** It is done, by a password; by paper a new password is next. */
  readonly done: Readonly<Record<CopyKey['kind'], ReactNode>>;
};
