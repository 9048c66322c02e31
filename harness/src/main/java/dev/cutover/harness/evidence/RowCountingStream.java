package dev.cutover.harness.evidence;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts the lines and digests the bytes that go through it. */
final class RowCountingStream extends FilterOutputStream {
    private final MessageDigest digest = sha256();
    private long rows;

    RowCountingStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        digest.update(bytes, from, length);
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                rows++;
            }
        }
    }

    /** What went through; to be asked once, at the end. */
    DumpHeader.Table table() {
        return new DumpHeader.Table(rows, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
