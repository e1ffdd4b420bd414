/** The jobs of focus groups, by name. */
export const JOBS = { draw: 'panels.draw', morning: 'panels.morning' } as const;
