import { byId, setText } from '../elements.ts';
import { type Connection, connectionKind, connectionWords, troubleWords } from '../state/connection.ts';
import { clockTime } from '../times.ts';

/** How the page stands with the service: a sign at its head, a banner when something is wrong, and words for who listens. */
export function statusPanel() {
  const sign = byId('connection', HTMLElement);
  const words = byId('connection-words', HTMLElement);
  const updated = byId('updated', HTMLElement);
  const banner = byId('banner', HTMLElement);
  const announcer = byId('announcer', HTMLElement);
  const announce = (text: string): void => setText(announcer, text);
  let wasAway = false;
  return {
    announce,
    show(connection: Connection): void {
      sign.dataset.kind = connectionKind(connection);
      setText(words, connectionWords(connection));
      const time = connection.updated === undefined ? undefined : clockTime(connection.updated);
      setText(updated, time === undefined ? '' : `updated ${time.text}`);
      updated.title = time?.title ?? '';
      const trouble = troubleWords(connection, Date.now());
      banner.hidden = trouble === undefined;
      setText(banner, trouble ?? '');
      document.body.classList.toggle('stale', trouble !== undefined && connection.updated !== undefined);
      const isAway = connection.trouble !== undefined;
      // Once when it goes and once when it is back: the banner counts on without being read out.
      if (isAway && !wasAway) announce(`${connectionWords(connection)}. ${connection.trouble?.detail ?? ''}`);
      if (!isAway && wasAway) announce('The service is back.');
      wasAway = isAway;
    },
  };
}
