import type { FastifyInstance } from 'fastify'

const MOST_TRIES = 20

/** Listens on `port`; when it is taken, says so and takes the next free one. Answers the address. */
export const listenSomewhere = async (
  server: FastifyInstance,
  host: string,
  port: number,
  say: (line: string) => void,
): Promise<string> => {
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    try {
      return await server.listen({ host, port: port === 0 ? 0 : port + tried })
    } catch (error) {
      const { code } = error as { code?: string }
      if (code === 'EACCES') throw new Error(`port ${port + tried} needs rights this user does not have: set PORT`)
      if (code === 'EADDRNOTAVAIL') throw new Error(`this machine has no address ${host}: set HOST`)
      if (code !== 'EADDRINUSE') throw error
      say(`Port ${port + tried} is taken; trying ${port + tried + 1}.`)
    }
  }
  throw new Error(`ports ${port} to ${port + MOST_TRIES - 1} are all taken: set PORT`)
}
