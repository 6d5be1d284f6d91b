export { codeDigest, grouped, readTrackingCode, trackingCode } from './tracking-code.ts'
