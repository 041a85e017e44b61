export { handleUpload as POST } from '#src/server/api/upload-request.ts'
