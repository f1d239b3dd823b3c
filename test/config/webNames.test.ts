import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';

const serve = (section: object) => () => parseConfig({ serve: section }, 'curate.yaml');

test.each([
  [{ origins: ['https://shop.example.com', 'http://localhost:3000', 'http://[::1]:8080'] }],
  [{ hosts: ['curate.example.com', 'curate', 'my_host.internal'] }],
  [{ proxies: ['127.0.0.1', '10.0.0.0/8', '::1', '2001:db8::/32'] }],
])('%j is taken', (section) => {
  expect(serve(section)).not.toThrow();
});

test.each([
  [{ origins: ['https://shop.example.com/'] }, /serve\.origins\[0\]: expected an origin such as/],
  [{ origins: ['shop.example.com'] }, /expected an origin/],
  [{ origins: ['*'] }, /expected an origin/],
  [{ origins: ['https://Shop.example.com'] }, /expected an origin/],
  [{ origins: ['https://shop.example.com:443'] }, /expected an origin/],
  [{ hosts: ['https://curate.example.com'] }, /serve\.hosts\[0\]: expected a name such as/],
  [{ hosts: ['curate.example.com:443'] }, /expected a name/],
  [{ hosts: [''] }, /expected a name/],
  [{ proxies: ['proxy.example.com'] }, /serve\.proxies\[0\]: expected an address such as/],
  [{ proxies: ['10.0.0.0/33'] }, /expected an address/],
  [{ proxies: ['10.0.0.0/0'] }, /expected an address/],
])('%j is refused, with what would do', (section, message) => {
  expect(serve(section)).toThrow(message);
});
