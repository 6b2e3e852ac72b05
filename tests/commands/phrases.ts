/** What each person of an invented centre types on the command line, where phrases are files. */
export const phrases = {
  coordina: 'tamelo-viruga-sonido-pelucha',
  admision: 'lumera-tocino-bavelo-rugita',
  psico: 'pelado-famiro-tesuca-golina',
  social: 'casuro-dimela-potiga-nuvela',
  legal: 'rupeta-molino-safiro-debuca',
} as const;
export type Login = keyof typeof phrases;
