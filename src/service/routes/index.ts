import type { Route } from '../route.ts';
import conversations from './conversations.ts';
import feedback from './feedback.ts';
import healthz from './healthz.ts';
import { openApiRoute } from './openapi.ts';

/** Every route of the service, in the order of the documentation. */
export const ROUTES: readonly Route[] = [conversations, feedback, healthz, openApiRoute(() => ROUTES)];
