export const followUpContract = {}
