export const targetingContract = {}
