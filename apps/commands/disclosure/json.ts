import { readFile } from 'node:fs/promises'
import { refuse } from '#apps/commands/refused.ts'

/** What a JSON file can hold. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json
}

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object that a file holds. */
export const objectOf = (text: string): JsonObject => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return refuse('file', `no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  return isObject(value) ? value : refuse('file', 'no object of JSON')
}

export const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    return refuse(path, error instanceof Error ? error.message : String(error))
  }
}
