import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { electronClipboard } from '../../src/main/platform/shell/ports.ts';
import { clipboardText } from './fake-electron.ts';

const invented = '00112233';
const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the clipboard of the computer', () => {
  it('keeps what is not in reserve', async () => {
    electronClipboard().write('35', null);
    await vi.advanceTimersByTimeAsync(minute);
    expect(clipboardText.current).toBe('35');
  });

  it('loses what is in reserve at its time, and not before', async () => {
    electronClipboard().write(invented, 20_000);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(clipboardText.current).toBe(invented);
    await vi.advanceTimersByTimeAsync(1);
    expect(clipboardText.current).toBe('');
  });

  it('counts the time of the last text alone', async () => {
    const clipboard = electronClipboard();
    clipboard.write(invented, 20_000);
    await vi.advanceTimersByTimeAsync(15_000);
    clipboard.write(invented, 20_000);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(clipboardText.current).toBe(invented);
    await vi.advanceTimersByTimeAsync(1);
    expect(clipboardText.current).toBe('');
  });

  it('leaves alone what another program put there', async () => {
    const clipboard = electronClipboard();
    clipboard.write(invented, 20_000);
    clipboardText.current = 'de otro programa';
    clipboard.clearHeld();
    await vi.advanceTimersByTimeAsync(minute);
    expect(clipboardText.current).toBe('de otro programa');
  });

  it('loses at once what is in reserve when it is asked to', async () => {
    const clipboard = electronClipboard();
    clipboard.write(invented, 20_000);
    clipboard.clearHeld();
    await vi.advanceTimersByTimeAsync(0);
    expect(clipboardText.current).toBe('');
  });
});
