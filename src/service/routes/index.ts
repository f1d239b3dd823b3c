import type { Route } from '../route.ts';
import conversations from './conversations.ts';
import feedback from './feedback.ts';
import healthz from './healthz.ts';
import metrics from './metrics.ts';
import olderFeedback from './olderFeedback.ts';
import widget from './widget.ts';

/** Every route of the service, in the order of the documentation. */
export const ROUTES: readonly Route[] = [conversations, feedback, healthz, metrics, olderFeedback, widget];
