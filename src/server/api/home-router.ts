export const homeRouter = {}
