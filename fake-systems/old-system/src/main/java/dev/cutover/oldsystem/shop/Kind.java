package dev.cutover.oldsystem.shop;

/** What a journal entry records. */
enum Kind {
    PO,
    CE,
    TC,
    PY,
    CO,
    DO,
    RO
}
