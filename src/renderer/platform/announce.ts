/** Sentences for screen readers: `status` for what went on, `alert` only for what stops work. */
export type Announcement = { readonly tone: 'status' | 'alert'; readonly text: string };

const listeners = new Set<(announcement: Announcement) => void>();

export function announce(text: string, tone: Announcement['tone'] = 'status'): void {
  for (const listener of listeners) listener({ tone, text });
}

export function onAnnouncement(listener: (announcement: Announcement) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
