import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTable, flat, membersOf, tableOf } from '#engines/disclosure/tables.fixture.ts'
import type { Table } from '#engines/disclosure/shapes.ts'
import { modulo, openEchelon, PRIME } from './echelon.ts'
import { allRelations, labelledRelations, type Relations } from './relations.ts'

const rankOf = (relations: Relations, cells: number): number => {
  const echelon = openEchelon(cells, new Int32Array(cells))
  return relations.filter((relation) => echelon.take(relation) === undefined).length
}

/** Every relation adds to nothing in every finest cell. */
const holds = (table: Table, relations: Relations): boolean =>
  relations.every(({ at, value }) => {
    const sum = new Map<number, number>()
    at.forEach((cell, k) => {
      for (const inner of membersOf(table, cell)) sum.set(inner, modulo((sum.get(inner) ?? 0) + value[k]!))
    })
    return [...sum.values()].every((own) => own === 0)
  })

describe('how cells add up', () => {
  it('is found by elimination and by labels alike', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const [all, labelled] = [allRelations(table), labelledRelations(table)]
        expect(holds(table, all)).toBe(true)
        expect(holds(table, labelled)).toBe(true)
        expect(rankOf(labelled, table.key.length)).toBe(rankOf(all, table.key.length))
      }),
    )
  })

  it('is found where two hierarchies divide the same whole', () => {
    const base = tableOf([flat('a', 4)], [1, 2, 3, 4])
    const more = [
      { label: 'north', members: [0, 1] },
      { label: 'south', members: [2, 3] },
      { label: 'coast', members: [0, 2] },
      { label: 'hills', members: [1, 3] },
    ]
    const start = [...base.start]
    for (const { members } of more) start.push(start.at(-1)! + members.length)
    const table: Table = {
      ...base,
      start: Int32Array.from(start),
      member: Int32Array.from([...base.member, ...more.flatMap(({ members }) => members)]),
      value: Float64Array.from([...base.value, ...more.map(({ members }) => members.reduce((sum, inner) => sum + base.inner[inner]!, 0))]),
      key: [...base.key, ...more.map(({ label }) => [label])],
    }
    expect(holds(table, labelledRelations(table))).toBe(true)
    expect(rankOf(labelledRelations(table), 9)).toBe(rankOf(allRelations(table), 9))
    expect(rankOf(allRelations(table), 9)).toBe(5)
  })

  it('knows the same sum under two names', () => {
    const table: Table = { inner: Float64Array.of(3, 4), start: Int32Array.of(0, 2, 4), member: Int32Array.of(0, 1, 0, 1), value: Float64Array.of(7, 7), key: [['a'], ['b']] }
    expect(rankOf(labelledRelations(table), 2)).toBe(1)
    expect(rankOf(allRelations(table), 2)).toBe(1)
  })
})

describe('elimination', () => {
  it('answers how earlier columns add up to a dependent one', () => {
    const column = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 8 }), (columns) => {
        const echelon = openEchelon(4, new Int32Array(4))
        const independent: number[][] = []
        for (const own of columns) {
          const at = [0, 1, 2, 3].filter((row) => own[row] !== 0)
          const circuit = echelon.take({ at, value: at.map((row) => modulo(own[row]!)) })
          if (circuit === undefined) {
            independent.push(own)
            continue
          }
          for (let row = 0; row < 4; row += 1) {
            const sum = circuit.at.reduce((all, index, k) => modulo(all + circuit.value[k]! * independent[index]![row]!), 0)
            expect(sum).toBe(modulo(own[row]!))
          }
        }
        expect(independent.length).toBeLessThanOrEqual(4)
      }),
    )
  })

  it('cannot overflow', () => {
    expect((PRIME - 1) * (PRIME - 1) + PRIME).toBeLessThan(Number.MAX_SAFE_INTEGER)
  })
})
