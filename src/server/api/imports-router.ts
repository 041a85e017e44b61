export const importsRouter = {}
