export const qualificationRouter = {}
