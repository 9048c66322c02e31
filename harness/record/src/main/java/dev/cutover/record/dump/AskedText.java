package dev.cutover.record.dump;

import org.apache.commons.codec.digest.DigestUtils;

/** How what is asked for, and what is held of it, is kept: equal texts are equal still, and none is large. */
public final class AskedText {
    private static final int LONGEST = 1_000;
    private static final String HASH = "sha256:";

    private AskedText() {}

    /** The text; of more than 1,000 characters {@code sha256:} and the SHA-256 of its UTF-8 in hexadecimal. */
    public static String kept(String text) {
        return text.length() <= LONGEST ? text : HASH + DigestUtils.sha256Hex(text);
    }

    /** Whether this is kept of a text of more than 1,000 characters. */
    public static boolean isOfALong(String kept) {
        return kept.startsWith(HASH);
    }
}
