import { useStored } from '../../core/stored';
import { added, countOf, numbered, totalOf, type BasketLine } from './logic';

const NONE: BasketLine[] = [];

/** The cart of a shop, kept on the device until something is ordered. @param collection of its products */
export function useBasket(collection: string) {
	const [lines, setLines] = useStored(`${collection}-basket`, NONE);
	return {
		lines,
		count: countOf(lines),
		total: totalOf(lines),
		add: (line: BasketLine) => setLines((now) => added(now, line)),
		setNumber: (key: string, number: number) => setLines((now) => numbered(now, key, number)),
		clear: () => setLines(NONE)
	};
}
