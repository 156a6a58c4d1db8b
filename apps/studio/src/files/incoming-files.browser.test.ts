import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { layOutPage } from '../testing/page-under-test';
import { IncomingFiles } from './incoming-files';

const fileOf = (name: string, type: string): File => new File(['x'], name, { type });
const PHOTO = fileOf('photo.png', 'image/png');
const CLIP = fileOf('clip.webm', 'video/webm');
const LETTER = fileOf('letter.pdf', 'application/pdf');

const carrying = (...files: File[]): DataTransfer => {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
};
const drag = (name: string, dataTransfer: DataTransfer, over?: EventTarget): DragEvent => {
  const options = { bubbles: true, cancelable: true, dataTransfer, relatedTarget: over ?? null };
  const event = new DragEvent(name, options);
  document.body.dispatchEvent(event);
  return event;
};
const paste = (clipboardData: DataTransfer): ClipboardEvent => {
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
  document.body.dispatchEvent(event);
  return event;
};
const isHinting = (): boolean => document.getElementById('drop-hint')?.hidden === false;

describe('IncomingFiles', () => {
  let incoming: IncomingFiles;
  let taken: string[];
  beforeEach(() => {
    layOutPage();
    taken = [];
    incoming = new IncomingFiles({
      onPicture: ({ name }) => taken.push(`picture ${name}`),
      onMovie: ({ name }) => taken.push(`movie ${name}`),
      onOther: ({ name }) => taken.push(`other ${name}`),
    });
  });
  afterEach(() => incoming.close());

  it('takes dropped pictures and movies, and tells of other files', () => {
    for (const file of [PHOTO, CLIP, LETTER]) {
      expect(drag('drop', carrying(file)).defaultPrevented).toBe(true);
    }
    expect(taken).toEqual(['picture photo.png', 'movie clip.webm', 'other letter.pdf']);
  });

  it('takes of several files the first that is of use', () => {
    drag('drop', carrying(LETTER, CLIP, PHOTO));
    expect(taken).toEqual(['movie clip.webm']);
  });

  it('takes a pasted picture and leaves pasted text to the page', () => {
    expect(paste(carrying(PHOTO)).defaultPrevented).toBe(true);
    const text = new DataTransfer();
    text.setData('text/plain', 'words');
    expect(paste(text).defaultPrevented).toBe(false);
    expect(taken).toEqual(['picture photo.png']);
  });

  it('shows while files are dragged over the page that they are welcome', () => {
    const files = carrying(PHOTO);
    expect(drag('dragover', files).defaultPrevented).toBe(true);
    expect(isHinting()).toBe(true);
    drag('dragleave', files, document.body);
    expect(isHinting()).toBe(true);
    drag('dragleave', files);
    expect(isHinting()).toBe(false);
    drag('dragover', files);
    drag('drop', files);
    expect(isHinting()).toBe(false);
  });

  it('takes neither dragged text nor the page’s own pictures', () => {
    const text = new DataTransfer();
    text.setData('text/plain', 'words');
    expect(drag('dragover', text).defaultPrevented).toBe(false);
    drag('dragstart', carrying(PHOTO));
    expect(drag('dragover', carrying(PHOTO)).defaultPrevented).toBe(false);
    drag('drop', carrying(PHOTO));
    expect(isHinting()).toBe(false);
    expect(taken).toEqual([]);
    drag('dragend', carrying(PHOTO));
    drag('drop', carrying(PHOTO));
    expect(taken).toEqual(['picture photo.png']);
  });
});
