export const segmentationContract = {}
