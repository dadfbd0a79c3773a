import { client } from './client';
import type { Frame } from './frame';
import type { Blueprint } from '../domain/blueprint';
import { fullstack } from './fullstack';
import { own } from './own';
import { site } from './site';

/** The frames that apps are built on, in the order in which an architect should think of them. */
export const frames: readonly Frame[] = [client, site, fullstack];

/** A frame by its name; management apps are what a blueprint means that names none that there is. */
export const frameNamed = (name: string | undefined): Frame => frames.find((frame) => frame.name === name) ?? fullstack;

/** The frame of a blueprint; a project without one stands on a stack of its own. */
export const frameOf = (blueprint: Pick<Blueprint, 'frame'> | null): Frame => (blueprint ? frameNamed(blueprint.frame) : own);
