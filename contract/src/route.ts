import type { Act } from '@zhuji/domain/policy.ts'
import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface RouteDeclaration {
  method: Method
  /** Path with `:name` parameters, below the server's root. */
  path: string
  /** The row of the policy table that decides who may call it. */
  act: Act
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** Bytes instead of JSON: what is sent, or what is answered. */
  bytes?: { body?: 'image/jpeg'; response?: 'image/jpeg' | 'image/png' | 'application/zip' }
  response: z.ZodType
  /** The status of a success; 200 unless told. */
  status?: 200 | 201 | 202 | 204
}

/**
 * Declares one route, said once: the server implements it, the web and the bridge call it, OpenAPI is printed from it.
 * Takes the declaration and gives it back with its exact types.
 */
export function route<const R extends RouteDeclaration>(declaration: R): R {
  return declaration
}

type Input<T> = T extends z.ZodType ? z.input<T> : undefined
type Part<K extends string, T> = T extends z.ZodType ? { [key in K]: Input<T> } : { [key in K]?: undefined }

/** What a caller of the route passes. */
export type Sent<R extends RouteDeclaration> = Part<'params', R['params']> &
  Part<'query', R['query']> &
  (R['bytes'] extends { body: string } ? { body: Blob | Uint8Array } : Part<'body', R['body']>)

/** What a caller of the route gets. */
export type Answered<R extends RouteDeclaration> = R['bytes'] extends { response: string }
  ? Blob
  : z.output<R['response']>
