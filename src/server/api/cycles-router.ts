export const cyclesRouter = {}
