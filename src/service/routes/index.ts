import type { Route } from '../route.ts';
import comments from './comments.ts';
import conversations from './conversations.ts';
import dashboard from './dashboard.ts';
import events from './events.ts';
import exportsFile from './exportsFile.ts';
import exportsList from './exportsList.ts';
import exportsOne from './exportsOne.ts';
import exportsStart from './exportsStart.ts';
import feedback from './feedback.ts';
import feedbackExport from './feedbackExport.ts';
import feedbackStats from './feedbackStats.ts';
import healthz from './healthz.ts';
import metrics from './metrics.ts';
import olderFeedback from './olderFeedback.ts';
import { openApiRoute } from './openapi.ts';
import progress from './progress.ts';
import stats from './stats.ts';
import widget from './widget.ts';

/** Every route of the service, in the order of the documentation. */
export const ROUTES: readonly Route[] = [
  conversations,
  feedback,
  stats,
  progress,
  comments,
  exportsStart,
  exportsList,
  exportsOne,
  exportsFile,
  events,
  olderFeedback,
  feedbackStats,
  feedbackExport,
  healthz,
  metrics,
  openApiRoute(() => ROUTES),
  ...dashboard,
  widget,
];
