/** Variables of glibc's `malloc`, in bytes, for the processes that run tests. */
export const OWN_MEMORY: Readonly<Record<string, string>> = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: `${1 << 20}`,
  MALLOC_TRIM_THRESHOLD_: `${4 << 20}`,
};
