package dev.cutover.reports.markup;

/** Makes any text fit to stand in an XML or HTML document: what those do not allow at all becomes U+FFFD. */
public final class Characters {
    private Characters() {}

    public static String allowed(String text) {
        if (text.codePoints().allMatch(Characters::isAllowed)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> isAllowed(c) ? c : 0xFFFD).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** The characters of XML 1.0, without the discouraged controls. */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0x7F)
                || (c >= 0xA0 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /** At most this many characters, with a sign where something was left out. */
    public static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
