/** A node of acorn's tree. Its members depend on `type`; see the ESTree specification. */
export interface AnyNode {
	type: string;
	start: number;
	end: number;
	[key: string]: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- one type for all nodes keeps the walk readable
}
