// The package has no types of its own; what the tests use of it.
declare module 'jsonstat-toolkit' {
  interface Category {
    readonly label: string
    readonly unit: { readonly label: string; readonly decimals: number } | null
  }
  interface Dimension {
    readonly id: readonly string[]
    readonly label: string
    readonly role: string
    readonly length: number
    readonly hierarchy: boolean
    Category(id: string): Category
  }
  interface Cube {
    readonly class: string
    readonly label: string
    readonly id: readonly string[]
    readonly length: number
    readonly n: number
    readonly updated: string
    readonly source: string
    readonly link: { readonly item?: readonly { readonly href: string; readonly class: string }[] }
    Dimension(id: string): Dimension
    Data(at: Readonly<Record<string, string>>): { readonly value: number | null; readonly status: string | null }
  }
  const JSONstat: (document: object) => Cube
  export default JSONstat
}
