/** Changes of saved answers: what counts as a change, and why a validated case was changed. Serves every domain. */
export * from './changes.ts';
export * from './reasons.ts';
