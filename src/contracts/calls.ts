export const callsContract = {}
