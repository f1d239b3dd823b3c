import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of somebody who has a chatbot: what stands in its body, and what it asks of browsers. */
export interface SitePage {
  readonly body: string;
  readonly policy?: string;
  readonly head?: string;
}

export interface Site {
  /** Such as `http://127.0.0.1:4711`. */
  readonly origin: string;
  /** Puts a page there, and says where. */
  put(page: SitePage): string;
  close(): Promise<void>;
}

/** A small web site of an origin of its own. */
export async function openSite(): Promise<Site> {
  const pages = new Map<string, SitePage>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    if (page === undefined) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(page.policy !== undefined && { 'content-security-policy': page.policy }),
    });
    return response.end(documentOf(page));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${portOf(server.address())}`;
  return {
    origin,
    put(page) {
      const path = `/${pages.size}`;
      pages.set(path, page);
      return origin + path;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function documentOf({ body, head = '' }: SitePage): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A chat</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">${head}</head><body><main><h1>A chat</h1>${body}</main></body></html>`;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the site listens nowhere');
  return address.port;
}
