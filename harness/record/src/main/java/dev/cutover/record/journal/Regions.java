package dev.cutover.record.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/** A journal file mapped piece by piece; no slot lies across two pieces. Safe for many threads. */
final class Regions implements AutoCloseable {
    private static final int SHIFT = 23;
    static final int SIZE = 1 << SHIFT;

    private final Path file;
    private final FileChannel channel;
    private final MapMode mode;
    private volatile MappedByteBuffer[] mapped = {};

    private Regions(Path file, FileChannel channel, MapMode mode) {
        this.file = file;
        this.channel = channel;
        this.mode = mode;
    }

    static Regions writable(Path file) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new Regions(file, FileChannel.open(file, options), MapMode.READ_WRITE);
    }

    static Regions readOnly(Path file) throws IOException {
        return new Regions(file, FileChannel.open(file, StandardOpenOption.READ), MapMode.READ_ONLY);
    }

    long fileSize() throws IOException {
        return channel.size();
    }

    /** The region holding this file offset; mapping a writable one lengthens the file. */
    MappedByteBuffer at(long offset) {
        int index = (int) (offset >>> SHIFT);
        MappedByteBuffer[] known = mapped;
        return index < known.length ? known[index] : grow(index);
    }

    static int within(long offset) {
        return (int) offset & (SIZE - 1);
    }

    private synchronized MappedByteBuffer grow(int index) {
        int known = mapped.length;
        if (index >= known) {
            MappedByteBuffer[] more = Arrays.copyOf(mapped, index + 1);
            for (int i = known; i <= index; i++) {
                more[i] = map(i);
            }
            mapped = more;
        }
        return mapped[index];
    }

    private MappedByteBuffer map(int index) {
        long start = (long) index << SHIFT;
        try {
            long length = mode.equals(MapMode.READ_ONLY) ? Math.min(SIZE, channel.size() - start) : SIZE;
            MappedByteBuffer region = channel.map(mode, start, length);
            region.order(ByteOrder.LITTLE_ENDIAN);
            return region;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot map " + file + " from byte " + start, e);
        }
    }

    /** Mappings live on until they are collected, so late completions of other threads are still safe. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
