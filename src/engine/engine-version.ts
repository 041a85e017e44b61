/** Stored with every run. A change that moves a number bumps it and is told in CHANGELOG.md. */
export const engineVersion = 1
