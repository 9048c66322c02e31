package dev.cutover.record.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The layout of a journal file: one header page, then 64-byte slots; little-endian, every field on its natural boundary. */
final class Slots {
    static final long MAGIC = 0x4A5245564F545543L; // "CUTOVERJ"
    static final int FORMAT = 2;
    static final int HEADER = 4096;
    static final int SIZE = 64;

    static final int MAGIC_AT = 0;
    static final int FORMAT_AT = 8;
    static final int SLOT_SIZE_AT = 12;
    static final int START_NS_AT = 64;
    static final int PHASE_AT = 72;
    static final int FAULT_MASK_AT = 76;
    static final int STOP_AT = 80;
    /** On a cache line of its own: every operation writes it. */
    static final int CLAIMED_AT = 192;

    /** See {@link SlotState}, whose checksum goes by whole words: what is invoked, then what is answered. */
    static final int STATE = 0;

    static final int INVOKED_NS = 8;
    static final int OPERATION = 16;
    static final int KEY = 24;
    static final int PROCESS = 28;
    static final int SUBJECT = 32;
    static final int FAULT_MASK = 40;
    static final int KIND = 44;
    static final int PHASE_INVOKED = 45;
    static final int PHASE_RETURNED = 46;
    static final int SERVED_BY = 47;
    static final int RETURNED_NS = 48;
    static final int VERSION = 56;
    static final int CAUSE = 60;
    static final int ATTEMPTS = 62;

    static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Slots() {}

    static long offset(long slot) {
        return HEADER + slot * SIZE;
    }
}
