import { WidgetType } from '@codemirror/view';
import { t } from '../../../shared/messages/messages';
import { addChapter, removeChapter, renameChapter } from '../../../shared/edits/changeChapters';
import { LONGEST_HEADING } from '../../../shared/model/chapter';
import { isBlank } from '../../../shared/model/isBlank';
import { indexWords } from '../../../shared/plan/wordIndex';
import type { Interview } from '../../session/interview/Interview';
import { stopsExport } from '../../ui/stopsExport';

/** The editor that contains the headings. */
export interface HeadingHost {
  readonly interview: Interview;
  readonly view: { focus: () => void };
  /** Called when a new heading is left, with the word above whose line it was begun. */
  onHeadingLeft: (wordId: string | null) => void;
}

/** The way a heading is shown, beside its text. */
export interface HeadingLook {
  /** True when an export would be refused for it. */
  stops: boolean;
  /** Tells whether what is looked for is in it, and is the place that is gone to. */
  found: 'one' | 'current' | null;
}

const PLAIN: HeadingLook = { stops: false, found: null };

/**
 * The heading of a chapter, as a field above its line. Leaving it keeps what is written, and removes the heading if it
 * is empty. Escape leaves it as it was.
 */
export class HeadingField extends WidgetType {
  /** @param id of the chapter; null for one that is about to be written. */
  constructor(
    readonly host: HeadingHost,
    readonly id: string | null,
    readonly wordId: string | null,
    readonly text: string,
    readonly look: HeadingLook = PLAIN,
  ) {
    super();
  }

  override eq(other: HeadingField): boolean {
    const { stops, found } = this.look;
    const isSame = other.id === this.id && other.wordId === this.wordId && other.text === this.text;
    return isSame && other.look.stops === stops && other.look.found === found;
  }

  override toDOM(): HTMLElement {
    const { host, id } = this;
    const { interview } = host;
    const box = document.createElement('div');
    box.className = 'chapter';
    fields.set(box, this);
    const field = document.createElement('input');
    field.value = this.text;
    field.maxLength = LONGEST_HEADING;
    field.dir = 'auto';
    field.placeholder = t('Heading');
    field.setAttribute('aria-label', t('Heading of a chapter'));
    box.append(field);
    field.addEventListener('input', () => {
      box.dataset.typed = 'yes';
      interview.noteDraft(box, true);
    });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      if (event.key === 'Escape') this.#forget(box, field);
      host.view.focus();
    });
    // The field may be left while the editor draws, when nothing can be changed.
    field.addEventListener('blur', () => queueMicrotask(() => this.keep(box)));
    if (id === null) queueMicrotask(() => field.focus());
    else {
      box.dataset.chapter = id;
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.className = 'button quiet small';
      remove.textContent = t('Remove');
      remove.setAttribute('aria-label', t('Remove the heading'));
      remove.addEventListener('click', () => {
        interview.execute(removeChapter(interview.document, id));
        host.view.focus();
      });
      box.append(remove);
    }
    this.#showLook(box, field);
    return box;
  }

  override updateDOM(box: HTMLElement): boolean {
    const field = box.querySelector('input');
    if (this.id === null || box.dataset.chapter !== this.id || !field) return false;
    // What is being written is not replaced by a change from elsewhere.
    if (box.dataset.typed === undefined) field.value = this.text;
    this.#showLook(box, field);
    return true;
  }

  #showLook(box: HTMLElement, field: HTMLInputElement): void {
    const { stops, found } = this.look;
    box.classList.toggle('found', found !== null);
    box.classList.toggle('current', found === 'current');
    const note = box.querySelector('.chapter-stops');
    if (!stops) {
      note?.remove();
      field.removeAttribute('aria-describedby');
    } else if (!note) {
      const made = stopNote(`stops-${this.id}`);
      box.append(made);
      field.setAttribute('aria-describedby', made.id);
    }
  }

  override ignoreEvent(): boolean {
    return true;
  }

  override destroy(box: HTMLElement): void {
    queueMicrotask(() => this.keep(box));
  }

  /** Makes a change of the document from what is written. Does nothing if that is kept already. */
  keep(box: HTMLElement): void {
    const { host, id, wordId } = this;
    const { interview } = host;
    const field = box.querySelector('input');
    const typed = field?.value ?? '';
    const isTyped = box.dataset.typed !== undefined;
    this.#settle(box);
    if (id === null) host.onHeadingLeft(wordId);
    if (!isTyped) return;
    if (id === null) {
      const at = indexWords(interview.document.words).at.get(wordId ?? '');
      if (at !== undefined) interview.execute(addChapter(interview.document, at, typed)?.command ?? null);
    } else if (isBlank(typed)) interview.execute(removeChapter(interview.document, id));
    else interview.execute(renameChapter(interview.document, id, typed));
    // The document may keep a tidier form, or none where it is no heading.
    if (id !== null && field) field.value = this.#kept;
  }

  #forget(box: HTMLElement, field: HTMLInputElement): void {
    field.value = this.#kept;
    this.#settle(box);
  }

  get #kept(): string {
    return this.host.interview.document.chapters.find(({ id }) => id === this.id)?.text ?? '';
  }

  #settle(box: HTMLElement): void {
    delete box.dataset.typed;
    this.host.interview.noteDraft(box, false);
  }
}

/** Tells that an export would be refused. */
function stopNote(id: string): HTMLElement {
  const note = document.createElement('p');
  note.className = 'chapter-stops stops-export';
  note.id = id;
  note.textContent = stopsExport();
  return note;
}

const fields = new WeakMap<Element, HeadingField>();

/** Keeps the heading that is being written, if there is one. */
export const keepHeading = (editor: HTMLElement): void => {
  const box = editor.querySelector<HTMLElement>('.chapter[data-typed]');
  if (box) fields.get(box)?.keep(box);
};
