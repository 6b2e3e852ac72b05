const day = new Intl.DateTimeFormat('es-PE', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'America/Lima',
});

/** `05/09/2026 15:30` in Lima, for tables. */
export function inLima(instant: string): string {
  return day.format(new Date(instant)).replace(', ', ' ');
}
