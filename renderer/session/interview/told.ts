import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Interview } from './Interview';

/** What the publisher is about to add to the text; it is looked through like the text. */
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
