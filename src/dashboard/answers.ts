/**
 * What the page takes of the service's answers. The report's types are the reports'; these are stated anew, since the
 * service's own lie among what browsers do not have. `test/dashboard/answers.test.ts` holds one against the other.
 */

export interface ShownComment {
  readonly conversation_id: string;
  readonly timestamp: string | null;
  readonly stars: number | null;
  readonly thumbs: 'up' | 'down' | null;
  readonly comment: string;
}

export interface ShownExport {
  readonly id: string;
  readonly format: string;
  readonly status: 'waiting' | 'running' | 'done' | 'failed' | 'replaced';
  readonly requested: string;
  readonly ended: string | null;
  readonly report: unknown;
  readonly problem: string | null;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}
