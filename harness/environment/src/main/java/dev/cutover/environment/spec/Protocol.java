package dev.cutover.environment.spec;

/** What a link speaks; decides how the link is probed from outside. */
public enum Protocol {
    HTTP,
    /** HTTP by TLS; whose certificate it is, is not looked at. */
    HTTPS,
    POSTGRES,
    KAFKA,
    /** Anything: it is connected, and nothing is said. */
    TCP;

    /** Whether a path can be asked for. */
    boolean hasPages() {
        return this == HTTP || this == HTTPS;
    }
}
