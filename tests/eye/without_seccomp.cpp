// Becomes chayan-eye after making seccomp fail, as on a kernel that was built without it.
#include <seccomp.h>
#include <sys/prctl.h>

#include <cerrno>
#include <unistd.h>

int main() {
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    const bool ready = filter &&
                       seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(seccomp), 0) == 0 &&
                       seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1,
                                        SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP)) == 0 &&
                       seccomp_load(filter) == 0;
    if (!ready)
        return 9;
    ::execl(CHAYAN_BIN_DIR "/chayan-eye", "chayan-eye", nullptr);
    return 9;
}
