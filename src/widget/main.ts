import { FeedbackElement } from './feedbackElement.ts';

/** The script that pages of others load; loaded twice, the first one stays. */
if (customElements.get('curate-feedback') === undefined) customElements.define('curate-feedback', FeedbackElement);
