import './free-tasks.css'

const MOST = 12

/** One tile a task: filled when taken, hollow when it waits for somebody. The figure beside it speaks. */
export function FreeTasks({ carried, offered }: { carried: number; offered: number }) {
  return (
    <span className="free-tasks" aria-hidden="true">
      {Array.from({ length: Math.min(MOST, Math.max(carried, offered)) }, (_, at) => (
        <i key={at} className={at < carried ? 'is-taken' : undefined} />
      ))}
    </span>
  )
}
