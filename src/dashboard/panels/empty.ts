import type { StatsReport } from '../../report/statsTypes.ts';
import { byId, element } from '../elements.ts';

/** What a team sees that has just begun: how the first conversation gets here. */
export function emptyPanel(hasToken: () => boolean) {
  const section = byId('empty', HTMLElement);
  return {
    show({ records }: StatsReport): void {
      section.hidden = records > 0;
      document.body.classList.toggle('without-conversations', records === 0);
      if (records > 0 || section.hasChildNodes()) return;
      section.append(
        element('h2', { id: 'empty-title' }, 'No conversations yet'),
        element('p', {}, 'Send the first one from your chatbot, or from a shell:'),
        command(curl(location.origin, hasToken())),
        element('p', {}, 'It shows here within seconds. Without this service:'),
        command(`echo '${FIRST}' \\\n  | curate log`),
        element(
          'p',
          {},
          'Logs that are there already go into ',
          element('code', {}, 'data/training_logs'),
          '; exports of other tools come in with ',
          element('code', {}, 'curate import'),
          '.',
        ),
      );
    },
  };
}

const FIRST =
  '{"user_message":"How do I reset my password?","assistant_message":"Open Settings, then Security, and choose Reset."}';

function curl(origin: string, withToken: boolean): string {
  const token = withToken ? '  -H "Authorization: Bearer $CURATE_TOKEN" \\\n' : '';
  return `curl ${origin}/v1/conversations \\\n${token}  -H 'Content-Type: application/json' \\\n  -d '${FIRST}'`;
}

function command(text: string): HTMLElement {
  return element('pre', { tabindex: '0' }, element('code', {}, text));
}
