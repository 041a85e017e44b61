/** How long a file and its errors are kept. */
export const monthLater = (from: Date): Date => new Date(from.getTime() + 31 * 24 * 3600 * 1000)
