import { Button } from '../../web/ui/button';
import { Input } from '../../web/ui/field';
import { useToast } from '../../web/ui/toast';

export function InviteLink({ link, onClose }: { link: string; onClose: () => void }) {
	const say = useToast();
	const full = location.origin + link;
	const copy = () =>
		navigator.clipboard.writeText(full).then(
			() => say('Link copied'),
			() => say('Copy the link by hand', 'bad')
		);
	return (
		<div className="form">
			<Input
				label="One-time link"
				readOnly
				value={full}
				hint="Send it to the person. It works once, for 7 days, and is not shown again."
				onFocus={(event) => event.target.select()}
			/>
			<div className="form-end">
				<Button icon="copy" onClick={() => void copy()}>
					Copy link
				</Button>
				<Button look="primary" onClick={onClose}>
					Done
				</Button>
			</div>
		</div>
	);
}
