/** A form of token that its issuer made to be recognised. */
export interface IssuedForm {
  readonly issuer: string;
  /** The characters that such a token may begin with, so that few forms are tried at one place; none where `behind` says it. */
  readonly begins: string;
  /** The sign before the first eight letters and digits in a row that are part of it, where its head or an address ends with it. */
  readonly behind?: '.' | '~' | '/';
  /** The token as a regular expression; what stands around it is no letter or digit. */
  readonly form: string;
}

/**
 * The forms as their issuers document them, most of them in the list of secret scanning patterns at docs.github.com; those
 * marked "seen" are not documented and are as tokens are. The first that fits counts.
 */
export const ISSUED_FORMS: readonly IssuedForm[] = [
  { issuer: 'AWS', begins: 'A', form: 'A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}' },
  { issuer: 'Google, API key', begins: 'A', form: 'AIza[A-Za-z0-9_-]{35}' },
  { issuer: 'Google, OAuth client', begins: 'G', form: 'GOCSPX-[A-Za-z0-9_-]{28}' },
  { issuer: 'Google, OAuth access', begins: '', behind: '.', form: 'ya29\\.[A-Za-z0-9_-]{20,512}' },
  {
    issuer: 'Azure, Entra application (seen)',
    begins: '',
    behind: '~',
    form: '[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}',
  },
  { issuer: 'GitHub', begins: 'g', form: 'gh[pousr]_[A-Za-z0-9]{36,255}' },
  { issuer: 'GitHub, fine-grained', begins: 'g', form: 'github_pat_[A-Za-z0-9_]{40,255}' },
  {
    issuer: 'GitLab',
    begins: 'g',
    form: 'gl(?:pat|dt|rt|rtr|cbt|ptt|ft|soat|imt|agent|oas)-[A-Za-z0-9_-]{20,255}',
  },
  { issuer: 'Slack', begins: 'x', form: 'xox[abceoprs]-[A-Za-z0-9-]{10,255}' },
  { issuer: 'Slack, app', begins: 'x', form: 'xapp-[0-9]-[A-Za-z0-9-]{20,255}' },
  {
    issuer: 'Slack, webhook',
    begins: '',
    behind: '/',
    form: '(?<=hooks\\.slack\\.com/(?:services|workflows)/)T[A-Z0-9]{8,12}/[AB][A-Z0-9]{8,12}/(?:[0-9]{10,20}/)?[A-Za-z0-9]{18,40}',
  },
  { issuer: 'Stripe', begins: 'srw', form: '(?:[sr]k_(?:live|test)|whsec)_[A-Za-z0-9]{16,255}' },
  { issuer: 'OpenAI, Anthropic, DeepSeek', begins: 's', form: 'sk-[A-Za-z0-9_-]{20,255}' },
  { issuer: 'Hugging Face', begins: 'ha', form: '(?:hf|api_org)_[A-Za-z0-9]{30,255}' },
  { issuer: 'Groq', begins: 'g', form: 'gsk_[A-Za-z0-9]{48,64}' },
  { issuer: 'xAI', begins: 'x', form: 'xai-[A-Za-z0-9]{70,90}' },
  { issuer: 'Perplexity', begins: 'p', form: 'pplx-[A-Za-z0-9]{40,64}' },
  { issuer: 'Replicate', begins: 'r', form: 'r8_[A-Za-z0-9]{37,40}' },
  { issuer: 'npm', begins: 'n', form: 'npm_[A-Za-z0-9]{36,255}' },
  { issuer: 'PyPI', begins: 'p', form: 'pypi-[A-Za-z0-9_-]{50,255}' },
  { issuer: 'Docker', begins: 'd', form: 'dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,64}' },
  { issuer: 'DigitalOcean', begins: 'd', form: 'do[opr]_v1_[a-f0-9]{64}' },
  { issuer: 'Databricks', begins: 'd', form: 'dapi[a-f0-9]{32}(?:-[0-9])?' },
  { issuer: 'Shopify', begins: 's', form: 'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}' },
  { issuer: 'Twilio', begins: 'S', form: 'SK[0-9a-f]{32}' },
  { issuer: 'SendGrid', begins: '', behind: '.', form: 'SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{32,64}' },
  { issuer: 'Mailgun', begins: 'k', form: 'key-[0-9a-f]{32}' },
  {
    issuer: 'Discord, bot (seen)',
    begins: 'MNO',
    form: '[MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,40}',
  },
  {
    issuer: 'Discord, webhook',
    begins: '',
    behind: '/',
    form: '(?<=discord(?:app)?\\.com/api/webhooks/[0-9]{17,20}/)[A-Za-z0-9_-]{60,80}',
  },
  { issuer: 'Telegram, bot', begins: '0123456789b', form: '(?:bot)?[0-9]{8,10}:[A-Za-z0-9_-]{35}' },
  { issuer: 'Atlassian', begins: 'A', form: 'ATATT3[A-Za-z0-9_=-]{50,255}' },
  { issuer: 'Notion', begins: 'ns', form: '(?:ntn_[A-Za-z0-9]{40,60}|secret_[A-Za-z0-9]{43})' },
  { issuer: 'Linear', begins: 'l', form: 'lin_api_[A-Za-z0-9]{40}' },
  { issuer: 'HashiCorp Vault', begins: '', behind: '.', form: 'hv[sbr]\\.[A-Za-z0-9_-]{24,255}' },
  { issuer: 'age', begins: 'A', form: 'AGE-SECRET-KEY-1[0-9A-Z]{58}' },
];
