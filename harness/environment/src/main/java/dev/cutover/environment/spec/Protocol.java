package dev.cutover.environment.spec;

/** What a link speaks; decides how the link is probed from outside. */
public enum Protocol {
    HTTP,
    POSTGRES,
    KAFKA,
    /** Anything: it is connected, and nothing is said. */
    TCP
}
