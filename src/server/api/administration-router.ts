export const administrationRouter = {}
