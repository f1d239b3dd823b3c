import type { Layers } from './layers.ts';

export function tokenProblems(_layers: Layers, _here: string): string[] {
  return [];
}
