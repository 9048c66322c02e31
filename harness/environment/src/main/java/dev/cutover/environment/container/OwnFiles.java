package dev.cutover.environment.container;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * Who containers run as, so that they can write where the testbed reads: as the user who rehearses, or, if that is
 * root, as nobody in particular, who is then given the directories.
 */
record OwnFiles(int uid, int gid) {
    private static final int NOBODY_IN_PARTICULAR = 10_001;

    /** @param owned a directory that the testbed made */
    static OwnFiles of(Path owned) {
        try {
            int uid = (int) Files.getAttribute(owned, "unix:uid");
            int gid = (int) Files.getAttribute(owned, "unix:gid");
            return uid == 0 ? new OwnFiles(NOBODY_IN_PARTICULAR, NOBODY_IN_PARTICULAR) : new OwnFiles(uid, gid);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot see who owns " + owned, e);
        }
    }

    /** As docker run --user takes it. */
    String user() {
        return uid + ":" + gid;
    }

    /** A directory, and all in it, for containers to write to. */
    Bind writable(Path directory) {
        try {
            Files.createDirectories(directory);
            if (uid == NOBODY_IN_PARTICULAR) {
                give(directory);
            }
            return bind(directory, AccessMode.rw);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give " + directory + " to user " + user(), e);
        }
    }

    /** @param anybody whether whoever runs there may write */
    Bind writable(Path directory, boolean anybody) {
        Bind bind = writable(directory);
        if (anybody) {
            try {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot let everybody write to " + directory, e);
            }
        }
        return bind;
    }

    Bind readable(Path directory) {
        return bind(directory, AccessMode.ro);
    }

    private static Bind bind(Path directory, AccessMode mode) {
        String path = directory.toAbsolutePath().toString();
        return new Bind(path, new Volume(path), mode);
    }

    private void give(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.toList()) {
                Files.setAttribute(path, "unix:uid", uid);
                Files.setAttribute(path, "unix:gid", gid);
            }
        }
    }
}
