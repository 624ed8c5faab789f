import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Interview } from './Interview';

/** The words that the publisher is about to add to the text; they are searched like the text. */
export interface ToldAround {
  title?: string;
  intro?: string;
  /** The folder to export to. */
  out?: string;
}

const stores = new WeakMap<Interview, StoreApi<ToldAround>>();

export function toldOf(interview: Interview): StoreApi<ToldAround> {
  const store = stores.get(interview) ?? createStore<ToldAround>(() => ({}));
  stores.set(interview, store);
  return store;
}
