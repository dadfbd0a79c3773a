import { expect, it } from 'vitest';
import { protocolDoc } from '../../support/protocol-doc';

it('docs/protocol.md says what the schemas say', async () => {
	await expect(protocolDoc()).toMatchFileSnapshot('../../../docs/protocol.md');
});
