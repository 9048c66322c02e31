package dev.cutover.record.evidence;

import dev.cutover.record.json.JsonLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What acknowledged reads were answered, beside the journal: a line for each, written before the journal says that it ended. Its hashes are salted,
 * so that nobody learns from them what few values it can have been; they are in hexadecimal, since few can read 64 bits in JSON. Safe for many
 * threads.
 */
public final class ContentFile implements AutoCloseable {
    private static final int SALT_BYTES = 16;

    private final WholeLines file;
    private final byte[] salt = new byte[SALT_BYTES];

    private ContentFile(WholeLines file) {
        this.file = file;
        new SecureRandom().nextBytes(salt);
    }

    private record Line(long operation, String question, String content) {
        Line {
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(content, "content");
        }
    }

    /** Opens it to write to; makes it where there is none. What was written before is not compared with what follows. */
    public static ContentFile open(Path path) throws IOException {
        return new ContentFile(WholeLines.append(path));
    }

    /**
     * Remembers what a read was answered.
     *
     * @param question the same text for all that ask for the same
     * @param content the same text for all that are answered the same
     */
    public void answered(long operation, String question, String content) {
        try {
            file.add(new Line(operation, hash(question), hash(content)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot save what operation " + operation + " was answered", e);
        }
    }

    private String hash(String text) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update(salt);
        byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(ByteBuffer.wrap(hash).getLong());
    }

    /** In the order in which they were written. */
    static List<Content> read(Path path) throws IOException {
        List<Content> all = new ArrayList<>();
        JsonLines.each(
                path,
                Line.class,
                line -> all.add(new Content(
                        line.operation(),
                        HexFormat.fromHexDigitsToLong(line.question()),
                        HexFormat.fromHexDigitsToLong(line.content()))));
        return all;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
