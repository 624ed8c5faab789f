/*
 * Preloaded into ffmpeg or ffprobe, this stops the tool at its main() and lets each request enter there in a process of
 * its own. Debian links these tools to 215 libraries, and loading them takes longer than most of what the tests ask
 * for; a fork has them already. From main() on, it is the same program. AFL's fork server is the same idea.
 *
 * A request on a Unix socket consists of the asking process's descriptors 0, 1, 2 … and a message of 32-bit numbers and
 * strings that end with a zero byte: how many descriptors, how many arguments, how many variables; the folder, the
 * arguments, the variables. The answer is the process id, and the status of waitpid() once it has ended. If the asking
 * process hangs up, the tool is killed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_DESCRIPTORS 32
#define MOST_BYTES (1 << 20)
#define MOST_RUNNING 256

typedef int Main(int, char **, char **);
extern char **environ;

static Main *program;
static struct {
    pid_t pid;
    int socket;
} running[MOST_RUNNING];
static int runs;
static int woken[2];

static void on_child(int signal) {
    (void)signal;
    const int before = errno;
    (void)!write(woken[1], "", 1);
    errno = before;
}

static int read_all(int socket, void *bytes, size_t length) {
    for (size_t at = 0; at < length;) {
        const ssize_t got = read(socket, (char *)bytes + at, length - at);
        if (got <= 0) return 0;
        at += (size_t)got;
    }
    return 1;
}

struct request {
    uint32_t length, descriptors, arguments, variables;
};

/* Takes the descriptors with the head of a request. Its strings follow. */
static int receive(int socket, struct request *head, int *descriptors) {
    char control[CMSG_SPACE(sizeof(int) * MOST_DESCRIPTORS)];
    struct iovec part = {head, sizeof *head};
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
    if (recvmsg(socket, &message, MSG_CMSG_CLOEXEC) != (ssize_t)sizeof *head) return 0;
    const struct cmsghdr *rights = CMSG_FIRSTHDR(&message);
    if (head->descriptors > MOST_DESCRIPTORS || head->length > MOST_BYTES || !rights) return 0;
    if (rights->cmsg_len != CMSG_LEN(sizeof(int) * head->descriptors)) return 0;
    memcpy(descriptors, CMSG_DATA(rights), sizeof(int) * head->descriptors);
    return 1;
}

static void enter(const struct request *head, char *strings, const int *descriptors) {
    /* Descriptors arrive anywhere, also where another of them belongs, so they first move out of the way and then to
       their places. */
    int moved[MOST_DESCRIPTORS];
    const int count = (int)head->descriptors;
    for (int i = 0; i < count; i++) moved[i] = fcntl(descriptors[i], F_DUPFD, 512);
    for (int i = 0; i < count; i++) dup2(moved[i], i);
    close_range((unsigned)count, ~0u, 0);
    signal(SIGCHLD, SIG_DFL);
    signal(SIGPIPE, SIG_DFL);
    const char *folder = strings;
    char *next = strings + strlen(strings) + 1;
    char **lists[2];
    const uint32_t counts[2] = {head->arguments, head->variables};
    for (int k = 0; k < 2; k++) {
        lists[k] = calloc(counts[k] + 1, sizeof(char *));
        for (uint32_t i = 0; i < counts[k]; i++, next += strlen(next) + 1) lists[k][i] = next;
    }
    environ = lists[1];
    if (chdir(folder) != 0) _exit(126);
    exit(program((int)head->arguments, lists[0], environ));
}

static void begin(int socket) {
    struct request head;
    int descriptors[MOST_DESCRIPTORS];
    char *strings = NULL;
    int taken = 0;
    if (receive(socket, &head, descriptors)) {
        taken = 1;
        strings = malloc(head.length);
    }
    if (!strings || runs == MOST_RUNNING || !read_all(socket, strings, head.length)) {
        close(socket);
    } else {
        const pid_t pid = fork();
        if (pid == 0) enter(&head, strings, descriptors);
        running[runs].pid = pid;
        running[runs++].socket = socket;
        const int32_t told = pid;
        (void)!write(socket, &told, sizeof told);
    }
    if (taken)
        for (uint32_t i = 0; i < head.descriptors; i++) close(descriptors[i]);
    free(strings);
}

static void reap(void) {
    int status;
    pid_t pid;
    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        for (int i = 0; i < runs; i++) {
            if (running[i].pid != pid) continue;
            const int32_t told = status;
            (void)!write(running[i].socket, &told, sizeof told);
            close(running[i].socket);
            running[i] = running[--runs];
            break;
        }
    }
}

static int serve(int argc, char **argv, char **envp) {
    (void)argc, (void)argv, (void)envp;
    const char *path = getenv("FORK_SERVER_SOCKET");
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path ? path : "", sizeof address.sun_path - 1);
    const int door = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(door, (struct sockaddr *)&address, sizeof address) != 0 || listen(door, 64) != 0) return 1;
    if (pipe2(woken, O_CLOEXEC | O_NONBLOCK) != 0) return 1;
    struct sigaction child = {.sa_handler = on_child, .sa_flags = SA_RESTART};
    sigaction(SIGCHLD, &child, NULL);
    signal(SIGPIPE, SIG_IGN);
    for (;;) {
        struct pollfd watched[MOST_RUNNING + 3] = {
            {.fd = door, .events = POLLIN}, {.fd = woken[0], .events = POLLIN}, {.fd = 0, .events = 0}};
        const int watching = runs;
        for (int i = 0; i < watching; i++) watched[i + 3].fd = running[i].socket, watched[i + 3].events = POLLRDHUP;
        if (poll(watched, (nfds_t)watching + 3, -1) < 0) continue;
        /* The program that started this one has gone. */
        if (watched[2].revents & (POLLHUP | POLLERR)) return 0;
        for (int i = 0; i < watching; i++)
            if (watched[i + 3].revents) kill(running[i].pid, SIGKILL);
        char drained[64];
        while (read(woken[0], drained, sizeof drained) > 0) {
        }
        reap();
        if (watched[0].revents & POLLIN) {
            const int socket = accept4(door, NULL, NULL, SOCK_CLOEXEC);
            if (socket >= 0) begin(socket);
        }
    }
}

int __libc_start_main(Main *main, int argc, char **argv, void (*init)(void), void (*fini)(void), void (*loader)(void),
                      void *stack_end) {
    typedef int Start(Main *, int, char **, void (*)(void), void (*)(void), void (*)(void), void *);
    Start *start = (Start *)dlsym(RTLD_NEXT, "__libc_start_main");
    program = main;
    return start(serve, argc, argv, init, fini, loader, stack_end);
}
