/* Preloaded into a process, it lets chosen system calls fail on files below one folder. Which, is read from a file that the
   process and its parent share: struct control. Built by faulty-disk.ts for npm run test:long; no part of the program. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum call { NONE, WRITE, READ, SYNC, TRUNCATE, REMOVE, NAME, OPEN };

/* Six numbers of four bytes, in the order that faulty-disk.ts writes and reads. */
struct control {
  volatile int call;    /* enum call; NONE: nothing fails */
  volatile int error;   /* errno, or 0: a write or read is cut in half */
  volatile int nth;     /* the first such call that fails, from 1 */
  volatile int onwards; /* 1: all later ones too */
  volatile int counted; /* such calls since it was set */
  volatile int failed;  /* of these */
};

static struct control *control;
static const char *folder;

__attribute__((constructor)) static void begin(void) {
  const char *name = getenv("RACKWRIGHT_FAULT_CONTROL");
  folder = getenv("RACKWRIGHT_FAULT_FOLDER");
  if (!name || !folder) return;
  int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open64");
  int descriptor = real_open(name, O_RDWR);
  if (descriptor < 0) abort();
  void *shared = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  if (shared == MAP_FAILED) abort();
  control = shared;
}

static int below(const char *path) { return path && strncmp(path, folder, strlen(folder)) == 0; }

/* Whether this call fails: it is counted when its file lies below the folder. */
static int fails(enum call call, const char *path) {
  if (!control || control->call != (int)call || !below(path)) return 0;
  int number = __sync_add_and_fetch(&control->counted, 1);
  if (number != control->nth && !(control->onwards && number > control->nth)) return 0;
  __sync_add_and_fetch(&control->failed, 1);
  return 1;
}

static int fails_on(enum call call, int descriptor) {
  if (!control || control->call != (int)call) return 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return fails(call, path);
}

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define REFUSE() do { errno = control->error; return -1; } while (0)

#define SIZED(call, buffer, ...) \
  do { \
    if (!fails_on(call, descriptor)) return real(descriptor, buffer, size, ##__VA_ARGS__); \
    if (control->error) REFUSE(); \
    return real(descriptor, buffer, size > 1 ? size / 2 : size, ##__VA_ARGS__); \
  } while (0)

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  SIZED(WRITE, bytes, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t size) {
  REAL(ssize_t, "write", int, const void *, size_t);
  SIZED(WRITE, bytes);
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  if (fails_on(WRITE, descriptor) && control->error) REFUSE();
  return real(descriptor, parts, count);
}

ssize_t sendfile64(int to, int from, off64_t *offset, size_t size) {
  REAL(ssize_t, "sendfile64", int, int, off64_t *, size_t);
  if (fails_on(WRITE, to) && control->error) REFUSE();
  return real(to, from, offset, size);
}

ssize_t pread64(int descriptor, void *bytes, size_t size, off64_t offset) {
  REAL(ssize_t, "pread64", int, void *, size_t, off64_t);
  SIZED(READ, bytes, offset);
}

ssize_t read(int descriptor, void *bytes, size_t size) {
  REAL(ssize_t, "read", int, void *, size_t);
  SIZED(READ, bytes);
}

int fsync(int descriptor) {
  REAL(int, "fsync", int);
  if (fails_on(SYNC, descriptor)) REFUSE();
  return real(descriptor);
}

int fdatasync(int descriptor) {
  REAL(int, "fdatasync", int);
  if (fails_on(SYNC, descriptor)) REFUSE();
  return real(descriptor);
}

int ftruncate64(int descriptor, off64_t size) {
  REAL(int, "ftruncate64", int, off64_t);
  if (fails_on(TRUNCATE, descriptor)) REFUSE();
  return real(descriptor, size);
}

int ftruncate(int descriptor, off_t size) {
  REAL(int, "ftruncate", int, off_t);
  if (fails_on(TRUNCATE, descriptor)) REFUSE();
  return real(descriptor, size);
}

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  if (fails(REMOVE, path)) REFUSE();
  return real(path);
}

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  if (fails(NAME, to)) REFUSE();
  return real(from, to);
}

int link(const char *from, const char *to) {
  REAL(int, "link", const char *, const char *);
  if (fails(NAME, to)) REFUSE();
  return real(from, to);
}

/* Opening takes a mode only where it may make the file. */
#define OPENING(name, flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = va_arg(rest, mode_t); \
    va_end(rest); \
  } \
  REAL(int, name, const char *, int, ...); \
  if (fails(OPEN, path)) REFUSE(); \
  return real(path, flags, mode)

int open64(const char *path, int flags, ...) { OPENING("open64", flags); }
int open(const char *path, int flags, ...) { OPENING("open", flags); }
