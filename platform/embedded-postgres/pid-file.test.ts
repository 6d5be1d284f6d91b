import { expect, test } from 'vitest'
import { parsePidFile } from './pid-file.ts'

test('a server that is still starting has written only its number', () => {
  expect(parsePidFile('4711\n')).toEqual({ pid: 4711 })
})

test('a running server tells its socket, port and state', () => {
  const text = '4711\n/data\n1700000000\n5432\n/tmp/hamyar-a\n\n  5432001   32768\nready   \n'
  const told = { pid: 4711, socketFolder: '/tmp/hamyar-a', port: 5432, status: 'ready' }
  expect(parsePidFile(text)).toEqual(told)
})

test('a half-written file tells nothing', () => {
  expect(parsePidFile('')).toBeUndefined()
})
