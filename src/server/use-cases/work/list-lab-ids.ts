import { listAllLabs } from '../../repositories/work-repository.ts'

/** Every laboratory, for what the clock does in each of them. */
export const listLabIds = async (): Promise<string[]> => (await listAllLabs()).map(({ id }) => id)
