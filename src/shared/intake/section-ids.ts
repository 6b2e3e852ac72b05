/** Letters of the sections of the register form, alone: a thread that seals them needs none of their questions. */
export const formSectionIds = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
