export interface WheelParameters {
	title: string;
	intro?: string;
	entries: string[];
	/** Whether entries can be added and removed, kept on the device. */
	mayEdit: boolean;
	/** Whether what was drawn can be taken off the wheel. */
	removesDrawn: boolean;
}
