export const alertsContract = {}
