import { expect, it } from 'vitest';
import { attachedWords, MAX_ATTACHMENT_LENGTH, readAttachment } from '../../../src/lib/app/attachments';

it('a text is attached as words, a long one with what is left out', async () => {
	const short = await readAttachment(new File(['# Wishes'], 'wishes.md'));
	expect(attachedWords([short])).toBe('\n\nAttached, wishes.md:\n# Wishes');
	const long = await readAttachment(new File(['x'.repeat(MAX_ATTACHMENT_LENGTH + 5)], 'long.txt'));
	expect([long.text.length, long.length]).toEqual([MAX_ATTACHMENT_LENGTH, MAX_ATTACHMENT_LENGTH + 5]);
});
it('what is no text is refused with what to do instead', async () => {
	const bytes = new Uint8Array([137, 80, 0, 255]);
	for (const [name, said] of [
		['logo.png', /is a picture/],
		['spec.pdf', /is no text/]
	] as const)
		await expect(readAttachment(new File([bytes], name))).rejects.toMatchObject({
			code: 'ATTACHMENT_NOT_TEXT',
			message: expect.stringMatching(said),
			data: { action: expect.any(String) }
		});
});
