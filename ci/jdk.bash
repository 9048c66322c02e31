# shellcheck shell=bash disable=SC2034 # read by who sources it
# Sourced: finds the newest Java of this machine.

# The major version of the Java in directory $1, or nothing if it has no program $2: a JRE has no javac.
jdk_major() {
    [[ -x $1/bin/java && -x $1/bin/$2 ]] || return 0
    "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = \([0-9]*\)$/\1/p'
}

# Sets jdk and jdk_version to the newest that has program $1, javac or java; empty and 0 where there is none.
find_jdk() {
    local on_path candidate version
    on_path=$(command -v java || true)
    jdk=
    jdk_version=0
    for candidate in "${JAVA_HOME:-}" "${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}" \
        /usr/lib/jvm/* /opt/* ~/.sdkman/candidates/java/* ~/.jdks/*; do
        version=$(jdk_major "$candidate" "$1")
        if ((${version:-0} > jdk_version)); then
            jdk_version=$version
            jdk=$candidate
        fi
    done
}
