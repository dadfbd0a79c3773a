/** Who may do what without signing in, and who runs the place. */

export interface Access {
	/** 'nobody' signs in, only the 'owner' does, or 'members' with accounts of their own. */
	signIn: 'nobody' | 'owner' | 'members';
	/** What the one who runs it is called: 'Editor', 'Coordinator'. */
	owner: string;
	/** It was said, not assumed. */
	isSaid: boolean;
	/** It is said that nobody needs an account, and also that somebody has one. */
	contradicts: boolean;
}

const NOBODY =
	/\bno (?:accounts?|sign-?\s?(?:in|up)|log-?\s?in|registration|names?,? no accounts?)\b|\bwithout (?:an? )?(?:accounts?|sign(?:ing)?[ -]?in|login|registration|password)\b|\bno one (?:needs|has) to sign in\b|\bnada de registro\b|\bsin (?:registro|cuenta)\b|\bohne (?:anmeldung|konto|login|registrierung)\b|不用注册|无需(?:注册|登录)|不需要(?:注册|登录)/i;
const OWNER: [RegExp, string][] = [
	[
		/\b(?:our|the|an?) (editor|coordinator|clerk|keeper|chief|librarian|secretary|moderator|organi[sz]ers?|admin(?:istrator)?|owner|staff|manager|teacher|treasurer|warden)s?\b(?=[^.]{0,60}\b(?:signs? in|logs? in|approv\w+|look(?:s|ed) at|creates?|manages?|sees?|after signing in|composes?|marks?|can hide|confirms?))/i,
		''
	],
	[/\b(staff|coordinator|clerk|editor|owner|organisers|organizers|admin),? after signing in\b/i, ''],
	[/\b(keeper|warden|caretaker) of (?:the )?(?:house|place|club)\b/i, ''],
	[
		/\bfor me as the (owner)\b|\bonly (?:me|i) can\b|\bas the (owner)\b|\bi (?:sign|log) in\b|\bmy (?:links|posts)\b[^.]{0,40}\badmin area\b|\bwith password\b/i,
		'Owner'
	],
	[/\badmin (?:area|page|panel)\b|\bat \/admin\b/i, 'Organiser'],
	[/店主|管理员/, '店主'],
	[/\b(?:der|die) (Verwalter|Inhaber|Redakteur|Betreiber)(?:in)?\b/i, ''],
	[/\b(?:el|la) (dueño|dueña|administradora?|editora?)\b/i, '']
];
const MEMBERS =
	/\b(?:make|create|have|need)s? (?:an )?accounts?\b|\buser (?:make|create)s? account|\bsign(?:s|ed)? up\b|\bregister(?:ed)? (?:to|members?|users?)\b|\bmembers?\b(?=[^.]{0,60}\b(?:can|have|write|post|profile|who|follow|message|sign in|log in)\b)|\b(?:people who aren't|non-?) ?members\b|\bmit konto\b|\bkonto\b(?=[^.]{0,30}\b(?:buchen|kann))|\bcon cuenta\b|\bmust make account\b|\bmy (?:account|reservations|bookings|profile)\b|\beach user\b|\bmake a profile\b|\bprofile with\b|注册(?:后|用户)|用户登录/i;

export function accessOf(text: string): Access {
	const isNobody = NOBODY.test(text);
	const owner = OWNER.flatMap(([words, label]) => {
		const match = words.exec(text);
		return match ? [label || match.slice(1).find((group) => group !== undefined) || 'Owner'] : [];
	})[0];
	const withoutNegation = text.replace(new RegExp(NOBODY.source, 'gi'), ' ');
	const isMembers = MEMBERS.test(withoutNegation);
	const contradicts =
		/\bno accounts?\b|\bnobody (?:needs|has) an account|\bno (?:log-?in|sign-?in)\b/i.test(text) &&
		/\bmy account\b|\bsign(?:s)? up\b|\bregister(?:s)? (?:first|to)\b|\b(?:users?|people|members) (?:log|sign) in\b/i.test(
			withoutNegation
		);
	return {
		signIn: isMembers ? 'members' : owner ? 'owner' : 'nobody',
		owner: owner ? owner.charAt(0).toUpperCase() + owner.slice(1).replace(/s$/, '') : 'Owner',
		isSaid: isNobody || isMembers || owner !== undefined,
		contradicts
	};
}
