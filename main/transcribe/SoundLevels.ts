export * from '../ingest/listening/SoundLevels';
