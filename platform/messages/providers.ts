import { createTransport } from 'nodemailer'
import type { Carrier, Carriers } from './carrier.ts'

const MS_TO_WAIT = 10_000

/**
 * Text messages over any gateway that takes `POST {to, text}` as JSON and answers 2xx. Credentials stand in
 * the address (`https://user:password@gateway/…`); they go into a header, never into a log line.
 */
export const smsOverHttp = (address: string): Carrier => {
  const url = new URL(address)
  const credentials = url.username === '' ? undefined : `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  url.username = ''
  url.password = ''
  const headers = {
    'content-type': 'application/json',
    ...(credentials === undefined ? {} : { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }),
  }
  return async ({ to, text }) => {
    const reply = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ to, text }),
      signal: AbortSignal.timeout(MS_TO_WAIT),
    })
    if (!reply.ok) throw new Error(`the gateway answered ${reply.status}`)
  }
}

/** `smtp(s)://user:password@host/?from=help@example.org`. */
export const mailOverSmtp = (address: string): Carrier => {
  const from = new URL(address).searchParams.get('from') ?? `hamyar@${new URL(address).hostname}`
  const transport = createTransport(address, { connectionTimeout: MS_TO_WAIT } as never)
  return async ({ to, text }) => {
    await transport.sendMail({ from, to, subject: text.split('\n')[0]?.slice(0, 60) ?? '', text })
  }
}

export const carriersOf = (settings: {
  readonly HAMYAR_SMS_URL?: string | undefined
  readonly HAMYAR_SMTP_URL?: string | undefined
}): Carriers => ({
  ...(settings.HAMYAR_SMS_URL === undefined ? {} : { sms: smsOverHttp(settings.HAMYAR_SMS_URL) }),
  ...(settings.HAMYAR_SMTP_URL === undefined ? {} : { email: mailOverSmtp(settings.HAMYAR_SMTP_URL) }),
})
