import type { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { fieldErrorsOf } from './field-errors.ts';
import { ShopError } from './shop-error.ts';

/** What a client sees of an error, in addition to its code. */
export interface PublicError {
  message: string;
  reason?: ShopError['reason'];
  fieldErrors?: ShopError['fieldErrors'];
  details?: ShopError['details'];
}

/** Keeps intentional messages and hides internals: no stack trace, no SQL, no paths. */
export function publicError({ code, cause, message }: TRPCError): PublicError {
  if (cause instanceof ShopError) {
    const { reason, fieldErrors, details } = cause;
    return { message, reason, fieldErrors, details };
  }
  if (cause instanceof ZodError) {
    return { message: 'Some fields need fixing.', fieldErrors: fieldErrorsOf(cause) };
  }
  if (code === 'PARSE_ERROR' || cause instanceof SyntaxError) {
    return { message: 'This is not valid JSON.', fieldErrors: { input: ['This is not valid JSON.'] } };
  }
  if (code === 'INTERNAL_SERVER_ERROR') {
    return { message: 'Something went wrong on our side. Please try again.' };
  }
  // Other errors while parsing the input have messages for programmers.
  return code === 'BAD_REQUEST' && cause ? { message: 'This request cannot be read.' } : { message };
}
