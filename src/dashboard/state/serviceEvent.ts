import type { ServiceEvent } from '../../service/eventBus.ts';
import type { StreamMessage } from './eventParser.ts';

/** What a message of the stream tells; nothing where it is none of the service's, as those of a newer service may be. */
export function serviceEvent({ data }: StreamMessage): ServiceEvent | undefined {
  const told = parsed(data);
  if (!isRecord(told)) return undefined;
  const { type, at, id, status, conversations, feedback } = told;
  if (type === 'looked') return { type, at: String(at) };
  if (type === 'export' && typeof id === 'string' && typeof status === 'string') return { type, id, status };
  if (type === 'collected' && typeof conversations === 'number' && typeof feedback === 'number')
    return { type, conversations, feedback };
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
