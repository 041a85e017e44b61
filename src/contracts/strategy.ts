export const strategyContract = {}
