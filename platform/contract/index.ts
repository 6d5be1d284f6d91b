import type { z } from 'zod'
import type { Role } from '#platform/actor/index.ts'

type Shape = z.ZodType

/** Who may call at all. The policy then decides about the record. There is no default. */
export type May = 'anyone' | 'signed-in' | readonly [Role, ...Role[]]

export interface OperationDefinition {
  /** `domain.verb`; for ever, like the path. */
  readonly id: string
  readonly method: 'GET' | 'POST'
  /** `/api/…` with `:parameters`. */
  readonly path: string
  readonly may: May
  readonly params?: Shape
  readonly query?: Shape
  readonly body?: Shape
  /** The answer is stripped to this shape before it leaves. */
  readonly ok: Shape
  readonly status?: 200 | 201
  /** Every Problem it can answer, beside the platform's own. One that is not listed is a bug. */
  readonly problems: readonly string[]
  /** `queue`: may wait in a phone's outbox; it then always carries an idempotency key. */
  readonly offline: 'never' | 'queue'
  /** Most calls from one address in so many minutes: for doors that a stranger can knock at. */
  readonly limit?: { readonly calls: number; readonly minutes: number }
  readonly summary: string
}

export type Operation<D extends OperationDefinition = OperationDefinition> = D & { readonly kind: 'operation' }

/** Declares an operation. Routes, validation, OpenAPI, the web client and the offline outbox come from it. */
export const operation = <const D extends OperationDefinition>(definition: D): Operation<D> => ({
  ...definition,
  kind: 'operation',
})

type Parsed<D, K extends string> = D extends { readonly [key in K]: infer S extends Shape } ? z.output<S> : undefined
type Given<D, K extends string> = D extends { readonly [key in K]: infer S extends Shape } ? z.input<S> : undefined

export type ParamsOf<D> = Parsed<D, 'params'>
export type QueryOf<D> = Parsed<D, 'query'>
export type BodyOf<D> = Parsed<D, 'body'>
/** What a handler returns: the answer before it is stripped. */
export type AnswerOf<D> = Given<D, 'ok'>
/** What a caller receives. */
export type ReceivedOf<D> = Parsed<D, 'ok'>
/** What a caller sends. */
export interface SentOf<D> {
  readonly params: Given<D, 'params'>
  readonly query: Given<D, 'query'>
  readonly body: Given<D, 'body'>
}

export const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'operation'
