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

const hour = 3_600_000;

/** «hace 3 horas», «hace 2 días»; the moment itself always stands beside it. */
export function ageWords(from: string, now: number): string {
  const hours = Math.floor((now - Date.parse(from)) / hour);
  if (hours < 1) return 'hace menos de una hora';
  if (hours < 48) return hours === 1 ? 'hace 1 hora' : `hace ${hours} horas`;
  return `hace ${Math.floor(hours / 24)} días`;
}

const weekday = new Intl.DateTimeFormat('es-PE', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'America/Lima',
});
const time = new Intl.DateTimeFormat('es-PE', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'America/Lima',
});

/** `09:41` in Lima. */
export function timeInLima(at: number): string {
  return time.format(at);
}

/** `miércoles 10 de junio, 09:41` in Lima. */
export function dayAndTime(at: number): string {
  return `${weekday.format(at).replace(', ', ' ')}, ${timeInLima(at)}`;
}
