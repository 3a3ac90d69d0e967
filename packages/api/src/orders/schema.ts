import { z } from 'zod';
import { pageInput, text } from '../shared/schema.ts';

const number = text.min(1).max(20);

export const orderListInput = pageInput;
export const orderInput = z.object({ number });
export const cancelInput = z.strictObject({ number });
