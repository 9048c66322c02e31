package dev.cutover.record.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Writes and checks the first words of a journal file. */
final class JournalHeader {
    private JournalHeader() {}

    /** Maps the header of a writable file, and stamps it if the file is new. */
    static ByteBuffer prepare(Regions regions, Path file) throws IOException {
        ByteBuffer header = regions.at(0);
        // The magic comes last, so whoever sees it sees a complete header; stamping twice writes the same.
        if (magic(header) == 0) {
            header.putInt(Slots.FORMAT_AT, Slots.FORMAT).putInt(Slots.SLOT_SIZE_AT, Slots.SIZE);
            Slots.LONG.setRelease(header, Slots.MAGIC_AT, Slots.MAGIC);
        }
        return checked(header, file);
    }

    /** Maps the header of a file that must be a journal already. */
    static ByteBuffer existing(Regions regions, Path file) throws IOException {
        if (regions.fileSize() < Slots.HEADER) {
            throw new IOException(file + " is no journal: " + regions.fileSize() + " bytes, shorter than its header of "
                    + Slots.HEADER + "; was the run killed before load began?");
        }
        return checked(regions.at(0), file);
    }

    private static ByteBuffer checked(ByteBuffer header, Path file) throws IOException {
        if (magic(header) != Slots.MAGIC) {
            throw new IOException(file + " is no journal: it does not start with CUTOVERJ");
        }
        int format = header.getInt(Slots.FORMAT_AT);
        if (format != Slots.FORMAT || header.getInt(Slots.SLOT_SIZE_AT) != Slots.SIZE) {
            throw new IOException(file + " has journal format " + format + "; this version reads " + Slots.FORMAT);
        }
        return header;
    }

    private static long magic(ByteBuffer header) {
        return (long) Slots.LONG.getAcquire(header, Slots.MAGIC_AT);
    }
}
