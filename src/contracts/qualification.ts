export const qualificationContract = {}
