import type { House } from '#platform/command/index.ts'
import { openSolver } from '#platform/linear/index.ts'
import { ThreadLost, type Task } from '#platform/threads/index.ts'
import { checkProof } from '#engines/disclosure/index.ts'
import type { Content, Said } from './content.ts'
import { protectPart, type PartProtected } from './make.ts'
import type { Frozen } from './manifest.ts'
import { attackPart, type Attacked } from './protection/attack.ts'
import { underPattern } from './protection/hide.ts'
import { claimOf, shownOf } from './protection/prove.ts'
import type { Asked, Pattern } from './protection/shapes.ts'
import { saidInCsv } from './read-back.ts'
import type { PartSecret } from './sealed.ts'
import type { ReleaseRecord } from './store.ts'
import { saidOfPart, writeRelease, type Evidence, type Written } from './write.ts'

/** A part with the dimensions that its cells are told apart by. */
export interface OfPart {
  readonly asked: Asked
  readonly pattern: Pattern
  readonly dimensions: readonly string[]
}

export const protecting: Task<Asked, PartProtected> = {
  name: 'observatory.protect-part',
  run: async (asked) => protectPart(asked, await openSolver()),
}

/** What a part says under its pattern. */
export const telling: Task<OfPart & { readonly own: readonly string[] }, (readonly [string, Said])[]> = {
  name: 'observatory.tell-part',
  run: ({ asked, pattern, dimensions, own }) => saidOfPart(asked, underPattern(asked, pattern), dimensions, own),
}

export const writing: Task<{ readonly record: ReleaseRecord; readonly content: Content; readonly evidence: Evidence }, Written> = {
  name: 'observatory.write-release',
  run: ({ record, content, evidence }) => writeRelease(record, content, evidence),
}

export const attacking: Task<OfPart & { readonly csv: Uint8Array; readonly frozen: Frozen }, Attacked> = {
  name: 'observatory.attack-part',
  run: async ({ asked, pattern, dimensions, csv, frozen }) => attackPart(asked, underPattern(asked, pattern), saidInCsv(csv, frozen, dimensions), await openSolver()),
}

/** Whether the witnesses of a part hold; what is wrong where they do not. */
export const checking: Task<{ readonly asked: Asked; readonly secret: PartSecret }, readonly string[]> = {
  name: 'observatory.check-part',
  run: ({ asked, secret }) => checkProof(claimOf(underPattern(asked, secret.pattern)), shownOf(secret.proof)),
}

/** The same input breaks again, however often it is tried. */
export class Broken extends Error {}

/** Beside the thread that answers people. */
export const apart = async <Given, Answer>({ threads }: House, task: Task<Given, Answer>, given: Given): Promise<Answer> => {
  try {
    return await threads.run(task, given)
  } catch (cause) {
    if (cause instanceof ThreadLost) throw cause
    throw new Broken(`${task.name} broke`, { cause })
  }
}

export const releaseTasks = [protecting, telling, writing, attacking, checking]
