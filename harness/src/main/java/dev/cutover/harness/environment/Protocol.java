package dev.cutover.harness.environment;

/** What a link speaks; decides how the link is probed from outside. */
public enum Protocol {
    HTTP,
    POSTGRES,
    KAFKA
}
