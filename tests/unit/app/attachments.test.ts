import { expect, it } from 'vitest';
import { attachedPictures, attachedWords, MAX_ATTACHMENT_LENGTH, readAttachment } from '../../../src/lib/app/attachments';

it('a text is attached as words, a long one with what is left out', async () => {
	const short = await readAttachment(new File(['# Wishes'], 'wishes.md'));
	expect(attachedWords([short])).toBe('\n\nAttached, wishes.md:\n# Wishes');
	const long = await readAttachment(new File(['x'.repeat(MAX_ATTACHMENT_LENGTH + 5)], 'long.txt'));
	expect(long).toMatchObject({ text: 'x'.repeat(MAX_ATTACHMENT_LENGTH), length: MAX_ATTACHMENT_LENGTH + 5 });
});
it('what is neither text nor a picture that can be read is refused with what to do instead', async () => {
	const bytes = new Uint8Array([137, 80, 0, 255]);
	for (const [name, said] of [
		['logo.png', /is a picture/],
		['spec.pdf', /is neither text nor a picture/]
	] as const)
		await expect(readAttachment(new File([bytes], name))).rejects.toMatchObject({
			code: 'ATTACHMENT_NOT_TEXT',
			message: expect.stringMatching(said),
			data: { action: expect.any(String) }
		});
});
it('pictures are apart from the words: rules would take a word of them for a wish', () => {
	const picture = { name: 'shot.png', url: 'data:image/png;base64,AAAA' };
	const attached = [
		{ name: 'shot.png', picture },
		{ name: 'a.md', text: 'A', length: 1 }
	];
	expect([attachedWords(attached), attachedPictures(attached)]).toEqual(['\n\nAttached, a.md:\nA', [picture]]);
});
