import type { TenantId } from './ids.ts'

/**
 * Who asks, and where the answer will be seen. Every read of the store takes one, so that no path can forget to ask
 * who may read. Until access rules arrive everyone in a tenant may read everything in it.
 */
export interface Asker {
  readonly tenant: TenantId
  /** The directory's id of the person; undefined for the operator at the command line. */
  readonly user: string | undefined
  /** The chat or channel the answer goes to; undefined at the command line. */
  readonly conversation: string | undefined
  /** The groups whose documents may be shown here. */
  readonly audiences: readonly string[]
  /** The command line runs as the operator, who may always read. */
  readonly isOperator: boolean
}

export const operatorOf = (tenant: TenantId): Asker => ({
  tenant,
  user: undefined,
  conversation: undefined,
  audiences: [],
  isOperator: true,
})
