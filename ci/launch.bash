# shellcheck shell=bash disable=SC2154 # home, classes and cache are set by who sources it
# Sourced by ./cutover and by the bin/cutover of a distribution: starts the command line.
# shellcheck source=ci/jdk.bash
source "$home/ci/jdk.bash"

die() {
    echo "cutover: $*" >&2
    exit 3
}

# The engine is on this machine, which Testcontainers would find out by an image of its own. Its cleaner works where its image is at hand;
# elsewhere `cutover heal` removes what a killed run left.
testcontainers() {
    local image
    export TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
    image=$(sed -n 's/^ryuk: *\([^ #]*\).*/\1/p' "$home/scenarios/plans/environments/images.yaml")
    if [[ -z ${TESTCONTAINERS_RYUK_DISABLED:-} ]] && ! docker image inspect "$image" > /dev/null 2>&1; then
        export TESTCONTAINERS_RYUK_DISABLED=true
    fi
}

# Whether a rehearsal with these arguments runs in containers, whose networks the engine keeps apart.
in_containers() {
    case " $* " in
        *' --runtime processes '* | *' --runtime=processes '*) return 1 ;;
        *' --runtime containers '* | *' --runtime=containers '*) return 0 ;;
        *) [[ -n ${DOCKER_HOST:-} || -S /var/run/docker.sock ]] ;;
    esac
}

# What has to be fetched is fetched before nothing outside can be reached any more.
fetch() {
    [[ -x $cache/bin/toxiproxy-server ]] || command -v toxiproxy-server > /dev/null \
        || "$jdk/bin/java" -cp "$classes" dev.cutover.chaos.toxiproxy.ToxiproxyBinary "$cache" > /dev/null
}

# Whether these arguments start the systems of a plan: those of a rehearsal do, the matrix' if it is rehearsed, and the doctor's if they name one.
starts_systems() {
    local argument
    [[ ${1:-} != rehearse ]] || return 0
    if [[ ${1:-} == matrix ]]; then
        [[ " $* " == *' --rehearse '* ]]
        return
    fi
    [[ ${1:-} == doctor ]] || return 1
    for argument in "${@:2}"; do
        [[ $argument == -* ]] || return 0
    done
    return 1
}

# Ends this shell with the command line's exit code.
launch() {
    local given flags=() isolated=() terminal=false
    testcontainers
    read -ra given <<< "${JAVA_OPTS:-}"
    # The testbed shares its few cores with what it starts: no second compiler, no threads for garbage.
    ! starts_systems "$@" || flags=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC)
    [[ ! -t 1 ]] || terminal=true
    if starts_systems "$@" && ! in_containers "$@"; then
        fetch
        isolated=("$home/ci/own-network")
    fi
    # Gatling looks into strings, and Netty loads native code.
    exec "${isolated[@]}" "$jdk/bin/java" "${flags[@]}" "${given[@]}" "-Dcutover.terminal=$terminal" \
        --add-opens=java.base/java.lang=ALL-UNNAMED --enable-native-access=ALL-UNNAMED \
        "-Dcutover.home=$home" "-Dcutover.cache=$cache" "-Dcutover.launcher=$0" \
        -cp "$classes" dev.cutover.scenarios.Cutover "$@"
}
