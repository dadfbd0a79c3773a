/** Requirements to start from, one click each. */
export const EXAMPLES: { label: string; text: string }[] = [
	{
		label: 'Customer dashboard',
		text: 'Build a customer dashboard with real-time analytics and user management. Sales managers sign in and see revenue per day, new customers per week and the ten best customers, live. Admins invite users and choose their role; viewers may look but not change anything.'
	},
	{
		label: 'Appointment book for a clinic',
		text: 'An appointment book for a small clinic. Patients have a name, phone number and birth date. Receptionists book, move and cancel appointments with a doctor in a calendar; a doctor cannot be booked twice at the same time. Doctors see their own day.'
	},
	{
		label: 'Invoices for freelancers',
		text: 'An invoicing app for freelancers. Clients, projects with an hourly rate, time entries, and invoices with line items and VAT. An invoice is draft, sent, paid or overdue. A dashboard shows income per month and what is still open.'
	},
	{
		label: 'Kanban with sprints',
		text: 'A kanban board for a software team. Tasks have a title, assignee, priority and due date, and move between To do, In progress, Review and Done by dragging. Tasks belong to sprints; a chart shows how many are left each day.'
	},
	{
		label: 'Recipe community',
		text: 'A recipe site. Anyone can browse and search recipes by ingredient and cooking time. Members sign up, publish recipes with photos and steps, rate others from 1 to 5 stars and keep favourites. Warm, earthy colours.'
	}
];
