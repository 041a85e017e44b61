export const directoryRouter = {}
