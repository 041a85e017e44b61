export const segmentationRouter = {}
