export const plansRouter = {}
