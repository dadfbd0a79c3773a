import { expect, test } from 'vitest';
import { withoutDomain } from '../../../workers/engine/preview/page/host-cookies';

test.each([
	['a=b', 'a=b'],
	['a=b; Path=/; Domain=tabsmith.localhost; Secure', 'a=b; Path=/; Secure'],
	['a=b;\tDOMAIN =.tabsmith.localhost;domain', 'a=b'],
	['domain=x; path=/', 'domain=x; path=/'],
	['a=domain=x', 'a=domain=x']
])('%j is set as %j', (cookie, kept) => expect(withoutDomain(cookie)).toBe(kept));
