export const targetingRouter = {}
