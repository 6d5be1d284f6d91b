// The packages have no types of their own; what the tests use of them.
declare module 'sdmx-rest' {
  interface Service {
    readonly url: string
    readonly api: string
  }
  type Query = Readonly<Record<string, string | number>>
  interface Client {
    getService(service: Service): Service
    getDataQuery2(query: Query): Query
    getMetadataQuery(query: Query): Query
    getUrl(query: Query, service: Service): string
    request2(query: Query, service: Service, options: { readonly headers: Readonly<Record<string, string>> }): Promise<Response>
  }
  const client: Client
  export default client
}

declare module 'sdmx-json-parser' {
  export class SDMXParser {
    getDatasets(address: string, options?: RequestInit): Promise<object>
    getName(): string
    getDimensions(): readonly { readonly id: string; readonly values: readonly { readonly id: string }[] }[]
    getData(slice?: Readonly<Record<string, readonly string[]>>): readonly Readonly<Record<string, string | number | null>>[]
  }
}
