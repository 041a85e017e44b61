export const callsRouter = {}
