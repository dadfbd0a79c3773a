/** From a reading to the plan of an app of pages and blocks, by its kind; nothing for kinds that are no such app. */
import type { Kind } from '../reading/kind-words';
import type { Reading } from '../reading/reading';
import { contextOf, type Context } from './context';
import { composeBooking } from './kinds/booking';
import { composeGame } from './kinds/games';
import { composeAdvisor, composeAssistant } from './kinds/helpers';
import { composeLessons } from './kinds/lessons';
import { composeDirectory } from './kinds/listings';
import { composeMedia } from './kinds/media';
import { composeShifts, composeSocial } from './kinds/people';
import { composePlanner, composeRecords } from './kinds/planning';
import { composeQuiz, composeSurvey, composeSurveyDesk } from './kinds/questions';
import { composeReadings } from './kinds/readings';
import { composeResume } from './kinds/resume';
import { composeShop } from './kinds/shop';
import { composeSite } from './kinds/site';
import { composeLinks, composeTool } from './kinds/tools';
import { composeBlog } from './kinds/writing';
import type { AppPlan } from './parts';

/** Below this no word speaks for any kind of app. */
export const LEAST_CONFIDENCE = 0.25;

type Composer = (context: Context) => AppPlan | undefined;

const COMPOSERS: Partial<Record<Kind, Composer>> = {
	game: composeGame,
	tool: composeTool,
	planner: composePlanner,
	records: composeRecords,
	quiz: composeQuiz,
	lessons: composeLessons,
	survey: composeSurvey,
	'survey-desk': composeSurveyDesk,
	advisor: composeAdvisor,
	assistant: composeAssistant,
	readings: composeReadings,
	resume: composeResume,
	portfolio: composeSite,
	landing: composeSite,
	brochure: composeSite,
	blog: composeBlog,
	directory: composeDirectory,
	shop: composeShop,
	booking: composeBooking,
	shifts: composeShifts,
	media: composeMedia,
	social: composeSocial,
	links: composeLinks
};

/** Undefined for management apps, and where the kind is clear but its subject is not known well enough to say anything true. */
export function compose(reading: Reading): AppPlan | undefined {
	const composer = COMPOSERS[reading.guess.kind];
	if (!composer || reading.language === 'other' || reading.guess.confidence < LEAST_CONFIDENCE) return undefined;
	const plan = composer(contextOf(reading, 'My app'));
	return plan && { ...plan, assumptions: [...new Set(plan.assumptions)] };
}
