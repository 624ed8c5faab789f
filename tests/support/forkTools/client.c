/* Stands on the path as ffmpeg or ffprobe. It asks the server of that name to run it, and ends as that ends. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
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

extern char **environ;
static volatile pid_t asked;

static void forward(int signal) {
    if (asked > 0) kill(asked, signal);
}

/* Runs the tool itself, as without a server. */
static int run_itself(const char *name, char **argv) {
    char variable[64];
    snprintf(variable, sizeof variable, "FORK_SERVER_%s", name);
    const char *real = getenv(variable);
    if (real) execv(real, argv);
    perror(name);
    return 127;
}

int main(int argc, char **argv) {
    const char *slash = strrchr(argv[0], '/');
    const char *name = slash ? slash + 1 : argv[0];
    const char *folder = getenv("FORK_SERVER_FOLDER");
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s/%s.socket", folder ? folder : "", name);
    const int server = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connect(server, (struct sockaddr *)&address, sizeof address) != 0) return run_itself(name, argv);

    int descriptors[MOST_DESCRIPTORS];
    uint32_t open = 0;
    while (open < MOST_DESCRIPTORS && fcntl((int)open, F_GETFD) >= 0 && (int)open != server) {
        descriptors[open] = (int)open;
        open++;
    }
    if (open < 3) return run_itself(name, argv);
    char *cwd = getcwd(NULL, 0);
    if (!cwd) return run_itself(name, argv);
    uint32_t variables = 0;
    size_t length = strlen(cwd) + 1;
    for (int i = 0; i < argc; i++) length += strlen(argv[i]) + 1;
    for (; environ[variables]; variables++) length += strlen(environ[variables]) + 1;
    char *strings = malloc(length), *at = strings;
    at = stpcpy(at, cwd) + 1;
    for (int i = 0; i < argc; i++) at = stpcpy(at, argv[i]) + 1;
    for (uint32_t i = 0; i < variables; i++) at = stpcpy(at, environ[i]) + 1;

    const uint32_t head[4] = {(uint32_t)length, open, (uint32_t)argc, variables};
    char control[CMSG_SPACE(sizeof descriptors)] = {0};
    struct iovec part = {(void *)head, sizeof head};
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control, .msg_controllen = CMSG_SPACE(sizeof(int) * open)};
    struct cmsghdr *rights = CMSG_FIRSTHDR(&message);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(sizeof(int) * open);
    memcpy(CMSG_DATA(rights), descriptors, sizeof(int) * open);
    const int forwarded[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGCONT, SIGUSR1};
    for (size_t i = 0; i < sizeof forwarded / sizeof *forwarded; i++) signal(forwarded[i], forward);
    if (sendmsg(server, &message, 0) != (ssize_t)sizeof head) return run_itself(name, argv);
    for (size_t sent = 0; sent < length;) {
        const ssize_t some = write(server, strings + sent, length - sent);
        if (some <= 0) return 125;
        sent += (size_t)some;
    }
    /* Our copies must not keep the pipes open after the tool closes its own. */
    for (uint32_t i = 0; i < open; i++) close((int)i);

    int32_t told;
    for (int answers = 0; answers < 2; answers++) {
        ssize_t got;
        do got = read(server, &told, sizeof told);
        while (got < 0 && errno == EINTR);
        if (got != sizeof told) return 125;
        if (answers == 0) asked = told;
    }
    if (WIFSIGNALED(told)) {
        signal(WTERMSIG(told), SIG_DFL);
        raise(WTERMSIG(told));
    }
    return WEXITSTATUS(told);
}
