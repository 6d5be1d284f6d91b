import { createHash } from 'node:crypto'
import type { Text } from '#domains/observatory/formats/index.ts'
import { canonical } from '#platform/audit/chain.ts'
import type { Plan } from './plan.ts'

/** All that a release was made from. The same again gives the same bytes. */
export interface Frozen {
  readonly plan: Plan
  readonly country: string
  readonly periods: readonly string[]
  readonly definitions: readonly { readonly id: string; readonly version: string }[]
  /** Releases that were out, or signed, when this one was drafted. */
  readonly earlier: readonly string[]
  readonly revises: { readonly number: number; readonly releasedAt: string } | null
  readonly synthetic: boolean
  /** Address below which its files lie; ends with `/`. */
  readonly base: string
  readonly codeVersion: string
}

export interface Revision {
  readonly of: number
  readonly scheduled: boolean
  readonly reason: Text
  /** National numbers that changed: what was said, and what is. */
  readonly size: readonly { readonly measure: string; readonly period: string; readonly before: number; readonly now: number }[]
  /** Numbers that were out and are hidden now, since the corrected number may not be told. */
  readonly nowHidden: number
}

/** What is frozen under the release's hash. Files carry that hash, so their own hashes stand beside it. */
export interface Core {
  readonly format: 'hamyar-release/1'
  readonly dataset: string
  readonly number: number
  readonly asOf: string
  readonly releasedAt: string
  readonly scheduled: boolean
  readonly frozen: Frozen
  readonly revision: Revision | null
  /** SHA-256 of all that is said. */
  readonly content: string
  /** SHA-256 of the witnesses, which stay confidential, part by part. */
  readonly witnesses: readonly string[]
  /** Salted Merkle roots of the facts behind the national numbers. */
  readonly roots: readonly { readonly indicator: string; readonly period: string; readonly root: string }[]
}

export interface FileHash {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

export interface Manifest {
  readonly release: Core
  /** SHA-256 of `release` in canonical JSON: keys in order, no spaces. */
  readonly hash: string
  readonly files: readonly FileHash[]
}

export const sha256Of = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const hashOf = (value: unknown): string => sha256Of(canonical(value))
