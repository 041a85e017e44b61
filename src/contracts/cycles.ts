export const cyclesContract = {}
