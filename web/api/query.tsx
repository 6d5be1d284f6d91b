import {
  MutationCache,
  QueryCache,
  QueryClient,
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { call, type Answer, type Args, type OperationId } from './client.ts'
import { useIntent } from './intent.ts'
import { ProblemError, asProblem, isBroken, isUndecided } from './problem.ts'
import type { Writing } from './hooks.ts'

/** One cache for the staff door. What broke is tried again, what was refused is not. */
export function newQueryClient() {
  // A session that ended meanwhile: who is signed in is asked again, and the shell leads to the sign-in.
  const onError = (reason: unknown) => {
    if (asProblem(reason).code !== 'sign-in.required') return
    void client.invalidateQueries({ queryKey: ['accounts.me'] })
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, reason) => failures < 2 && reason instanceof ProblemError && isBroken(reason),
      },
      mutations: { retry: false },
    },
  })
  return client
}

const keyOf = <Id extends OperationId>(id: Id, args: Args<Id> | undefined) => [id, args] as const

/**
 * Reads through the cache; while the arguments change the old answer stays on the screen. `everySeconds` asks again
 * by itself, also in a window behind others: for what must not wait for somebody to look.
 */
export function useRead<Id extends OperationId>(id: Id, args: Args<Id> | undefined, { everySeconds }: { readonly everySeconds?: number } = {}) {
  const result: UseQueryResult<Answer<Id>> = useQuery({
    queryKey: keyOf(id, args),
    queryFn: ({ signal }) => call(id, args as Args<Id>, { signal }),
    enabled: args !== undefined,
    placeholderData: keepPreviousData,
    ...(everySeconds === undefined ? {} : { refetchInterval: everySeconds * 1000, refetchIntervalInBackground: true }),
  })
  return {
    data: result.data,
    problem: result.error === null ? undefined : asProblem(result.error),
    loading: result.isPending,
    /** An answer to earlier arguments is still shown. */
    catchingUp: result.isPlaceholderData,
    reload: () => void result.refetch(),
  }
}

/**
 * Writes, and then has every read of the named operations asked again. `touches` takes ids or the first
 * part of ids: `['desk.']` is everything of the desk. Without it, everything on the screen is asked again.
 */
export function useWrite<Id extends OperationId>(id: Id, touches?: readonly string[]): Writing<Id> {
  const intent = useIntent()
  const client = useQueryClient()
  const mutation = useMutation({
    mutationFn: (args: Args<Id>) => call(id, args, { idempotencyKey: intent.keyFor(args) }),
    onSuccess: () => {
      intent.decided()
      const touched = (read: unknown) =>
        touches === undefined || touches.some((start) => String(read).startsWith(start))
      return client.invalidateQueries({ predicate: ({ queryKey }) => touched(queryKey[0]) })
    },
    onError: (reason) => {
      if (!isUndecided(asProblem(reason))) intent.decided()
    },
  })
  const problem = mutation.error === null ? undefined : asProblem(mutation.error)
  const write = async (args: Args<Id>) => {
    if (mutation.isPending) return undefined
    return mutation.mutateAsync(args).catch(() => undefined)
  }
  return { write, problem, fields: problem?.fields ?? none, busy: mutation.isPending, reset: mutation.reset }
}

const none: Readonly<Record<string, string>> = {}
