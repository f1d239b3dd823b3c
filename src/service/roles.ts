/**
 * What a token allows: `write` hands over conversations and feedback, `feedback` only feedback (for tokens that stand in web
 * pages), `read` sees numbers and comments, `export` makes data sets and fetches them, `admin` all of it.
 */
export const ROLES = ['write', 'feedback', 'read', 'export', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Whether who has `roles` may do what needs `needed`. */
export function mayDo(roles: ReadonlySet<Role>, needed: Role): boolean {
  if (roles.has('admin') || roles.has(needed)) return true;
  return needed === 'feedback' && roles.has('write');
}
