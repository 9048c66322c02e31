package dev.cutover.record.dump;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Many texts one behind the other, by number: no object for each, and equal ones are found without reading far apart. Immutable. */
public final class PackedTexts {
    private final byte[] bytes;
    private final int[] ends;

    private PackedTexts(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    public int size() {
        return ends.length;
    }

    public String text(int i) {
        return new String(bytes, start(i), ends[i] - start(i), StandardCharsets.UTF_8);
    }

    /** Whether one of these texts is one of others. */
    public boolean same(int i, PackedTexts others, int j) {
        return Arrays.equals(bytes, start(i), ends[i], others.bytes, others.start(j), others.ends[j]);
    }

    private int start(int i) {
        return i == 0 ? 0 : ends[i - 1];
    }

    /** Collects texts, of at most 2 GiB together. */
    public static final class Builder {
        private byte[] bytes = new byte[1024];
        private int[] ends = new int[64];
        private int size;
        private int end;

        public void add(String text) {
            byte[] added = text.getBytes(StandardCharsets.UTF_8);
            int from = end;
            end = Math.addExact(from, added.length);
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, 2L * bytes.length)));
            }
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, 2 * size);
            }
            System.arraycopy(added, 0, bytes, from, added.length);
            ends[size++] = end;
        }

        public int size() {
            return size;
        }

        public PackedTexts build() {
            return new PackedTexts(Arrays.copyOf(bytes, end), Arrays.copyOf(ends, size));
        }
    }
}
