import type { ReactNode } from 'react';

const drawings = {
  queue: <path d="M4 5h12M4 10h12M4 15h8" />,
  people: (
    <path d="M7.5 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-5 7c0-3 2-4.5 5-4.500s5 1.5 5 4.500M13 9.200a2.3 2.3 0 1 0 0-4.400M14.5 11.800c2 .5 3 2 3 4.2" />
  ),
  file: <path d="M5 2.500h7l3.5 3.500v11.500H5zM12 2.500V6h3.500M7.5 10h5.500M7.5 13.500h5.5" />,
  scales: <path d="M10 3v14M6 17h8M4 6h12M4 6l-2 6h4zM16 6l-2 6h4z" />,
  calendar: <path d="M3 5h14v12H3zM3 8.500h14M7 3v3.500M13 3v3.5" />,
  chart: <path d="M3 17h14M5.5 17v-6M10 17V4M14.5 17V8" />,
  care: <path d="M10 16.500S3.5 12.5 3.5 8A3.3 3.3 0 0 1 10 6.5 3.3 3.3 0 0 1 16.5 8c0 4.5-6.5 8.5-6.5 8.500Z" />,
  send: <path d="M3 10h12M10.5 5.5 15 10l-4.5 4.5" />,
  print: <path d="M6 7V3h8v4M6 14H3.500V7h13v7H14M6 11.500h8V17H6z" />,
  lock: <path d="M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9" />,
  gear: (
    <path d="M10 12.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM10 2.500v3M10 14.500v3M2.5 10h3M14.5 10h3M4.7 4.700l2.1 2.100M13.2 13.200l2.1 2.100M15.3 4.700l-2.1 2.100M6.8 13.200l-2.1 2.1" />
  ),
  shield: <path d="M10 2.5 16 5v5c0 4-3 6.5-6 7.5-3-1-6-3.5-6-7.500V5z" />,
  search: <path d="M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4.5 4.5" />,
  warning: <path d="M10 3 18 17H2zM10 8v4.500M10 14.300v.4" />,
  error: <path d="M10 17.500a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 6v5M10 13.300v.4" />,
  info: <path d="M10 17.500a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 9.500V14M10 6.300v.4" />,
  check: <path d="m4 10.5 4 4 8-9" />,
  seen: (
    <path d="M2 10c2-3.500 5-5 8-5s6 1.500 8 5c-2 3.500-5 5-8 5s-6-1.500-8-5ZM10 12.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z" />
  ),
  hidden: (
    <path d="M3 3l14 14M7 5.500c1-.3 2-.5 3-.500 3 0 6 1.500 8 5-.7 1.200-1.500 2.200-2.500 3M4.500 7c-1 .8-1.800 1.800-2.500 3 2 3.500 5 5 8 5 1 0 2-.2 3-.500M8.300 8.300a2.5 2.5 0 0 0 3.400 3.400" />
  ),
  flag: <path d="M5 17.500V3.500h9.500l-1.700 3.500 1.700 3.500H5" />,
  close: <path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />,
  fold: <path d="m7.500 4.500 5.500 5.500-5.500 5.500" />,
  home: <path d="M3 9.5 10 3.500l7 6M5 8v9h10V8" />,
  box: <path d="M3 6h14v11H3zM3 6l2-3h10l2 3M8 10h4" />,
  book: <path d="M4 3.500h5.500c.5 0 .5.5.5.500v13s0-1-1-1H4zM16 3.500h-5.500c-.5 0-.5.5-.5.500v13s0-1 1-1h5z" />,
  phone: (
    <path d="M5 3.500h2.900l1.300 3.300-1.700 1.300a9 9 0 0 0 4.600 4.600l1.300-1.700 3.300 1.300v2.900c0 .9-.8 1.600-1.700 1.600A12 12 0 0 1 3.400 5.200c0-.9.7-1.700 1.600-1.700Z" />
  ),
  person: <path d="M10 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 17c.6-3.300 2.600-5 6-5s5.400 1.700 6 5" />,
  pen: <path d="m4 16 .8-3.300L13.500 4 16 6.500l-8.700 8.700zM12 5.500 14.500 8" />,
  talk: <path d="M3.500 4.500h13v9H9L5.500 16.500v-3h-2z" />,
  clip: <path d="m7 10.500 5-5a2.500 2.500 0 0 1 3.500 3.500l-6.400 6.300a3.800 3.800 0 0 1-5.400-5.400L9.500 4" />,
  plus: <path d="M10 4v12M4 10h12" />,
  horn: <path d="M3.5 8v4h2.500l7.500 3.800V4.200L6 8zM16 8a3.300 3.300 0 0 1 0 4M6.800 12.200l.8 4h2.100" />,
  more: <path d="M4.500 10h.1M10 10h.1M15.500 10h.1" strokeWidth="2.5" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** Always beside a word, so readers pass over it. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name]}
    </svg>
  );
}
