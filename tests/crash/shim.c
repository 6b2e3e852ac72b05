/*
 * Write log and error injection for the crash harness (reliability design §2.1 and §2.8). Loaded by LD_PRELOAD.
 *
 * Every call that changes a file or a folder below CRASH_DIR is done and written down under one lock, so that the log
 * has the order in which the kernel saw them. CRASH_LOG takes the records, CRASH_ACK is the file whose writes become
 * acknowledgements, CRASH_CONTROL is a small shared file through which a test arms one fault. Names that end in -shm
 * are left out: SQLite rebuilds them.
 *
 * Record: op (1 byte), process (4), descriptor (4), value (8), length (4), payload. Little endian.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { NONE, WRITE, SYNC, RENAME, OPEN };
enum { A_KIND, A_NTH, A_ERRNO, A_LASTING, A_AMONG, COUNTS, FIRED = COUNTS + 5 };
/* Which files a fault is for: all, or only the database, the marks, the archive of keys. */
enum among { ALL, DATABASE, MARKS, KEYS, OTHER };

#define MOST_FDS 65536
/* 0 not ours, 1 file or folder below CRASH_DIR, 2 the file of acknowledgements. */
static unsigned char ours[MOST_FDS];
static unsigned char groups[MOST_FDS];
static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char dir[PATH_MAX], ack[PATH_MAX];
static size_t dirLength;
static int logFd = -1;
static volatile int32_t *control;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (found == NULL) abort();
  return found;
}

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("CRASH_DIR"), *file = getenv("CRASH_LOG"), *told = getenv("CRASH_ACK");
  const char *shared = getenv("CRASH_CONTROL");
  if (folder == NULL) return;
  snprintf(dir, sizeof dir, "%s", folder);
  dirLength = strlen(dir);
  snprintf(ack, sizeof ack, "%s", told == NULL ? "" : told);
  if (file != NULL) logFd = REAL(open)(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file != NULL && logFd < 0) abort();
  if (shared != NULL) {
    int fd = REAL(open)(shared, O_RDWR | O_CLOEXEC);
    control = mmap(NULL, 64, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (fd < 0 || control == MAP_FAILED) abort();
    REAL(close)(fd);
  }
}

/* Absolute path of a name below CRASH_DIR; 0 when it is elsewhere or an index that SQLite rebuilds. */
static int inside(int at, const char *name, char *path) {
  if (dirLength == 0 || name == NULL) return 0;
  if (name[0] == '/') snprintf(path, PATH_MAX, "%s", name);
  else if (at == AT_FDCWD) return 0;
  else {
    char link[64], folder[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", at);
    ssize_t length = readlink(link, folder, sizeof folder - 1);
    if (length < 0) return 0;
    folder[length] = 0;
    if (snprintf(path, PATH_MAX, "%s/%s", folder, name) >= PATH_MAX) return 0;
  }
  size_t length = strlen(path);
  while (length > 1 && path[length - 1] == '/') path[--length] = 0;
  if (strncmp(path, dir, dirLength) != 0 || (path[dirLength] != 0 && path[dirLength] != '/')) return 0;
  return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

static enum among groupOf(const char *path) {
  const char *name = strrchr(path, '/');
  name = name == NULL ? path : name + 1;
  if (strncmp(name, "registro.e", 10) == 0) return DATABASE;
  if (strncmp(name, "mark.", 5) == 0) return MARKS;
  return strncmp(name, "keyring.json", 12) == 0 ? KEYS : OTHER;
}

static void put(char op, int fd, int64_t value, const void *data, uint32_t length) {
  if (logFd < 0) return;
  unsigned char head[21];
  uint32_t process = (uint32_t)getpid();
  head[0] = (unsigned char)op;
  memcpy(head + 1, &process, 4);
  memcpy(head + 5, &fd, 4);
  memcpy(head + 9, &value, 8);
  memcpy(head + 17, &length, 4);
  struct iovec parts[2] = {{head, sizeof head}, {(void *)data, length}};
  if (REAL(writev)(logFd, parts, 2) != (ssize_t)(sizeof head + length)) abort();
}

/* True when this call is the one to fail: sets errno. */
static int fails(enum kind kind, enum among group) {
  if (control == NULL || (control[A_AMONG] != ALL && control[A_AMONG] != (int32_t)group)) return 0;
  int32_t count = ++control[COUNTS + kind];
  if (control[A_KIND] != (int32_t)kind) return 0;
  if (control[A_LASTING] ? count < control[A_NTH] : count != control[A_NTH]) return 0;
  control[FIRED] += 1;
  errno = control[A_ERRNO];
  return 1;
}

static int isOurs(int fd) {
  if (fd < 0 || fd >= MOST_FDS || ours[fd] == 0) return 0;
  struct stat found;
  /* A number that was given back by a thread without our `close` may be another thing by now, as the bell of a loop. */
  if (ours[fd] == 1 && (fstat(fd, &found) != 0 || !(S_ISREG(found.st_mode) || S_ISDIR(found.st_mode)))) ours[fd] = 0;
  return ours[fd];
}

#define LOCKED(type, work) \
  pthread_mutex_lock(&lock); \
  type answer = work; \
  int after = errno; \
  pthread_mutex_unlock(&lock); \
  errno = after; \
  return answer;

static int opened(int at, const char *name, int flags, mode_t mode) {
  char path[PATH_MAX];
  __typeof__(&openat) call = REAL(openat);
  if (ack[0] != 0 && strcmp(name, ack) == 0) {
    int fd = call(at, name, flags, mode);
    if (fd >= 0 && fd < MOST_FDS) ours[fd] = 2;
    return fd;
  }
  if (!inside(at, name, path)) {
    int fd = call(at, name, flags, mode);
    if (fd >= 0 && fd < MOST_FDS) ours[fd] = 0;
    return fd;
  }
  if (fails(OPEN, groupOf(path))) return -1;
  int fd = call(at, name, flags, mode);
  if (fd < 0) return fd;
  struct stat found;
  if (fd >= MOST_FDS || fstat(fd, &found) != 0) abort();
  ours[fd] = 1;
  groups[fd] = groupOf(path);
  int64_t value = (flags & (O_CREAT | O_TRUNC)) | (S_ISDIR(found.st_mode) ? (int64_t)1 << 32 : 0);
  put('O', fd, value, path, (uint32_t)strlen(path));
  return fd;
}

#define OPEN_MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = (mode_t)va_arg(rest, int); \
    va_end(rest); \
  }

int open(const char *name, int flags, ...) { OPEN_MODE(flags) LOCKED(int, opened(AT_FDCWD, name, flags, mode)) }
int open64(const char *name, int flags, ...) { OPEN_MODE(flags) LOCKED(int, opened(AT_FDCWD, name, flags, mode)) }
int openat(int at, const char *name, int flags, ...) { OPEN_MODE(flags) LOCKED(int, opened(at, name, flags, mode)) }
int openat64(int at, const char *name, int flags, ...) { OPEN_MODE(flags) LOCKED(int, opened(at, name, flags, mode)) }

/* Where a write without a place goes. */
static off_t placeOf(int fd) {
  if (fcntl(fd, F_GETFL) & O_APPEND) {
    struct stat found;
    if (fstat(fd, &found) != 0) abort();
    return found.st_size;
  }
  return lseek(fd, 0, SEEK_CUR);
}

static ssize_t written(int fd, const void *data, size_t length, off_t place, int isPlaced) {
  int whose = isOurs(fd);
  if (whose == 1 && fails(WRITE, groups[fd])) return -1;
  off_t at = whose == 1 && !isPlaced ? placeOf(fd) : place;
  ssize_t done = isPlaced ? REAL(pwrite64)(fd, data, length, place) : REAL(write)(fd, data, length);
  if (done > 0 && whose == 1) put('W', fd, at, data, (uint32_t)done);
  if (done > 0 && whose == 2) put('A', fd, 0, data, (uint32_t)done);
  return done;
}

static ssize_t gathered(int fd, const struct iovec *parts, int count, off_t place, int isPlaced) {
  size_t length = 0;
  for (int part = 0; part < count; part += 1) length += parts[part].iov_len;
  char *data = malloc(length + 1);
  size_t at = 0;
  for (int part = 0; part < count; at += parts[part].iov_len, part += 1)
    memcpy(data + at, parts[part].iov_base, parts[part].iov_len);
  ssize_t done = written(fd, data, length, place, isPlaced);
  free(data);
  return done;
}

ssize_t write(int fd, const void *data, size_t length) {
  if (!isOurs(fd)) return REAL(write)(fd, data, length);
  LOCKED(ssize_t, written(fd, data, length, 0, 0))
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t place) {
  if (!isOurs(fd)) return REAL(pwrite)(fd, data, length, place);
  LOCKED(ssize_t, written(fd, data, length, place, 1))
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t place) {
  if (!isOurs(fd)) return REAL(pwrite64)(fd, data, length, place);
  LOCKED(ssize_t, written(fd, data, length, place, 1))
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (!isOurs(fd)) return REAL(writev)(fd, parts, count);
  LOCKED(ssize_t, gathered(fd, parts, count, 0, 0))
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t place) {
  if (!isOurs(fd)) return REAL(pwritev)(fd, parts, count, place);
  LOCKED(ssize_t, gathered(fd, parts, count, place, 1))
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t place) {
  if (!isOurs(fd)) return REAL(pwritev64)(fd, parts, count, place);
  LOCKED(ssize_t, gathered(fd, parts, count, place, 1))
}

/* Copies inside the kernel would go by unseen: read and written instead. */
static ssize_t copied(int to, off64_t *toPlace, int from, off64_t *fromPlace, size_t length) {
  char data[65536];
  size_t most = length < sizeof data ? length : sizeof data;
  ssize_t got = fromPlace == NULL ? read(from, data, most) : pread64(from, data, most, *fromPlace);
  if (got <= 0) return got;
  ssize_t done = toPlace == NULL ? write(to, data, (size_t)got) : pwrite64(to, data, (size_t)got, *toPlace);
  if (done < 0) return done;
  if (fromPlace != NULL) *fromPlace += done;
  if (toPlace != NULL) *toPlace += done;
  return done;
}
ssize_t sendfile(int to, int from, off_t *place, size_t length) {
  if (isOurs(to)) return copied(to, NULL, from, (off64_t *)place, length);
  return REAL(sendfile)(to, from, place, length);
}
ssize_t sendfile64(int to, int from, off64_t *place, size_t length) {
  if (isOurs(to)) return copied(to, NULL, from, place, length);
  return REAL(sendfile64)(to, from, place, length);
}
ssize_t copy_file_range(int from, off64_t *fromPlace, int to, off64_t *toPlace, size_t length, unsigned flags) {
  if (isOurs(to)) return copied(to, toPlace, from, fromPlace, length);
  return REAL(copy_file_range)(from, fromPlace, to, toPlace, length, flags);
}

/* libuv asks the kernel by number. */
long syscall(long number, ...) {
  long part[6];
  va_list rest;
  va_start(rest, number);
  for (int at = 0; at < 6; at += 1) part[at] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_copy_file_range && isOurs((int)part[2])) {
    return copied((int)part[2], (off64_t *)part[3], (int)part[0], (off64_t *)part[1], (size_t)part[4]);
  }
  return REAL(syscall)(number, part[0], part[1], part[2], part[3], part[4], part[5]);
}

static int truncated(int fd, off64_t length) {
  if (isOurs(fd) == 1 && fails(WRITE, groups[fd])) return -1;
  int done = REAL(ftruncate64)(fd, length);
  if (done == 0 && isOurs(fd) == 1) put('T', fd, length, NULL, 0);
  return done;
}
int ftruncate(int fd, off_t length) { LOCKED(int, truncated(fd, length)) }
int ftruncate64(int fd, off64_t length) { LOCKED(int, truncated(fd, length)) }

static int synced(int fd, const char *name) {
  if (isOurs(fd) == 1 && fails(SYNC, groups[fd])) return -1;
  int done = ((int (*)(int))real(name))(fd);
  if (done == 0 && isOurs(fd) == 1) put('S', fd, 0, NULL, 0);
  return done;
}
int fsync(int fd) { LOCKED(int, synced(fd, "fsync")) }
int fdatasync(int fd) { LOCKED(int, synced(fd, "fdatasync")) }

static void putNames(char op, const char *from, const char *to) {
  char both[2 * PATH_MAX];
  int length = snprintf(both, sizeof both, "%s\n%s", from, to);
  put(op, -1, 0, both, (uint32_t)length);
}

static int renamed(int fromAt, const char *from, int toAt, const char *to, unsigned flags) {
  char old[PATH_MAX], new[PATH_MAX];
  int isInside = inside(fromAt, from, old) & inside(toAt, to, new);
  if (isInside && fails(RENAME, groupOf(new))) return -1;
  int done = flags == 0 ? REAL(renameat)(fromAt, from, toAt, to) : REAL(renameat2)(fromAt, from, toAt, to, flags);
  if (done == 0 && isInside) putNames('R', old, new);
  return done;
}
int rename(const char *from, const char *to) { LOCKED(int, renamed(AT_FDCWD, from, AT_FDCWD, to, 0)) }
int renameat(int fromAt, const char *from, int toAt, const char *to) { LOCKED(int, renamed(fromAt, from, toAt, to, 0)) }
int renameat2(int fromAt, const char *from, int toAt, const char *to, unsigned flags) {
  LOCKED(int, renamed(fromAt, from, toAt, to, flags))
}

static int linked(const char *from, const char *to) {
  char old[PATH_MAX], new[PATH_MAX];
  int isInside = inside(AT_FDCWD, from, old) & inside(AT_FDCWD, to, new);
  if (isInside && fails(RENAME, groupOf(new))) return -1;
  int done = REAL(link)(from, to);
  if (done == 0 && isInside) putNames('L', old, new);
  return done;
}
int link(const char *from, const char *to) { LOCKED(int, linked(from, to)) }

static int removed(int at, const char *name, int flags) {
  char path[PATH_MAX];
  int isInside = inside(at, name, path);
  int done = REAL(unlinkat)(at, name, flags);
  if (done == 0 && isInside) put('U', -1, 0, path, (uint32_t)strlen(path));
  return done;
}
int unlink(const char *name) { LOCKED(int, removed(AT_FDCWD, name, 0)) }
int rmdir(const char *name) { LOCKED(int, removed(AT_FDCWD, name, AT_REMOVEDIR)) }
int unlinkat(int at, const char *name, int flags) { LOCKED(int, removed(at, name, flags)) }
int remove(const char *name) {
  struct stat found;
  if (lstat(name, &found) != 0) return -1;
  LOCKED(int, removed(AT_FDCWD, name, S_ISDIR(found.st_mode) ? AT_REMOVEDIR : 0))
}

static int made(int at, const char *name, mode_t mode) {
  char path[PATH_MAX];
  int isInside = inside(at, name, path);
  int done = REAL(mkdirat)(at, name, mode);
  if (done == 0 && isInside) put('M', -1, 0, path, (uint32_t)strlen(path));
  return done;
}
int mkdir(const char *name, mode_t mode) { LOCKED(int, made(AT_FDCWD, name, mode)) }
int mkdirat(int at, const char *name, mode_t mode) { LOCKED(int, made(at, name, mode)) }

int close(int fd) {
  if (!isOurs(fd)) return REAL(close)(fd);
  pthread_mutex_lock(&lock);
  if (ours[fd] == 1) put('C', fd, 0, NULL, 0);
  ours[fd] = 0;
  int done = REAL(close)(fd);
  pthread_mutex_unlock(&lock);
  return done;
}
