/** What a user chose. */
export type Choice = 'up' | 'down' | 1 | 2 | 3 | 4 | 5;

/** Which answer is meant, and by whom; as the element's attributes say. */
export interface Subject {
  readonly conversation: string | null;
  readonly message: string | null;
  readonly user: string | null;
}

/** What sending takes from its surroundings. */
export interface Surroundings {
  readonly fetch: typeof fetch;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

/** Ours: twice what the service gives a line to be written (`collect.timeout_ms`). */
const MOST_MS = 10_000;

/** Ours: a phone that changes from one network to another is back by then, and its owner still looks. */
const PAUSE_MS = 1_000;

/** A line of feedback, as `POST /v1/feedback` takes it. A place that is no whole number is left out: the conversation is meant. */
export function feedbackOf({ conversation, message, user }: Subject, choice: Choice, comment?: string): object {
  return {
    conversation_id: conversation,
    message_index: /^\d{1,9}$/.test(message ?? '') ? Number(message) : undefined,
    [typeof choice === 'number' ? 'stars' : 'thumbs']: choice,
    comment,
    user_id: user || undefined,
  };
}

/**
 * Where feedback goes.
 * @param named the address of the service, if the page names one
 * @param script the address of this script, beside which the service is elsewhere
 * @param page the address of the page
 * @throws TypeError where these are no addresses
 */
export function endpointOf(named: string | null, script: string, page: string): URL {
  return new URL('v1/feedback', named ? new URL(named.replace(/\/?$/, '/'), page) : script);
}

/**
 * Sends feedback, and once more after a pause where the network or the service had trouble. What arrives twice counts once:
 * of one user the latest word on one answer counts.
 * @returns the HTTP status; 0 where nothing came back
 */
export async function sendFeedback(
  endpoint: () => URL,
  token: string | null,
  feedback: object,
  { fetch: ask, wait }: Surroundings,
): Promise<number> {
  const post = async (): Promise<number> => {
    try {
      const { status } = await ask(endpoint(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify(feedback),
        // Cookies are no business of the service, nor is the page that somebody reads.
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        // Also when the page is closed at once.
        keepalive: true,
        signal: AbortSignal.timeout(MOST_MS),
      });
      return status;
    } catch {
      return 0;
    }
  };
  const status = await post();
  if (status > 0 && status < 500) return status;
  await wait(PAUSE_MS);
  return post();
}
