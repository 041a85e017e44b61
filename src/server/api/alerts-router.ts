export const alertsRouter = {}
