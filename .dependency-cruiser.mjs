/**
 * What each folder may import, and why. Anything else fails `npm run lint`, and so do an entry that nothing uses, a cycle
 * (of types, too) and a module that cannot be found. A folder always may import from itself.
 *
 * shared ← system ← vault, media ← services ← app ← rpc ← cli, window ← entries; the renderer imports only shared.
 */
export const MAY_IMPORT = {
  // Pure TypeScript: no Node, no DOM, no Electron; each imports only those above it.
  'shared/model': {
    zod: 'the types of all that is stored or told are schemas',
  },
  'shared/text': {
    'shared/model': 'words are what is compared and joined',
  },
  'shared/document': {
    'shared/model': 'a document is made of these',
    zod: 'documents and commands come from files and from other processes',
  },
  'shared/plan': {
    'shared/model': 'words, spans and markers',
    'shared/text': 'how words are joined and split',
    'shared/document': 'a plan is made from a document',
  },
  'shared/leaks': {
    'shared/model': 'entities, places, likeness',
    'shared/text': 'folding and confusable signs',
    'shared/document': 'what is withheld is written there',
    'shared/plan': 'what will be published is what is searched',
  },
  'shared/edits': {
    'shared/model': 'what is changed',
    'shared/text': 'finding words',
    'shared/document': 'an edit is a command on a document',
    'shared/plan': 'which places are withheld already',
    'shared/leaks': 'the names of an entity, and whether a word stands as one',
  },
  'shared/mask': {
    'shared/model': 'kinds of masks, and spans',
    'shared/plan': 'the samples of a span',
  },
  'shared/contract': {
    'shared/model': 'what is told',
    'shared/document': 'documents and commands are told whole',
    zod: 'each method is a pair of schemas',
  },

  // The machine.
  'main/system': {
    'shared/model': 'errors',
    'shared/contract': 'progress',
    node: 'processes, files, paths',
  },
  'main/vault': {
    'shared/model': 'errors and media',
    'shared/document': 'what is stored',
    'shared/contract': 'progress',
    'main/system': 'atomic files',
    node: 'files, keys, streams',
    '@signalapp/sqlcipher': 'the encrypted database',
    zod: 'the types of documents',
  },
  'main/media': {
    'shared/model': 'media and errors',
    'shared/document': 'which mix of channels carries the speech',
    'main/system': 'ffmpeg',
    'main/vault': 'the sealed recording',
    node: 'streams',
  },

  // Services: they do not know one another.
  'main/ingest': {
    'shared/model': 'media, words, errors',
    'shared/text': 'cutting and aligning words',
    'shared/plan': 'how long words are, to fit them to a recording',
    'shared/contract': 'progress',
    'main/system': 'ffmpeg, files',
    'main/vault': 'where a recording is sealed',
    'main/media': 'what import, export and playback share of media',
    node: 'files, streams',
    zod: 'what ffprobe and other programs write',
    chardet: 'the encodings of old transcripts',
    entities: 'the characters that subtitles write by name',
  },
  'main/playback': {
    'shared/model': 'media and errors',
    'shared/contract': 'progress',
    'main/system': 'ffmpeg, progress',
    'main/vault': 'where it is kept',
    'main/media': 'decoding',
    node: 'streams',
    zod: 'what ffprobe writes',
  },
  'main/speech': {
    'shared/model': 'spans and errors',
    'shared/plan': 'joining spans',
    'shared/contract': 'progress',
    'main/system': 'paths, progress',
    'main/vault': 'the sealed recording',
    'main/media': 'decoding, and mixes of channels',
    node: 'the worker',
    'onnxruntime-web': 'runs the detector',
  },
  'main/transcribe': {
    'shared/model': 'words, spans, errors',
    'shared/text': 'cutting and comparing words',
    'shared/document': 'what is heard is a command',
    'shared/plan': 'spans of words',
    'shared/edits': 'the form in which spans are asked for',
    'shared/contract': 'progress, and how models are told',
    'main/system': 'the transcriber’s process',
    'main/vault': 'where words are kept as they are heard',
    'main/media': 'decoding, and mixes of channels',
    resources: 'the list of published models',
    node: 'files, processors',
    zod: 'what the transcriber writes',
  },
  'main/detect': {
    'shared/model': 'suggestions',
    'shared/document': 'what is looked through',
    'shared/leaks': 'what is known of names, and what is left',
    'main/system': 'paths',
    node: 'lists, the worker',
    compromise: 'English words and their kinds',
    'double-metaphone': 'what sounds alike',
    'fastest-levenshtein': 'what is spelled alike',
    'libphonenumber-js': 'telephone numbers',
    pbf: 'the list of places',
    transliteration: 'names in other scripts',
  },
  'main/export': {
    'shared/model': 'formats, covers, media, errors',
    'shared/text': 'joining words, times, directions',
    'shared/document': 'what was exported before',
    'shared/plan': 'what is published',
    'shared/leaks': 'whether anything withheld is left in it',
    'shared/mask': 'what masks sound like',
    'shared/contract': 'what was asked for',
    'main/system': 'ffmpeg, files',
    'main/vault': 'the sealed recording',
    'main/media': 'decoding',
    node: 'files, streams, digests',
    docx: 'writes DOCX',
    fflate: 'packs it the same way each time',
  },
  'main/verify': {
    'shared/model': 'checks, covers, media, errors',
    'shared/text': 'folding and times',
    'shared/document': 'what was exported',
    'shared/plan': 'what should be published',
    'shared/leaks': 'whether anything withheld is in it',
    'shared/mask': 'what a mask has to sound like',
    'shared/contract': 'how far it is to be heard again',
    'main/system': 'ffmpeg',
    'main/vault': 'the sealed recording, to compare with',
    'main/media': 'decoding, and mixes of channels',
    node: 'files, streams, digests',
    zod: 'what ffprobe writes',
    parse5: 'reads HTML back',
    saxes: 'reads DOCX back',
  },

  // The application.
  'main/app': {
    'shared/model': 'errors and words',
    'shared/document': 'what use cases work on',
    'shared/plan': 'what will be withheld',
    'shared/leaks': 'what is suggested',
    'shared/edits': 'what use cases do',
    'shared/contract': 'the methods that are carried out',
    'main/system': 'files, single flight',
    'main/vault': 'the open interviews',
    'main/ingest': 'import',
    'main/playback': 'what is played',
    'main/speech': 'where somebody speaks',
    'main/transcribe': 'words, and where they are said',
    'main/detect': 'suggestions',
    'main/export': 'what is published',
    'main/verify': 'whether it is safe',
    node: 'paths',
    zod: 'the types of the contract',
  },
  'main/rpc': {
    'shared/model': 'errors',
    'shared/contract': 'methods and envelopes',
    'main/app': 'who answers',
    zod: 'checks what is asked',
  },
  'main/cli': {
    'shared/model': 'what is told',
    'shared/text': 'times',
    'shared/leaks': 'places of words',
    'shared/contract': 'methods',
    'main/system': 'files and folders',
    'main/rpc': 'who is asked',
    node: 'the terminal',
    commander: 'reads command lines',
    zod: 'files of marks and covers',
  },
  'main/window': {
    'shared/contract': 'events, and what only the window asks for',
    'main/app': 'the types of handlers',
    node: 'files of the page',
    electron: 'types only: entries bring the real one',
  },
  main: {
    'shared/model': 'errors',
    'shared/contract': 'what crosses the bridge',
    'main/cli': 'entry of the command line',
    'main/rpc': 'entry of the window',
    'main/window': 'entry of the window',
    node: 'processes',
    electron: 'only entries load it',
    'electron-store': 'settings',
    zod: 'settings',
  },
};

/** Packages are named by what is imported; all that Node brings is `node`. */
export const cruiseOptions = {
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  tsConfig: { fileName: 'tsconfig.json' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'types', 'node', 'default'],
  },
};

export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Modules that need one another are one module, or miss one that both can import.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-found',
      comment: 'What is imported has to be there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: cruiseOptions,
};
