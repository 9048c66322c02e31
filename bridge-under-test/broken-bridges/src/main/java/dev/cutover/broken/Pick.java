package dev.cutover.broken;

/** Which of many a defect meets: always the same ones, in whatever order and however often they come. */
final class Pick {
    private Pick() {}

    static boolean oneOf(int many, long number) {
        return Math.floorMod(Long.hashCode(number * 0x9E3779B97F4A7C15L), many) == 0;
    }
}
