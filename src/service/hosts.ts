import { isIP } from 'node:net';
import { Refusal } from './refusal.ts';

/**
 * Against pages that let their own name point to this machine (DNS rebinding): such a page can only ask by its name. An
 * address in the place of a name is nobody's to point elsewhere, so every address passes.
 *
 * @param host the header `Host`
 * @param names `serve.hosts`, in small letters
 * @throws Refusal 421 for a name that is not ours, 400 where none is given
 */
export function checkHost(host: string | undefined, names: ReadonlySet<string>): void {
  if (host === undefined || host === '') throw new Refusal(400, 'The request has no header `Host`.');
  const name = nameOf(host);
  if (name === undefined) throw new Refusal(400, 'The header `Host` is not a name or an address.');
  if (isIP(name) !== 0 || isLoopbackName(name) || names.has(name)) return;
  throw new Refusal(421, 'The service is not known by this name; add it to `serve.hosts`.');
}

/**
 * Against pages that ask from a browser of somebody who can reach the service: they come from where the service is, or
 * from where `serve.origins` says. Programs send no `Origin`.
 *
 * @throws Refusal 403
 */
export function checkOrigin(origin: string | undefined, host: string | undefined, origins: ReadonlySet<string>): void {
  if (origin === undefined || origins.has(origin)) return;
  const own = host?.toLowerCase();
  if (origin === `http://${own}` || origin === `https://${own}`) return;
  throw new Refusal(403, 'Pages of this origin may not ask; add it to `serve.origins`.');
}

/** Names and addresses that mean this machine and no other (RFC 6761, 6.3; RFC 5735; RFC 4291). */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return isLoopbackName(name) || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost');
}

/** Without the port, without the brackets of an IPv6 address, in small letters; nothing for what is no host. */
function nameOf(host: string): string | undefined {
  const [, six, name] = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/i.exec(host) ?? [];
  return (six ?? name)?.toLowerCase();
}
