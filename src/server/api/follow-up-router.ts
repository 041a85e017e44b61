export const followUpRouter = {}
