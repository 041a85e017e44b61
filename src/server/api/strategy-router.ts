export const strategyRouter = {}
