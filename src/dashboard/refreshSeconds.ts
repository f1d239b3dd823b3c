/** As the default of `serve.refresh_seconds`, for a page that was not served by the service. */
const DEFAULT_SECONDS = 30;

/** What the service wrote into the page: how often to ask where live events do not reach it. */
export function refreshSecondsOf(page: Document): number {
  const content = page.querySelector('meta[name=curate-refresh-seconds]')?.getAttribute('content');
  const seconds = Number(content);
  return Number.isFinite(seconds) && seconds >= 1 ? seconds : DEFAULT_SECONDS;
}
