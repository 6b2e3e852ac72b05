/** The calls that a page sends to the application. */
import { expect, type Page, type Request } from '@playwright/test';

export type Asked = { readonly procedure: string; readonly input: unknown };

/** Collects every call of the page from now on. */
export function watchCalls(page: Page): { take(): Promise<Asked[]> } {
  let calls: Asked[] = [];
  const open = new Set<Request>();
  page.on('request', (request) => {
    if (!request.url().endsWith('/invoke')) return;
    const { procedure, input } = request.postDataJSON() as Asked;
    calls.push({ procedure, input });
    open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return {
    async take() {
      // What an answer asks for follows in the same task or the next drawing.
      let before = -1;
      await expect
        .poll(
          () => {
            const isQuiet = open.size === 0 && calls.length === before;
            before = calls.length;
            return isQuiet;
          },
          { intervals: [250] },
        )
        .toBe(true);
      const taken = calls;
      calls = [];
      return taken;
    },
  };
}
